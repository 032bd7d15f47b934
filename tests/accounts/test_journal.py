"""Every verb that the house writes into its journal reads as a sentence."""

import re
from pathlib import Path

from django.conf import settings

from accounts.hooks import sentences

WRITTEN = re.compile(r"\b(?:record|_note|_record_of|_change|_move)\([^)]*?\"([a-z_]+\.[a-z_]+)\"")


def written_verbs():
    apps = [path.parent for path in Path(settings.BASE_DIR).glob("*/apps.py")]
    code = (path.read_text() for app in apps for path in app.rglob("*.py"))
    return {verb for text in code for verb in WRITTEN.findall(text)}


def test_every_verb_has_a_sentence():
    verbs = written_verbs()
    assert len(verbs) > 25
    assert verbs - set(sentences) == set()
