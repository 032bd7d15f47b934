"""What all tests share: the machines (a database to clone, search servers, a browser) and the cast."""

import pytest
from django.utils import translation

pytest_plugins = ["tests.plugins.database", "tests.plugins.machines"]


@pytest.fixture(autouse=True)
def german():
    """A page under /en/ leaves English behind in the thread; each test begins in German."""
    with translation.override("de"):
        yield
