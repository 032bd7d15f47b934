import itertools
import os

import pytest

from search.engines.elastic import ElasticIndex
from search.engines.tantivy import TantivyIndex

_numbers = itertools.count()


@pytest.fixture(scope="module", params=["tantivy", "elasticsearch"])
def new_index(request, tmp_path_factory):
    """Makes empty indices of one engine: `new_index(kinds)`; every test that uses it runs once for each engine."""
    if request.param == "tantivy":
        root = tmp_path_factory.mktemp("search")
        yield lambda kinds: _made(TantivyIndex(f"g{next(_numbers)}", root), kinds)
        return
    url, prefix = request.getfixturevalue("elasticsearch_url"), f"contract-{os.getpid()}"
    yield lambda kinds: _made(ElasticIndex(f"g{next(_numbers)}", url, prefix), kinds)
    ElasticIndex("none", url, prefix).drop_others()


def _made(index, kinds):
    index.create(kinds)
    return index
