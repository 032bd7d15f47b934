from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from suppliers.region import NotAnOutline, load_outline


class Command(BaseCommand):
    help = "Loads a GeoJSON file with areas as the outline under the map of producers."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)

    def handle(self, file: Path, **options):
        try:
            areas = load_outline(file.read_bytes())
        except OSError as error:
            raise CommandError(f"{file} cannot be read: {error.strerror}", returncode=2) from error
        except NotAnOutline as error:
            raise CommandError(f"{file} is no GeoJSON FeatureCollection with areas: {error}") from error
        self.stderr.write(f"{areas} areas loaded.")
