from django.db import migrations

from catalog.categories import load_categories


class Migration(migrations.Migration):
    dependencies = [
        ("catalog", "0005_import_memory"),
        ("catalogue", "0032_category_exclude_from_menu_category_long_description"),
    ]

    operations = [
        migrations.RunPython(lambda apps, schema: load_categories(apps), migrations.RunPython.noop),
    ]
