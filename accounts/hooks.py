"""What higher apps want to do when people change; each appends in its `ready()`.

Every callable runs inside the transaction of the change. Those of `roles_changed` take (user), those of
`address_changed` take (address) before it is saved: `suppliers` knows where a postcode lies. `sentences` says how a
verb of the journal reads, with the names of its data in braces.
"""

from collections.abc import Callable

roles_changed: list[Callable] = []
address_changed: list[Callable] = []
sentences: dict[str, str] = {}
