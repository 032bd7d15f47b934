"""Promises of every template and of the style sheets, read from the files themselves."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
APPS = [folder.parent for folder in ROOT.glob("*/__init__.py") if folder.parent.name not in {"tests", "scripts"}]
TEMPLATES = sorted(path for app in APPS for path in app.glob("**/templates/**/*.html"))
INLINE = re.compile(r"""\sstyle=|\son[a-z]+=["']|<style|<script(?![^>]*(?:\ssrc=|application/json))|javascript:""")
HIDDEN_CONTROL = re.compile(r"""<(?:input|select|textarea|button|a)\b[^>]*\blv-(?:narrow|wide)["\s][^>]*>""")
STYLES = ROOT / "marketplace" / "static" / "marketplace"


def label(path):
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("template", TEMPLATES, ids=label)
def test_no_template_carries_inline_style_or_script(template):
    assert INLINE.findall(template.read_text()) == []


@pytest.mark.parametrize("template", TEMPLATES, ids=label)
def test_templates_stay_short(template):
    assert len(template.read_text().splitlines()) < 120


@pytest.mark.parametrize("template", TEMPLATES, ids=label)
def test_what_the_frame_hides_on_one_width_is_no_control(template):
    assert HIDDEN_CONTROL.findall(template.read_text()) == []


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_white_letters_can_be_read_on_every_mark():
    hues = dict(re.findall(r"\.lv-hue-(\d+) \{ --lv-mark: (#[0-9a-f]{6}); \}", (STYLES / "parts.css").read_text()))

    assert sorted(map(int, hues)) == list(range(1, 13))
    assert all(1.05 / (luminance(colour) + 0.05) >= 4.5 for colour in hues.values())


def test_classes_of_ours_in_templates_have_a_rule():
    sheets = [path.read_text() for app in APPS for path in app.glob("static/**/*.css")]
    rules = set(re.findall(r"\.(lv-[\w-]+)", "".join(sheets)))
    used = {
        name: label(path)
        for path in TEMPLATES
        for value in re.findall(r'class="([^"{%]*)', path.read_text())
        for name in value.split()
        if name.startswith("lv-") and not name.endswith("--")
    }

    assert {name: path for name, path in used.items() if name not in rules} == {}
