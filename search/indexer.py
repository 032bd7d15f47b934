"""The drainer: takes what the triggers wrote, reads the documents, writes the engine, then deletes the rows.

A row is deleted only after the engine has committed, and only the very row that was read: a kill in between means the
same work again, never a change lost. One process at a time works for an engine; others wait or stand by.
"""

import logging
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import lru_cache
from hashlib import blake2b

import orjson
from django.db import OperationalError, connection, transaction
from django.utils import timezone

from search.documents.listings import catalogue_names
from search.engines import ENGINES, configured
from search.engines.base import SearchDown, SearchIndex
from search.models import Change, Index
from search.registry import Kind, kinds
from search.spelling import Spelling
from search.text import Analyser
from search.words import catalogue_words, words_of

log = logging.getLogger(__name__)
BATCH = 2000
silent: set[str] = set()  # engines whose silence has been reported
# Whoever writes here while an engine is taken into use must be waited for: his trigger did not know of it.
ANNOUNCING = "catalog_listing, catalog_priceline, catalogue_product, suppliers_supplier"


def drain(wait: bool = True) -> int:
    """Bring every committed change into every index in use; returns how many. Waits where another process drains.

    An engine that is down keeps its changes for later.
    """
    done = 0
    for engine in configured():
        try:
            with alone(engine, wait) as is_mine:
                done += drain_engine(engine) if is_mine else 0
        except SearchDown as error:
            if engine not in silent:
                log.warning("%s does not answer, changes wait: %s", engine, error)
            silent.add(engine)
        else:
            silent.discard(engine)
    return done


def drain_engine(engine: str) -> int:
    """One engine's changes, batch by batch; the caller is alone. A missing or outdated index is built first."""
    index, analyser = ensure(engine)
    done = 0
    while batch := list(Change.objects.filter(engine=engine).order_by("pk")[:BATCH]):
        apply(index, analyser, batch)
        Change.objects.filter(pk__in=[change.pk for change in batch]).delete()
        done += len(batch)
    return done


def apply(index: SearchIndex, analyser: Analyser, batch: list[Change]) -> None:
    announced: dict[str, set[int]] = defaultdict(set)
    for change in batch:
        announced[change.kind].add(change.key)
    for kind in kinds.values():
        keys = set(announced.get(kind.name, ()))
        for group, keys_of in kind.groups.items():
            if group in announced:
                keys.update(keys_of(sorted(announced[group])))
        for some in chunks(sorted(keys)):
            write(index, analyser, kind, some)


def write(index: SearchIndex, analyser: Analyser, kind: Kind, keys: list[int]) -> None:
    documents = list(documents_of(kind, analyser, kind.rows().filter(pk__in=keys)))
    index.write(kind.name, documents, gone=set(keys) - {document["key"] for document in documents})


def documents_of(kind: Kind, analyser: Analyser, rows: Iterable) -> Iterator[dict]:
    """Documents with key and digest; a row that cannot be read is reported and left out, the others go on."""
    for row in rows:
        try:
            document = kind.document(analyser, row)
        except Exception:
            log.exception("%s %s cannot be indexed", kind.name, row.pk)
            continue
        yield {"key": row.pk, "digest": digest(document), **document}


def digest(document: dict) -> int:
    """63 bits that differ when the document does."""
    packed = orjson.dumps(document, option=orjson.OPT_SORT_KEYS)
    return int.from_bytes(blake2b(packed, digest_size=8).digest()) >> 1


def chunks(keys: list[int], size: int = BATCH) -> Iterator[list[int]]:
    for at in range(0, len(keys), size):
        yield keys[at : at + size]


# Building --------------------------------------------------------------------------------------------------------


def ensure(engine: str) -> tuple[SearchIndex, Analyser]:
    """The index in use and its text chain; built where it is missing or its documents have other fields now."""
    row = Index.objects.filter(engine=engine).first()
    layout = ENGINES[engine].layout()
    if row and row.generation.startswith(layout):
        index = ENGINES[engine](row.generation)
        if index.exists(kinds):
            return index, analyser_of(tuple(row.words))
    return rebuild(engine)


@lru_cache(maxsize=2)
def analyser_of(words: tuple[str, ...]) -> Analyser:
    """Kept between drains, as it remembers the words that it has taken apart."""
    return Analyser(words_of(words))


def rebuild(engine: str) -> tuple[SearchIndex, Analyser]:
    """Write a new index beside the old one and swap; the caller is alone. The old one answers until then.

    Changes meanwhile wait in the outbox and are drained into the new index.
    """
    take_into_use(engine)
    words = sorted(catalogue_words(catalogue_names()))
    analyser = analyser_of(tuple(words))
    index = ENGINES[engine](f"{ENGINES[engine].layout()}-{datetime.now():%Y%m%d%H%M%S%f}")
    index.create(kinds)
    for kind in kinds.values():
        keys = list(kind.rows().values_list("pk", flat=True))
        for some in chunks(keys):
            write(index, analyser, kind, some)
        log.info("%s: %s %s", engine, len(keys), kind.name)
    Index.objects.filter(engine=engine).update(generation=index.generation, words=words, built_at=timezone.now())
    index.drop_others()
    Spelling(analyser.words)  # its files are ready before the first typing error
    return index, analyser


@transaction.atomic
def take_into_use(engine: str) -> None:
    """From here on the triggers announce to this engine; no writer that did not know of it is still under way."""
    if not Index.objects.filter(engine=engine).exists():
        with connection.cursor() as cursor:
            cursor.execute(f"LOCK TABLE {ANNOUNCING} IN SHARE MODE")
        Index.objects.create(engine=engine)


def retire_unused() -> None:
    """Forget engines that the settings no longer name; their changes would pile up."""
    unused = Index.objects.exclude(engine__in=configured())
    Change.objects.filter(engine__in=[index.engine for index in unused]).delete()
    unused.delete()


# Comparing -------------------------------------------------------------------------------------------------------


def compare(engine: str) -> dict[str, dict[str, int]]:
    """Look for drift between index and database and announce what differs; kind -> missing, extra, different."""
    index, analyser = ensure(engine)
    report = {}
    for kind in kinds.values():
        indexed, wrong = index.digests(kind.name), {"missing": [], "different": []}
        for some in chunks(list(kind.rows().values_list("pk", flat=True))):
            for document in documents_of(kind, analyser, kind.rows().filter(pk__in=some)):
                found = indexed.pop(document["key"], None)
                if found != document["digest"]:
                    wrong["missing" if found is None else "different"].append(document["key"])
        wrong["extra"] = list(indexed)
        changes = [Change(engine=engine, kind=kind.name, key=key) for keys in wrong.values() for key in keys]
        Change.objects.bulk_create(changes)
        report[kind.name] = {name: len(keys) for name, keys in wrong.items()}
    return report


@contextmanager
def alone(engine: str, wait: bool = True) -> Iterator[bool]:
    """Whether this process may write the engine's index now; a killed holder frees it by dying."""
    key = f"search:{engine}"
    with connection.cursor() as cursor:
        call = "pg_advisory_lock" if wait else "pg_try_advisory_lock"
        cursor.execute(f"SELECT {call}(hashtext(%s))", [key])
        is_mine = wait or cursor.fetchone()[0]
    try:
        yield is_mine
    finally:
        if is_mine:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(hashtext(%s))", [key])


def run(stopped, pause: float = 0.5) -> None:
    """Drain for ever, until `stopped()`; looks twice a second, so changes are found within a second or two."""
    retire_unused()
    while not stopped():
        try:
            done = drain(wait=False)
        except OperationalError as error:
            log.warning("The database does not answer: %s", error)
            connection.close()
            done = 0
        if not done:
            time.sleep(pause)
