"""Lay what the browser needs from others under var/assets: styles, fonts, scripts, a sprite of the icons in use.

    var/assets/vendor/kern/      KERN's style sheets and fonts
    var/assets/vendor/htmx/, vendor/leaflet/
    var/assets/icons.svg         a <symbol> per icon, its id the icon's name

An icon is in use where a template says `{% icon "…" %}`, or where code or a template sets `icon` to its name.
"""

import re
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "var" / "assets"
PACKAGES = ROOT / "node_modules"
COPIED = {
    "@kern-ux/native/dist": "kern",
    "htmx.org/dist/htmx.min.js": "htmx/htmx.min.js",
    "leaflet/dist": "leaflet",
}
LEFT_OUT = shutil.ignore_patterns("*.scss", "*-src*", "*.esm.js")
LITERAL = re.compile(r"""{%-?\s*icon\s+["']([a-z0-9-]+)["']""")
ASSIGNED = re.compile(r"""\bicon["']?\s*[:=]\s*["']([a-z0-9-]+)["']""")


def copy_packages():
    vendor = TARGET / "vendor"
    shutil.rmtree(vendor, ignore_errors=True)
    for source, target in COPIED.items():
        source, target = PACKAGES / source, vendor / target
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=LEFT_OUT)
        else:
            shutil.copy(source, target)


def sources():
    """Templates and code of our own apps."""
    apps = [folder.parent for folder in ROOT.glob("*/__init__.py")]
    return [path for app in apps for path in app.rglob("*") if path.suffix in {".html", ".py", ".svg"}]


def icons_in_use():
    """Names that templates ask for; and those that are only assigned, which may be another set's."""
    texts = [path.read_text() for path in sources()]
    return (
        {name for text in texts for name in LITERAL.findall(text)},
        {name for text in texts for name in ASSIGNED.findall(text)},
    )


def symbol(name):
    svg = (PACKAGES / "lucide-static" / "icons" / f"{name}.svg").read_text()
    shapes = svg[svg.index(">", svg.index("<svg")) + 1 : svg.rindex("</svg>")].strip()
    return f'<symbol id="{name}" viewBox="0 0 24 24">{shapes}</symbol>'


def sprite():
    """The icons in use as one file; a name that a template asks for and Lucide lacks ends the build."""
    known = {path.stem for path in (PACKAGES / "lucide-static" / "icons").glob("*.svg")}
    asked, assigned = icons_in_use()
    if unknown := asked - known:
        sys.exit(f"Lucide has no icon named {', '.join(sorted(unknown))}")
    symbols = "\n".join(symbol(name) for name in sorted(asked | assigned & known))
    return f'<svg xmlns="http://www.w3.org/2000/svg">\n{symbols}\n</svg>\n'


def main():
    TARGET.mkdir(parents=True, exist_ok=True)
    copy_packages()
    (TARGET / "icons.svg").write_text(sprite())


if __name__ == "__main__":
    main()
