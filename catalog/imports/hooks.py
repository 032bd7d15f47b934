"""What higher apps want to do when an import has changed the catalogue; each appends in its `ready()`."""

from collections.abc import Callable

committed: list[Callable] = []  # (run), called inside the commit's transaction
