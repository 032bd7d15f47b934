"""What a run leaves in the journal; agreed prices are not everybody's business in the house."""

from accounts.actor import Actor
from accounts.journal import record
from accounts.models import Organisation
from catalog.models import ImportRun


def started(run: ImportRun, *, by: Actor | None) -> None:
    record("import.started", run, by=by, readers=_readers(run), file=run.upload.name)


def committed(run: ImportRun, *, by: Actor | None) -> None:
    if run.price_list:
        record("price_list.imported", run.price_list, by=by, written=run.fine, file=run.upload.name)
    else:
        record("import.committed", run, by=by, readers=_readers(run))


def undone(run: ImportRun, *, by: Actor | None) -> None:
    if run.price_list:
        record("price_list.undone", run.price_list, by=by, file=run.upload.name)
    else:
        record("import.undone", run, by=by, readers=_readers(run))


def discarded(run: ImportRun, *, by: Actor | None) -> None:
    record("import.discarded", run, by=by, readers=_readers(run))


def _readers(run: ImportRun) -> list[Organisation]:
    return [] if run.price_list_id else [run.supplier.organisation]
