"""A real database for every test, at the price of a copy.

A migrated template is kept per state of the migrations and cloned for each run; a template whose migrations are all
still there is cloned and migrated further. Tests roll back. One that needs real transactions (`transactional_db`,
`live_server`, `django_db(transaction=True)`) gets a clone of its own instead of Django's flush, which would take
Wagtail's root page and the first locale along.
"""

import hashlib
import itertools
import json
import os
import shutil
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil
import psycopg
import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test import TransactionTestCase
from psycopg import sql
from psycopg.conninfo import make_conninfo

TEMPLATES_KEPT = 4
SERVER = os.environ["DATABASE_URL"]  # as the settings left it: a database to give orders from, never written to
BUILDING = 7_402_511  # number of the advisory lock under which templates are made and dropped

_numbers = itertools.count()


def order(statement, *names, **values):
    """Run a statement that PostgreSQL wants outside of transactions; `names` and `values` are quoted into it."""
    with psycopg.connect(SERVER, autocommit=True) as server:
        quoted = sql.SQL(statement).format(
            *map(sql.Identifier, names), **{k: sql.Literal(v) for k, v in values.items()}
        )
        cursor = server.execute(quoted)
        return cursor.fetchall() if cursor.description else []


@contextmanager
def connected_to(name):
    """Point Django, all its threads and the programs that a test starts at another database."""
    before, url_before = connection.settings_dict["NAME"], os.environ["DATABASE_URL"]
    connection.close()
    connection.settings_dict["NAME"] = name
    os.environ["DATABASE_URL"] = make_conninfo(SERVER, dbname=name)
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = before
        os.environ["DATABASE_URL"] = url_before


# Templates ---------------------------------------------------------------------------------------------------


def fingerprint():
    """What a template depends on: our migrations and the packages that bring the others, each with its hash."""
    root = Path(settings.BASE_DIR)
    files = [root / "requirements" / "run.txt", *root.glob("*/migrations/[0-9]*.py")]
    return {str(path.relative_to(root)): hashlib.sha256(path.read_bytes()).hexdigest()[:16] for path in files}


def templates():
    """Names and fingerprints of the finished ones, the youngest first."""
    rows = order(
        "SELECT datname, shobj_description(oid, 'pg_database') FROM pg_database"
        " WHERE datname LIKE 'template_lv_%' ORDER BY oid DESC"
    )
    return [(name, json.loads(state)) for name, state in rows if state]


def template():
    """The name of a template for the migrations as they are now; makes it if there is none."""
    wanted = fingerprint()
    name = f"template_lv_{hashlib.sha256(json.dumps(wanted, sort_keys=True).encode()).hexdigest()[:12]}"
    with psycopg.connect(SERVER) as server:
        server.execute("SELECT pg_advisory_xact_lock(%s)", [BUILDING])
        if name not in dict(templates()):
            build(name, wanted)
            drop_old_templates()
    return name


def build(name, wanted):
    grown_from = [old for old, state in templates() if state.items() <= wanted.items()]
    order("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)
    order("CREATE DATABASE {} TEMPLATE {}", name, next(iter(grown_from), "template1"))
    with connected_to(name):
        call_command("migrate", verbosity=0, interactive=False)
        call_command("createcachetable", verbosity=0)
    order("ALTER DATABASE {} ALLOW_CONNECTIONS false", name)
    order("COMMENT ON DATABASE {} IS {state}", name, state=json.dumps(wanted))


def drop_old_templates():
    for name, _ in templates()[TEMPLATES_KEPT:]:
        with suppress(psycopg.Error):
            order("DROP DATABASE IF EXISTS {}", name)


# Clones ------------------------------------------------------------------------------------------------------


@contextmanager
def cloned(source):
    name = f"test_{os.getpid()}_{next(_numbers)}"
    order("CREATE DATABASE {} TEMPLATE {}", name, source)
    try:
        with connected_to(name):
            yield
    finally:
        order("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)


def is_dead(owner):
    return owner.isdigit() and not psutil.pid_exists(int(owner))


def remove_leftovers():
    """Databases and folders of test processes that were killed; on a server of several machines nobody can tell."""
    for folder in (settings.TEST_VAR / "runs").iterdir():
        if is_dead(folder.name.split("-")[0]):
            shutil.rmtree(folder, ignore_errors=True)
    if not connection.settings_dict["HOST"].startswith("/"):
        return
    for (name,) in order("SELECT datname FROM pg_database WHERE datname LIKE 'test\\_%'"):
        if is_dead(name.split("_")[1]):
            with suppress(psycopg.Error):
                order("DROP DATABASE IF EXISTS {}", name)


@pytest.fixture(scope="session")
def database_template(django_db_blocker):
    with django_db_blocker.unblock():
        remove_leftovers()
        return template()


@pytest.fixture(scope="session")
def django_db_setup(database_template, django_db_blocker, django_test_environment):
    """In place of pytest-django's: the run's own clone, and clones instead of flushes."""
    own = pytest.MonkeyPatch()
    own.setattr(TransactionTestCase, "_fixture_setup", classmethod(lambda case: enter_clone(case, database_template)))
    own.setattr(TransactionTestCase, "_fixture_teardown", leave_clone)
    with django_db_blocker.unblock(), cloned(database_template):
        yield
    own.undo()


def enter_clone(case, source):
    case.clone = cloned(source)
    case.clone.__enter__()


def leave_clone(test):
    test.clone.__exit__(None, None, None)
