"""`make test`: all tests on all cores, with a real Elasticsearch and a browser where the machine can have them.

    python -m scripts.test [ARGUMENTS FOR PYTEST]

With arguments pytest gets them as they are. Without, Elasticsearch starts while the first tests already run.
"""

import subprocess
import sys

from scripts import elasticsearch
from scripts.environment import ROOT, apt_install
from tests.plugins.machines import chromium


def run_all():
    was_running = elasticsearch.running_url()
    starter = subprocess.Popen([sys.executable, "-m", "scripts.elasticsearch", "start"], cwd=ROOT, stdout=sys.stderr)
    try:
        return pytest("-n", "logical", "--maxprocesses", "8", "--dist", "worksteal")
    finally:
        starter.wait()
        if not was_running:
            elasticsearch.stop()


def pytest(*arguments):
    return subprocess.run([sys.executable, "-m", "pytest", *arguments], cwd=ROOT, stdin=subprocess.DEVNULL).returncode


def main(arguments):
    if not chromium():
        apt_install("chromium")
    sys.exit(pytest(*arguments) if arguments else run_all())


if __name__ == "__main__":
    main(sys.argv[1:])
