"""Two engines behind one interface (base.SearchIndex)."""

from django.conf import settings

from search.engines.base import SearchIndex
from search.engines.elastic import ElasticIndex
from search.engines.tantivy import TantivyIndex

ENGINES: dict[str, type[SearchIndex]] = {"elasticsearch": ElasticIndex, "tantivy": TantivyIndex}


def configured() -> list[str]:
    """Engines in use, the one that answers first; the embedded index stands in while a server is down."""
    return ["elasticsearch", "tantivy"] if settings.SEARCH_URL else ["tantivy"]
