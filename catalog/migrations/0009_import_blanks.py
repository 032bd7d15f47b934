from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("catalog", "0008_import_open_entries")]

    operations = [
        migrations.AlterField(
            "importfinding", "column", models.CharField(blank=True, default="", max_length=3), preserve_default=False
        ),
        migrations.AlterField(
            "stagedrow", "key", models.CharField(blank=True, default="", max_length=400), preserve_default=False
        ),
    ]
