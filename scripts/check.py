"""All that can be told without running tests, in well under a minute; every check runs, even after a failure.

python -m scripts.check [NAME ...]
"""

import os
import re
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
CHECKS = {
    "style": [BIN / "ruff", "check", "--quiet", "--output-format", "concise", "."],
    "format": [BIN / "ruff", "format", "--check", "--quiet", "."],
    "types": [BIN / "mypy", "."],
    "layers": [BIN / "lint-imports", "--no-logo"],
    "django": [sys.executable, "manage.py", "check", "--fail-level", "WARNING"],
    "migrations": [sys.executable, "manage.py", "makemigrations", "--check", "--dry-run"],
    "templates": [sys.executable, "-m", "scripts.templates"],
    "translations": [sys.executable, "-m", "scripts.translations", "--check"],
}
SUPPRESSION = re.compile(r"#\s*(?:noqa|type:\s*ignore|pragma:\s*no cover)")


def passes(name, command):
    started = time.monotonic()
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "tests.settings"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    verdict = "failed" if done.returncode else "ok"
    print(f"{name:13} {verdict:6} {time.monotonic() - started:5.1f} s", flush=True)
    if done.returncode:
        print((done.stdout + done.stderr).rstrip(), end="\n\n", flush=True)
    return not done.returncode


def suppressions():
    """Lines of our code that tell a checker to look away."""
    folders = {package.parent for package in ROOT.glob("*/__init__.py")}
    paths = [path for folder in folders for path in folder.rglob("*.py") if path != Path(__file__)]
    return sum(len(SUPPRESSION.findall(path.read_text())) for path in paths)


def main(names):
    results = [passes(name, CHECKS[name]) for name in names or CHECKS]
    print(f"{suppressions()} suppressions in the code")
    sys.exit(not all(results))


if __name__ == "__main__":
    main(sys.argv[1:])
