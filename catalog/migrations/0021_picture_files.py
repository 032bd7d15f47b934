import django.db.models.deletion
from django.db import migrations, models

STATES = [
    ("waiting", "wartet"),
    ("kept", "da"),
    ("awaited", "fehlt noch"),
    ("failed", "nicht gelungen"),
    ("unmatched", "ohne Artikel"),
    ("taken_back", "zurückgenommen"),
]


def take_back(apps, schema_editor):
    """Zips that were undone before their pictures said so."""
    undone = apps.get_model("catalog", "IncomingPicture").objects.filter(zip__undone_at__isnull=False)
    undone.exclude(state="failed").update(state="taken_back", reason="")


class Migration(migrations.Migration):
    dependencies = [("catalog", "0020_import_evidence")]

    operations = [
        migrations.AddField(
            model_name="incomingpicture",
            name="file",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="named_by",
                to="catalog.incomingpicture",
            ),
        ),
        migrations.AlterField(
            model_name="incomingpicture",
            name="state",
            field=models.CharField(choices=STATES, default="waiting", max_length=10),
        ),
        migrations.RunPython(take_back, migrations.RunPython.noop, elidable=True),
    ]
