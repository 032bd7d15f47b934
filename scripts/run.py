"""`make run`: the marketplace with its demo region, on this machine.

Starts PostgreSQL, brings the database up to date, builds the demo region into an empty one, then keeps web server,
worker and indexer running until Ctrl-C. One that dies is started again. PORT, DATABASE_URL, SEARCH_URL and all other
settings may come from the environment; DEMO=0 leaves the demo region and its logins out.
"""

import os
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from marketplace.database import database_url

ROOT = Path(__file__).resolve().parent.parent
VAR = Path(os.environ.get("VAR_DIR", ROOT / "var"))
PORT = os.environ.get("PORT", "8000")
ADDRESS = f"http://localhost:{PORT}"
GRACE = 25  # seconds for a job under way to end
PAUSE = 2  # seconds before a dead program is started again
MANAGE = [sys.executable, "manage.py"]
PROGRAMS = {
    "web": [
        *(str(Path(sys.executable).parent / "gunicorn"), "marketplace.wsgi", "--no-control-socket"),
        *("--bind", f"127.0.0.1:{PORT}", "--workers", "2", "--threads", "4", "--log-level", "warning"),
    ],
    "worker": [*MANAGE, "run_worker"],
    "indexer": [*MANAGE, "run_indexer"],
}


class Stopped(BaseException):
    """Somebody asked us to stop."""


def stop(*_):
    raise Stopped


def manage(*arguments):
    subprocess.run([*MANAGE, *arguments], cwd=ROOT, check=True)


def prepare():
    """What a deployment does too, and the demo region."""
    manage("migrate", "--verbosity", "0")
    manage("createcachetable")
    manage("collectstatic", "--no-input", "--verbosity", "0")
    manage("set_up")
    if os.environ["DEMO"] == "1":
        manage("build_demo", "--if-empty")


def start(name):
    """In a session of its own, so that Ctrl-C reaches this program only, which then ends the others in order."""
    return subprocess.Popen(PROGRAMS[name], cwd=ROOT, start_new_session=True, stdin=subprocess.DEVNULL)


def keep_running(programs):
    while True:
        for name, program in programs.items():
            if program.poll() is not None:
                print(f"{name} ended with {program.returncode} and is started again", file=sys.stderr, flush=True)
                time.sleep(PAUSE)
                programs[name] = start(name)
        time.sleep(0.5)


def end(programs):
    for program in programs.values():
        if program.poll() is None:
            program.terminate()
    deadline = time.monotonic() + GRACE
    for program in programs.values():
        try:
            program.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            os.killpg(program.pid, signal.SIGKILL)


def wait_for_web(program):
    while program.poll() is None:
        try:
            urllib.request.urlopen(ADDRESS, timeout=10).close()
            return
        except OSError:
            time.sleep(0.3)


def greet():
    print(f"\n{ADDRESS}/       the marketplace\n{ADDRESS}/cms/   for editors and the Amt", flush=True)
    if (logins := VAR / "demo-logins.txt").exists():
        print(f"\n{logins.read_text()}")
    print("Ctrl-C stops it.", flush=True)


def main():
    os.environ.setdefault("DEMO", "1")
    os.environ.setdefault("BASE_URL", ADDRESS)
    os.environ["DATABASE_URL"] = database_url(VAR / "postgres")  # this program owns it and stops it last
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    programs = {}
    try:
        prepare()
        programs.update({name: start(name) for name in PROGRAMS})
        wait_for_web(programs["web"])
        greet()
        keep_running(programs)
    except Stopped:
        print("\nStopping", file=sys.stderr, flush=True)
    except subprocess.CalledProcessError as error:
        sys.exit(f"{' '.join(error.cmd[1:])} failed")
    finally:
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_IGN)
        end(programs)


if __name__ == "__main__":
    main()
