"""Words that everybody in the trade takes for the same; the Amt goes on from here."""

from django.db import migrations

WORDS = [
    "Möhre, Karotte, Gelbe Rübe",
    "Brötchen, Semmel",
    "Quark, Topfen",
    "Sahne, Rahm",
    "Hackfleisch, Gehacktes",
    "Kartoffel, Erdapfel",
    "Blaukraut, Rotkohl, Rotkraut",
    "Weißkohl, Weißkraut",
    "Feldsalat, Rapunzel",
    "Aprikose, Marille",
    "Mund-Nasen-Schutz, Gesichtsmaske, Alltagsmaske",
    "Karton, Pappschachtel",
    "Tischler, Schreiner",
    "Fleischer, Metzger",
]


def add(apps, schema_editor):
    synonym = apps.get_model("market_search", "Synonym")
    synonym.objects.bulk_create(synonym(words=words) for words in WORDS)


class Migration(migrations.Migration):
    dependencies = [("market_search", "0001_initial")]
    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
