"""What `search` does by night."""

import logging
from datetime import UTC, datetime

from django.utils import timezone
from procrastinate.contrib.django import app

from search import indexer
from search.documents.listings import announce_prices_of, catalogue_names
from search.engines import configured
from search.engines.base import SearchDown
from search.models import Index
from search.words import catalogue_words

log = logging.getLogger(__name__)


@app.periodic(cron="1 22,23 * * *")  # it counts in UTC: a minute past midnight in summer, in winter
@app.task(queueing_lock="begin_prices_of_the_day")
def begin_prices_of_the_day(timestamp: int):
    """Let agreed prices that begin today be found, and those that ended yesterday no more."""
    here = timezone.localtime(datetime.fromtimestamp(timestamp, UTC))
    if here.hour == 0:
        announce_prices_of(here.date())


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
