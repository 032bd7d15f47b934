from django.db import migrations
from django.db.models import F


def follow_the_goods(apps, schema_editor):
    """Nobody was ever asked for the rate on delivery: it becomes that of the producer's usual goods."""
    suppliers = apps.get_model("suppliers", "Supplier").objects.filter(usual_vat__gt=0)
    suppliers.update(delivery_vat=F("usual_vat"))


class Migration(migrations.Migration):
    dependencies = [("suppliers", "0001_initial")]
    operations = [migrations.RunPython(follow_the_goods, migrations.RunPython.noop)]
