"""The house under test: its own folder under var/, a database that does not wait for the disk, quick passwords.

What the environment names (DATABASE_URL, SEARCH_URL, VAR_DIR) still counts, so a test's worker, indexer or command,
started with the test's environment, meets the test's database and files.
"""

import os
from pathlib import Path

from marketplace.database import NO_DISK_WAIT, database_url

TEST_VAR = Path(__file__).resolve().parent.parent.parent / "var" / "test"

os.environ.setdefault("VAR_DIR", str(TEST_VAR))
os.environ.setdefault("SECRET_KEY", "only-for-tests")
os.environ.setdefault("DATABASE_URL", database_url(TEST_VAR / "postgres", **NO_DISK_WAIT))

from marketplace.settings import *  # noqa: E402, F403  the lines above decide what it reads
from marketplace.settings import STORAGES  # noqa: E402

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
ALLOWED_HOSTS = ["*"]
