"""Who is there in most tests of the catalogue: Kornblum, and his owner with a browser."""

import pytest

from tests.catalog.importing import kornblum, person


@pytest.fixture
def supplier(db):
    return kornblum()


@pytest.fixture
def owner(client, supplier):
    client.force_login(person(supplier, "supplier_owner"))
    return client
