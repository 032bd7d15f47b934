"""What higher apps want to do when a producer changes his standing; each appends in its `ready()`.

Every callable takes (supplier, by) and runs inside the verb's transaction.
"""

from collections.abc import Callable

admitted: list[Callable] = []
suspended: list[Callable] = []
resumed: list[Callable] = []
