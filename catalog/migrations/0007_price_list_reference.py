from django.db import migrations, models

import accounts.references


class Migration(migrations.Migration):
    dependencies = [("catalog", "0006_categories")]

    operations = [
        migrations.AddField(
            model_name="pricelist",
            name="reference",
            field=models.CharField(
                default=accounts.references.new_reference, editable=False, max_length=8, unique=True
            ),
        ),
    ]
