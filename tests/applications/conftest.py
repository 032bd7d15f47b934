import pytest

from cms.setup import lay_out


@pytest.fixture
def pages(db):
    """The laid-out house: an admitted producer's shop page has a place to be drafted."""
    lay_out()
