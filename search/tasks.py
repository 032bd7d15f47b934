"""What `search` does by night."""

import logging

from procrastinate.contrib.django import app

from search import indexer
from search.documents.listings import catalogue_names
from search.engines import configured
from search.engines.base import SearchDown
from search.models import Index
from search.words import catalogue_words

log = logging.getLogger(__name__)


@app.periodic(cron="20 3 * * *")
@app.task(queueing_lock="keep_indices_true")
def keep_indices_true(timestamp: int):
    """Build an index anew when the catalogue brought new words, else compare it with the database and repair it."""
    words = sorted(catalogue_words(catalogue_names()))
    for engine in configured():
        try:
            with indexer.alone(engine):
                if Index.objects.filter(engine=engine, words=words).exists():
                    log.info("%s compared: %s", engine, indexer.compare(engine))
                else:
                    indexer.rebuild(engine)
                indexer.drain_engine(engine)
        except SearchDown as error:
            log.warning("%s does not answer, left for tomorrow: %s", engine, error)
