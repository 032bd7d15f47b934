"""The access table against the pages: nobody sees more than it says, and no page is missing in it."""

import pytest
from django.apps import apps
from django.conf import settings
from django.db import transaction
from django.urls import NoReverseMatch, get_resolver, reverse

from tests.architecture.access import DOORS, EVERYBODY
from tests.architecture.world import build, client

SEARCH_IS_DOWN = 503  # no index was built here; the door is open all the same
LOGINS = (settings.LOGIN_URL, settings.WAGTAILADMIN_LOGIN_URL)


def names(resolver, namespace=""):
    """All URL names below a resolver, with their namespaces."""
    for entry in resolver.url_patterns:
        if hasattr(entry, "url_patterns"):
            inner = f"{namespace}{entry.namespace}:" if entry.namespace else namespace
            yield from ((name, view) for name, view in names(entry, inner))
        elif entry.name:
            yield f"{namespace}{entry.name}", entry.callback


def our_names():
    """Names in our apps' namespaces, and those without one that lead to code of ours."""
    ours = {config.name for config in apps.get_app_configs() if "site-packages" not in config.path} | {"find"}
    for name, view in names(get_resolver()):
        space, _, _ = name.rpartition(":")
        if space in ours or (not space and view.__module__.partition(".")[0] in ours):
            yield name


def answer(response):
    """in, login, 403 or 404; the Amt's frame refuses by sending back to its first page."""
    if response.status_code in (301, 302):
        if any(response.url.startswith(reverse(login)) for login in LOGINS):
            return "login"
        return "403" if response.url == reverse("wagtailadmin_home") else "in"
    if response.status_code in (403, 404):
        return str(response.status_code)
    return "in" if response.status_code < 500 or response.status_code == SEARCH_IS_DOWN else str(response.status_code)


def knock(world, role, url, asks):
    """Ask for the page, or send an empty form where it only takes forms; nothing of it stays."""
    with transaction.atomic():
        response = client(world, role).get(url, asks)
        if response.status_code == 405:
            response = client(world, role).post(url)
        transaction.set_rollback(True)
    return answer(response)


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    """One for all doors, in a transaction that falls at the end; each knock leaves it as it was."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield build()
        transaction.set_rollback(True)


@pytest.mark.parametrize("name", DOORS)
def test_door_opens_to_whom_the_table_says(name, world):
    door = DOORS[name]
    url = reverse(name, args=[world.arguments[argument] for argument in door.args])
    asks = {parameter: world.arguments[argument] for parameter, argument in door.asks}
    met = {role: knock(world, role, url, asks) for role in sorted(EVERYBODY)}
    assert met == {role: door.expected(role) for role in sorted(EVERYBODY)}


def test_every_door_is_in_the_table():
    assert sorted(set(our_names()) - set(DOORS)) == []


def test_no_door_in_the_table_is_gone():
    assert sorted(set(DOORS) - set(our_names())) == []


def test_no_page_of_oscar_is_open():
    """Its checkout knows no suppliers and its dashboard shows one the orders of another."""
    for name in ("basket:summary", "checkout:index", "dashboard:index", "catalogue:index", "customer:summary"):
        with pytest.raises(NoReverseMatch):
            reverse(name)
