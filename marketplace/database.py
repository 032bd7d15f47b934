"""Which PostgreSQL the project talks to: the one that DATABASE_URL names, or one of its own under var/."""

import os
import warnings
from pathlib import Path

from psycopg.conninfo import conninfo_to_dict

NO_DISK_WAIT = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}

_DJANGO_NAMES = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}


def database_url(data: Path, **parameters: str) -> str:
    """The address of the database: DATABASE_URL, or the project's own server with its data in `data`.

    `parameters` are PostgreSQL's own and count when its server first fills the folder.
    """
    if url := os.environ.get("DATABASE_URL"):
        return url
    with warnings.catch_warnings():  # it asks for a login session's runtime folder, which services and CI lack
        warnings.filterwarnings("ignore", message="XDG_RUNTIME_DIR")
        from marketplace.postgres import embedded_url
    return embedded_url(data, **parameters)


def databases(url: str) -> dict:
    """Django's DATABASES for a libpq address; what Django has no name for in it (sslmode, ...) goes into OPTIONS."""
    options = conninfo_to_dict(url)
    named = {ours: str(options.pop(theirs, "")) for theirs, ours in _DJANGO_NAMES.items()}
    return {
        "default": {
            "ENGINE": "django.db.backends.postgresql",
            **named,
            "OPTIONS": options,
            "CONN_MAX_AGE": 600,
            "CONN_HEALTH_CHECKS": True,
        }
    }
