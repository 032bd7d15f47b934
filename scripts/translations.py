"""The English translation: German is the language of the source, English lives in locale/en/parts/<app>.json.

    python -m scripts.translations --compile    write locale/en/LC_MESSAGES/django.mo (no gettext tools needed)
    python -m scripts.translations --check      fail on missing, unused, empty and ill-fitting translations
    python -m scripts.translations --missing    print what lacks, app by app, ready to be filled in

A part maps German to English; a plural's key is the German singular and its value [singular, plural]; a text with a
context has the key "context\\u0004German".
"""

import ast
import json
import re
import sys
from collections import defaultdict
from functools import cache
from pathlib import Path

import polib
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
PARTS = ROOT / "locale" / "en" / "parts"
COMPILED = ROOT / "locale" / "en" / "LC_MESSAGES" / "django.mo"
NOT_SHOWN = {"tests", "scripts", "benchmarks"}  # folders with code whose words no visitor reads
SUFFIXES = {".py", ".html", ".txt"}
CONTEXT = "\x04"
CALL = re.compile(r"\b(?:_|n?p?gettext)\(")
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|{\w*}|%%")
HEADER = {"Content-Type": "text/plain; charset=UTF-8", "Language": "en", "Plural-Forms": "nplurals=2; plural=(n != 1);"}

# Where a gettext function takes its context, its text and its plural.
ARGUMENTS = {
    "_": (None, 0, None),
    "gettext": (None, 0, None),
    "gettext_lazy": (None, 0, None),
    "gettext_noop": (None, 0, None),
    "ngettext": (None, 0, 1),
    "ngettext_lazy": (None, 0, 1),
    "pgettext": (0, 1, None),
    "pgettext_lazy": (0, 1, None),
    "npgettext": (0, 1, 2),
    "npgettext_lazy": (0, 1, 2),
}


# What the source asks for ------------------------------------------------------------------------------------


def sources():
    """Code and templates of the apps, by app."""
    for package in sorted(ROOT.glob("*/__init__.py")):
        app = package.parent
        if app.name not in NOT_SHOWN:
            yield from ((app.name, path) for path in sorted(app.rglob("*")) if path.suffix in SUFFIXES)


def calls_in_code(text):
    return (node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call))


def calls_in_template(text):
    """Django turns a template into calls between rows of X; each call ends at the bracket that makes it whole."""
    code = templatize(text)
    for start in CALL.finditer(code):
        for end in re.finditer(r"\)", code[start.end() :]):
            try:
                yield ast.parse(code[start.start() : start.end() + end.end()], mode="eval").body
                break
            except SyntaxError:
                continue


def literal(call, position):
    """The text at a position of a call; None where it is computed."""
    if position is None or position >= len(call.args):
        return None
    value = getattr(call.args[position], "value", None)
    return value if isinstance(value, str) else None


def message(call):
    """(key, plural or None) of a gettext call; None for any other."""
    name = getattr(call.func, "id", getattr(call.func, "attr", None))
    if name not in ARGUMENTS:
        return None
    context, text, plural = (literal(call, position) for position in ARGUMENTS[name])
    if not text:
        return None
    return (f"{context}{CONTEXT}{text}" if context else text), plural


@cache
def uses():
    """[(key, plural or None, app)] of every text; all sources are parsed for it, once."""
    found = []
    for app, path in sources():
        calls = calls_in_code if path.suffix == ".py" else calls_in_template
        found += ((*said, app) for said in filter(None, map(message, calls(path.read_text()))))
    return found


def messages():
    """{key: (plural or None, apps that use it)}"""
    found = {}
    for key, plural, app in uses():
        before, apps = found.get(key, (None, set()))
        found[key] = (before or plural, apps | {app})
    return found


def said_both_ways():
    """Texts that stand with a plural and without: gettext of early Pythons 3.11 finds only one of the two."""
    with_plural, without = ({key for key, plural, _ in uses() if bool(plural) is way} for way in (True, False))
    return with_plural & without


# What the parts say ------------------------------------------------------------------------------------------


def translations():
    """{key: English or [singular, plural]} of all parts, and complaints about texts that two parts translate apart."""
    english, complaints = {}, []
    for part in sorted(PARTS.glob("*.json")):
        for key, value in json.loads(part.read_text()).items():
            if english.setdefault(key, value) != value:
                complaints.append(f"{part.stem}: another part translates this otherwise: {key!r}")
    return english, complaints


def placeholders(text):
    return sorted(PLACEHOLDER.findall(text))


def faults(key, plural, value):
    """What is wrong with one translation."""
    german = [key.rpartition(CONTEXT)[2], plural] if plural else [key.rpartition(CONTEXT)[2]]
    english = value if isinstance(value, list) else [value]
    if len(german) != len(english):
        return f"{len(german)} forms in German, {len(english)} in English: {key!r}"
    if not all(english):
        return f"empty: {key!r}"
    if any(placeholders(ours) != placeholders(theirs) for ours, theirs in zip(german[-1:], english[-1:], strict=True)):
        return f"placeholders differ: {key!r}"
    return None


def complaints():
    used = messages()
    english, found = translations()
    found += [f"missing ({', '.join(sorted(apps))}): {key!r}" for key, (_, apps) in used.items() if key not in english]
    found += [f"no longer used: {key!r}" for key in english if key not in used]
    found += [f"with a plural and without, one needs a context: {key!r}" for key in said_both_ways()]
    found += filter(None, (faults(key, used[key][0], english[key]) for key in used if key in english))
    return found


# Verbs -------------------------------------------------------------------------------------------------------


def entry(key, plural, value):
    context, _, text = key.rpartition(CONTEXT)
    forms = {"msgid_plural": plural, "msgstr_plural": dict(enumerate(value))} if plural else {"msgstr": value}
    return polib.POEntry(msgid=text, msgctxt=context or None, **forms)


def compile_english():
    used, (english, _) = messages(), translations()
    catalogue = polib.POFile()
    catalogue.metadata = HEADER
    sound = [key for key in sorted(used) if key in english and not faults(key, used[key][0], english[key])]
    catalogue.extend(entry(key, used[key][0], english[key]) for key in sound)
    COMPILED.parent.mkdir(parents=True, exist_ok=True)
    catalogue.save_as_mofile(COMPILED)


def print_missing():
    english, _ = translations()
    by_app = defaultdict(dict)
    for key, (plural, apps) in messages().items():
        if key not in english:
            by_app[min(apps)][key] = ["", ""] if plural else ""
    for app, lacking in sorted(by_app.items()):
        print(f"{app}: {len(lacking)}\n{json.dumps(lacking, ensure_ascii=False, indent=1)}")


def check():
    """Print what is wrong and tell whether nothing is."""
    found = complaints()
    print("\n".join(found) or f"{len(messages())} texts, all in English too")
    return not found


def main(verb):
    if verb == "--compile":
        compile_english()
    elif verb == "--missing":
        print_missing()
    elif verb == "--check":
        sys.exit(not check())
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main("".join(sys.argv[1:]))
