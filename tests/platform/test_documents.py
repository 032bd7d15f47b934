"""What the documents promise about settings is what the settings read."""

import re
from pathlib import Path

from django.conf import settings

ROOT = Path(settings.BASE_DIR)
READ = re.compile(r"""env\.\w+\(\s*"([A-Z_]+)"|environ\.get\("([A-Z_]+)"\)""")
SOURCES = [*ROOT.glob("marketplace/settings/*.py"), ROOT / "marketplace" / "database.py"]


def documented():
    return set(re.findall(r"^\| `([A-Z_]+)` \|", (ROOT / "docs" / "operators.md").read_text(), re.M))


def test_operators_find_every_variable_in_the_table_and_no_other():
    read = {name for path in SOURCES for match in READ.findall(path.read_text()) for name in match if name}
    assert documented() == read


def test_lock_files_name_no_addresses():
    for name in ("requirements/run.txt", "requirements/dev.txt", "package-lock.json"):
        assert "://" not in (ROOT / name).read_text(), name
