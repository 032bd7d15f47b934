"""A file from an address that a stranger typed: limits on size, time and redirects, and never into our own network.

Each host is resolved once; every address that it has must be public, and the connection goes to an address that was
checked, so that a name cannot mean something else a moment later.
"""

import http.client
import socket
import ssl
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from threading import Timer
from urllib.parse import SplitResult, quote, urljoin, urlsplit

Address = IPv4Address | IPv6Address

GLOBAL_UNICAST = ip_network("2000::/3")  # what lies outside embeds IPv4, is local or belongs to nobody
SPECIAL = [
    *map(ip_network, ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")),  # Teredo, examples, 6to4
    *map(ip_network, ("100.64.0.0/10", "192.0.0.0/24", "192.88.99.0/24", "198.18.0.0/15", "240.0.0.0/4")),
]
REDIRECTS = {301, 302, 303, 307, 308}
SAFE_PATH = "/%:@!$&'()*+,;=~-._"
HEADERS = {"User-Agent": "Mozilla/5.0 (compatible; marketplace pictures)", "Accept": "image/*", "Connection": "close"}
CHUNK = 1 << 16
BROKEN = (OSError, http.client.HTTPException, ValueError)


class NotFetched(Exception):
    """Why there is no file; `rule` is a key of catalog.pictures.words.REASONS."""

    def __init__(self, rule: str):
        super().__init__(rule)
        self.rule = rule


def is_public(address: Address) -> bool:
    """May anybody in the world reach this address, and is it one machine?"""
    if address.version == 6 and address not in GLOBAL_UNICAST:
        return False
    special = any(address in network for network in SPECIAL if network.version == address.version)
    return address.is_global and not (special or address.is_multicast or address.is_reserved)


@cache
def default_tls() -> ssl.SSLContext:
    return ssl.create_default_context()


@dataclass(frozen=True)
class Rules:
    """What a fetch may do; `seconds` are for one file with all its redirects."""

    max_bytes: int = 15 * 2**20
    seconds: float = 20
    redirects: int = 4
    ports: frozenset[int] = frozenset({80, 443})
    allows: Callable[[Address], bool] = is_public
    tls: Callable[[], ssl.SSLContext] = field(default=default_tls)


USUAL = Rules()


def fetch(url: str, rules: Rules = USUAL) -> bytes:
    """The bytes behind an http or https address; raises NotFetched."""
    deadline = time.monotonic() + rules.seconds
    for _ in range(rules.redirects + 1):
        answer = _ask(_split(url, rules), rules, deadline)
        if isinstance(answer, bytes):
            return answer
        url = _joined(url, answer)
    raise NotFetched("redirects")


def _joined(url: str, place: str) -> str:
    """Servers write umlauts into a header as UTF-8, http.client reads them as Latin-1."""
    try:
        return urljoin(url, place.encode("latin-1").decode("utf-8", "replace"))
    except ValueError:
        raise NotFetched("address") from None


def _split(url: str, rules: Rules) -> SplitResult:
    try:
        parts = urlsplit(url.strip())
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError:
        raise NotFetched("address") from None
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username is not None:
        raise NotFetched("address")
    if port not in rules.ports:
        raise NotFetched("port")
    return parts


def _ask(parts: SplitResult, rules: Rules, deadline: float) -> bytes | str:
    """The body, or where the answer says that it is."""
    host = _ascii(parts.hostname or "")
    secure = parts.scheme == "https"
    port = parts.port or (443 if secure else 80)
    line = _connect(addresses(host, port, rules.allows), port, deadline)
    cut = _Cut(line, deadline)
    try:
        if secure:
            line = cut.line = rules.tls().wrap_socket(line, server_hostname=host, do_handshake_on_connect=False)
            line.do_handshake()
        said = _talk(line, host, port, parts, rules.max_bytes)
        if cut.is_done:  # what was read until then may look whole
            raise NotFetched("timeout")
        return said
    except ssl.SSLCertVerificationError:
        raise NotFetched("certificate") from None
    except BROKEN:
        raise NotFetched("timeout" if cut.is_done or time.monotonic() >= deadline else "broken_off") from None
    finally:
        cut.cancel()
        line.close()


def _ascii(host: str) -> str:
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        raise NotFetched("address") from None


def addresses(host: str, port: int, allows: Callable[[Address], bool]) -> list[Address]:
    """What the host's name means now; one address that is not allowed spoils them all."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise NotFetched("no_host") from None
    resolved = list(dict.fromkeys(ip_address(str(entry[4][0])) for entry in found))
    if not all(map(allows, resolved)):
        raise NotFetched("not_public")
    return resolved


def _connect(resolved: list[Address], port: int, deadline: float) -> socket.socket:
    for address in resolved:
        left = deadline - time.monotonic()
        if left <= 0:
            raise NotFetched("timeout")
        try:
            return socket.create_connection((str(address), port), timeout=left)
        except OSError:
            continue
    raise NotFetched("timeout" if time.monotonic() >= deadline else "no_answer")


class _Cut:
    """Ends a conversation at the deadline, however slowly the other side drips."""

    def __init__(self, line: socket.socket, deadline: float):
        self.line = line
        self.is_done = False
        self.timer = Timer(max(0, deadline - time.monotonic()), self._cut)
        self.timer.daemon = True
        self.timer.start()

    def _cut(self) -> None:
        self.is_done = True
        with suppress(OSError):
            socket.socket.shutdown(self.line, socket.SHUT_RDWR)  # below TLS, which may be in the middle of a read

    def cancel(self) -> None:
        self.timer.cancel()


def _talk(line: socket.socket, host: str, port: int, parts: SplitResult, limit: int) -> bytes | str:
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    connection = kind(host, port)
    connection.sock = line  # the address that was checked; without a line it would look the name up again
    connection.request("GET", _target(parts), headers=HEADERS)
    answer = connection.getresponse()
    if answer.status in REDIRECTS and (place := answer.headers.get("Location")):
        return place
    if answer.status != 200:
        raise NotFetched(_refusal(answer.status))
    return _body(answer, limit)


def _target(parts: SplitResult) -> str:
    query = f"?{quote(parts.query, safe=SAFE_PATH + '?')}" if parts.query else ""
    return quote(parts.path or "/", safe=SAFE_PATH) + query


def _refusal(status: int) -> str:
    if status in (404, 410):
        return "not_there"
    return "locked" if status in (401, 402, 403, 407, 451) else "server_fault"


def _body(answer: http.client.HTTPResponse, limit: int) -> bytes:
    if (answer.length or 0) > limit:
        raise NotFetched("too_large")
    data = bytearray()
    while chunk := answer.read(CHUNK):
        data += chunk
        if len(data) > limit:
            raise NotFetched("too_large")
    if answer.length:
        raise NotFetched("broken_off")
    return bytes(data)
