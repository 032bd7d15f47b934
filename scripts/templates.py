"""Check our templates: each compiles, and none holds what the content security policy forbids.

python -m scripts.templates
"""

import os
import re
import sys
from pathlib import Path

import django
from django.template import TemplateSyntaxError, engines

ROOT = Path(__file__).resolve().parent.parent
FORBIDDEN = {
    "inline script": re.compile(r"<script(?![^>]*\b(?:src=|type=[\"']application/(?:ld\+)?json))[^>]*>", re.I),
    "inline style": re.compile(r"<style\b|\sstyle\s*=", re.I),
    "inline handler": re.compile(r"\s(?:on[a-z]+|hx-on[:\w-]*)\s*=\s*[\"']|javascript:", re.I),
    "foreign source": re.compile(r"\b(?:src|srcset)=[\"'](?:https?:)?//", re.I),
}
COMMENT = re.compile(r"{#.*?#}|{%-?\s*comment.*?endcomment\s*-?%}", re.S)


def templates():
    return sorted(path for path in ROOT.glob("*/templates/**/*") if path.suffix in {".html", ".txt"})


def blank(match):
    """Comments may name what is forbidden; lines keep their numbers."""
    return re.sub(r"[^\n]", " ", match[0])


def forbidden(text):
    """(line, what) of everything that the browser would refuse."""
    text = COMMENT.sub(blank, text)
    for what, pattern in FORBIDDEN.items():
        for match in pattern.finditer(text):
            yield text.count("\n", 0, match.start()) + 1, what


def complaints(path):
    text = path.read_text()
    try:
        engines["django"].from_string(text)
    except TemplateSyntaxError as error:
        yield f"{path.relative_to(ROOT)}: {error}"
    is_admin = "wagtailadmin" in path.parts  # Wagtail's admin is outside the policy
    for line, what in forbidden(text) if path.suffix == ".html" and not is_admin else ():
        yield f"{path.relative_to(ROOT)}:{line}: {what}"


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    found = [complaint for path in templates() for complaint in complaints(path)]
    print("\n".join(found) or f"{len(templates())} templates compile, nothing inline")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
