from django.db import migrations

from catalog.imports.language.name_keys import renewed

OPEN = ("reading", "unreadable", "ready", "committing")
SIGNED = "[0-9]{2}.*[|]"  # only between digits were signs dropped that told names apart


def renew(apps, schema_editor):
    """Keys of lists without numbers keep the signs between digits; what they were made of is the row's name."""
    _renew_rows(apps.get_model("catalog", "ImportedRow"))
    _renew_staged(apps.get_model("catalog", "StagedRow"))
    _renew_images(apps.get_model("catalog", "BeforeImage"))
    _renew_spellings(apps)


def _renew_rows(model):
    """A key that no known name explains is forgotten: the article is then found by its name, or asked for."""
    for row in model.objects.filter(key__regex=SIGNED).select_related("listing__product").iterator():
        key = renewed(row.key, [row.name, row.listing.product.title]) or ""
        if key != row.key:
            model.objects.filter(pk=row.pk).update(key=key[:400])


def _renew_staged(model):
    for row in model.objects.filter(key__regex=SIGNED, run__status__in=OPEN).only("pk", "key", "name").iterator():
        key = renewed(row.key, [row.name])
        if key and key != row.key:
            model.objects.filter(pk=row.pk).update(key=key[:400])


def _renew_images(model):
    for image in model.objects.filter(before__key__regex=SIGNED).select_related("listing__product").iterator():
        names = [image.before.get("name", ""), image.before.get("title", ""), image.listing.product.title]
        image.before["key"] = renewed(image.before["key"], names) or ""
        image.save(update_fields=["before"])


def _renew_spellings(apps):
    """A spelling was staged under its name when a person confirmed it; one whose name is gone is asked for again."""
    staged = apps.get_model("catalog", "StagedRow").objects
    spellings = apps.get_model("catalog", "Spelling").objects
    for spelling in spellings.filter(key__regex=SIGNED).select_related("listing__product", "listing__imported"):
        listing = spelling.listing
        imported = listing.imported.name if hasattr(listing, "imported") else ""
        said = list(staged.filter(run=spelling.run, key=spelling.key).values_list("name", flat=True)[:1])
        key = renewed(spelling.key, [*said, imported, listing.product.title])
        taken = spellings.filter(supplier=spelling.supplier, key=key).exclude(pk=spelling.pk).exists()
        if key is None or taken:
            spelling.delete()
        elif key != spelling.key:
            spellings.filter(pk=spelling.pk).update(key=key)


class Migration(migrations.Migration):
    dependencies = [
        ("catalog", "0015_imported_supplier"),
    ]

    operations = [
        migrations.RunPython(renew, migrations.RunPython.noop),
    ]
