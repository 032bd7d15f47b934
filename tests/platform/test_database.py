"""The tests' own ground: rollback, clones, and what a started program sees."""

import os
import subprocess
import sys

import psycopg
import pytest
from django.contrib.sites.models import Site
from django.db import connection, transaction

pytestmark = pytest.mark.django_db


def write():
    Site.objects.create(domain="planted.example", name="planted")


def planted():
    return Site.objects.filter(name="planted").count()


@pytest.mark.parametrize("turn", [1, 2])
def test_a_test_leaves_nothing_behind(turn):
    assert planted() == 0
    write()


@pytest.mark.parametrize("turn", [1, 2])
def test_a_committed_row_goes_with_the_clone(turn, transactional_db):
    assert planted() == 0
    write()
    with psycopg.connect(os.environ["DATABASE_URL"]) as other:
        assert other.execute("SELECT count(*) FROM django_site WHERE name = 'planted'").fetchone() == (1,)


def test_the_shared_clone_is_back_after_a_clone_of_ones_own():
    assert connection.settings_dict["NAME"] in os.environ["DATABASE_URL"]
    assert planted() == 0


def test_transactions_are_real_in_a_clone(transactional_db):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        write()
        raise ZeroDivisionError
    assert planted() == 0


def test_a_program_started_by_a_test_meets_its_database(transactional_db):
    write()
    code = (
        "import django; django.setup(); from django.contrib.sites.models import Site; print(Site.objects.last().name)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "planted"
