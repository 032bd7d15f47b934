"""The house under test: a database that does not wait for the disk, a folder per test process, quick passwords.

What is decided here goes into the environment, so a worker, indexer or command that a test starts meets the test's
database, files and search index. Tests clone the database (tests/plugins/database.py) and say so in DATABASE_URL.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

from marketplace.database import NO_DISK_WAIT, database_url

TEST_VAR = Path(__file__).resolve().parent.parent / "var" / "test"


def own_folder():
    """Give each process that runs tests its VAR_DIR and search prefix; programs started by it inherit both."""
    process = os.environ.get("PYTEST_XDIST_WORKER", "main")
    if os.environ.get("TEST_PROCESS") == process:
        return
    runs = TEST_VAR / "runs"
    runs.mkdir(parents=True, exist_ok=True)
    folder = tempfile.mkdtemp(prefix=f"{os.getpid()}-", dir=runs)
    os.environ |= {"TEST_PROCESS": process, "VAR_DIR": folder, "SEARCH_PREFIX": f"test-{Path(folder).name}".lower()}
    atexit.register(shutil.rmtree, folder, ignore_errors=True)


own_folder()
os.environ.setdefault("SECRET_KEY", "only-for-tests")
os.environ.setdefault("DATABASE_URL", database_url(TEST_VAR / "postgres", **NO_DISK_WAIT))
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # Playwright keeps an event loop in the thread of the tests

from marketplace.settings import *  # the lines above decide what it reads
from marketplace.settings import STORAGES

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = True  # no collectstatic before tests
ALLOWED_HOSTS = ["*"]
PROCRASTINATE_IMPORT_PATHS = ["tests.jobs"]
