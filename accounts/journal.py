"""Writing the journal; reading it is `JournalEntry.objects.visible_to(actor)`."""

from accounts.actor import Actor
from accounts.models import JournalEntry, User
from accounts.models.journal import object_key


def record(verb: str, thing, *, by: Actor | User | None, readers=(), **data) -> JournalEntry:
    """Note that `by` did `verb` to `thing`; `readers` are organisations (or keys) that may see it besides the doer's.

    `by` is an actor, a person who acts for nobody yet, or None for the house itself (a job, a command). `data` must
    be JSON.
    """
    organisation = by.organisation if isinstance(by, Actor) else None
    keys = {getattr(reader, "pk", reader) for reader in readers}
    if organisation:
        keys.add(organisation.pk)
    return JournalEntry.objects.create(
        verb=verb,
        object_key=object_key(thing),
        user=by.user if isinstance(by, Actor) else by,
        organisation=organisation,
        readers=sorted(keys),
        data=data,
    )
