"""`make bench`: measure and write var/bench.json, a list of {name, value, unit, reference, ratio}.

    python -m benchmarks [MODULE ...]

Each module gets an empty, migrated database of its own on a server that waits for the disk like a real one. With
modules named, the figures of the others stay in the file.
"""

import json
import os
import pkgutil
import sys
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REPORT = ROOT / "var" / "bench.json"


def prepare():
    """Settings of the tests, but a database that is durable."""
    from marketplace.database import database_url

    os.environ.setdefault("DATABASE_URL", database_url(ROOT / "var" / "bench" / "postgres"))
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    import django

    django.setup()


def figures(module):
    from tests.plugins.database import cloned, template

    print(f"==> {module}", file=sys.stderr, flush=True)
    with cloned(template()):
        for figure in import_module(f"benchmarks.{module}").measure():
            beside = f"  beside {figure.reference:,.1f}: {figure.ratio}" if figure.reference else ""
            print(f"{figure.name:40} {figure.value:14,.2f} {figure.unit}{beside}", flush=True)
            yield figure.as_row()


def known():
    """The figures of earlier runs, by name."""
    return {row["name"]: row for row in json.loads(REPORT.read_text())} if REPORT.exists() else {}


def main(names):
    there = [module.name for module in pkgutil.iter_modules([Path(__file__).parent]) if module.name != "__main__"]
    if unknown := set(names) - set(there):
        sys.exit(f"No benchmark named {', '.join(sorted(unknown))}; there are: {', '.join(there)}")
    prepare()
    rows = known() if names else {}
    for module in names or there:
        rows |= {row["name"]: row for row in figures(module)}
    REPORT.write_text(json.dumps(list(rows.values()), indent=1, ensure_ascii=False) + "\n")
    print(f"Written to {REPORT.relative_to(ROOT)}", file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1:])
