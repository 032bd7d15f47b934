"""Lead and editors approve what producers hand in: Wagtail's own first workflow, with our groups in its task."""

from django.db import migrations


def let_editors_approve(apps, schema_editor):
    groups = apps.get_model("auth", "Group").objects.filter(name__in=("office_lead", "office_editor"))
    for task in apps.get_model("wagtailcore", "GroupApprovalTask").objects.all():
        task.groups.add(*groups)


class Migration(migrations.Migration):
    dependencies = [("office", "0001_groups")]
    operations = [migrations.RunPython(let_editors_approve, migrations.RunPython.noop)]
