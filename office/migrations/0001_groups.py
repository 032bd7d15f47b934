"""The Amt's roles as groups: what Wagtail's moderators may do goes to lead and editors, case workers may only enter."""

from django.db import migrations

EDITORS = ("office_lead", "office_editor")


def make_groups(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    moderators = Group.objects.get(name="Moderators")
    for name in EDITORS:
        group, _ = Group.objects.get_or_create(name=name)
        group.permissions.add(*moderators.permissions.all())
        copy_rows(apps.get_model("wagtailcore", "GroupPagePermission"), moderators, group, "page_id")
        copy_rows(apps.get_model("wagtailcore", "GroupCollectionPermission"), moderators, group, "collection_id")
    workers, _ = Group.objects.get_or_create(name="office_caseworker")
    workers.permissions.add(Permission.objects.get(codename="access_admin"))


def copy_rows(model, source, group, place):
    for row in model.objects.filter(group=source):
        model.objects.get_or_create(group=group, permission_id=row.permission_id, **{place: getattr(row, place)})


class Migration(migrations.Migration):
    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("wagtailadmin", "0006_formstate"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtaildocs", "0001_initial"),
        ("wagtailimages", "0027_image_description"),
    ]
    operations = [migrations.RunPython(make_groups, migrations.RunPython.noop)]
