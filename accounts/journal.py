"""Writing the journal; reading it is `JournalEntry.objects.visible_to(actor)`."""

from accounts.actor import Actor
from accounts.models import JournalEntry
from accounts.models.journal import object_key


def record(verb: str, thing, *, by: Actor | None, readers=(), **data) -> JournalEntry:
    """Note that `by` did `verb` to `thing`; `readers` are organisations (or keys) that may see it besides the doer's.

    `by` None means the house itself (a job, a command). `data` must be JSON.
    """
    keys = {getattr(reader, "pk", reader) for reader in readers}
    if by:
        keys.add(by.organisation.pk)
    return JournalEntry.objects.create(
        verb=verb,
        object_key=object_key(thing),
        user=by.user if by else None,
        organisation=by.organisation if by else None,
        readers=sorted(keys),
        data=data,
    )
