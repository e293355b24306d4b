"""Whether an address still leads somewhere: asked with a time limit, and never of a machine inside the house."""

import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Callable
from contextlib import closing, suppress
from http.client import HTTPConnection, HTTPException
from typing import Any, Final
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from articles.source_enums import LinkState

MOST_HOPS: Final = 5
MOVED: Final = frozenset({301, 302, 303, 307, 308})
GONE: Final = frozenset({404, 410})
_KEPT_IN_A_PATH: Final = "/%:@!$&'()*+,;=~-._?"
_AGENT: Final = "clinic_cms (checks whether links still lead somewhere)"

MayCall = Callable[[str, int], bool]


def is_public(address: str, port: int) -> bool:
    """Whether a machine out in the world, at the usual doors: not this one, none of the house, no cloud's own."""
    found = ipaddress.ip_address(address)
    return port in (80, 443) and found.is_global and not found.is_multicast


def look(address: str, *, seconds: float, may_call: MayCall = is_public) -> LinkState:
    """Gone only where the server itself says so; whatever else goes wrong says nothing about the page."""
    ends = time.monotonic() + seconds
    for _hop in range(MOST_HOPS):
        try:
            status, location = _asked(urlsplit(address), ends, may_call)
        except (OSError, HTTPException, ValueError):
            return LinkState.UNKNOWN
        if status in GONE:
            return LinkState.GONE
        if status not in MOVED or not location:
            return LinkState.FINE if 200 <= status < 300 else LinkState.UNKNOWN
        address = urljoin(address, location)
    return LinkState.UNKNOWN


def _asked(parts: SplitResult, ends: float, may_call: MayCall) -> tuple[int, str]:
    """The status that this address answers with, and where it has moved to."""
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username or parts.password:
        raise ValueError("no web address")
    host = parts.hostname.encode("idna").decode("ascii")
    port = parts.port or (443 if parts.scheme == "https" else 80)
    left = ends - time.monotonic()
    if left <= 0:
        raise TimeoutError
    held = [_connected(host, port, left, may_call)]
    alarm = threading.Timer(left, _hang_up, [held])  # a server that sends a byte now and then is slow too
    alarm.daemon = True
    alarm.start()
    try:
        if parts.scheme == "https":
            secure = ssl.create_default_context()
            door = secure.wrap_socket(held[0], server_hostname=host, do_handshake_on_connect=False)
            held.append(door)
            door.do_handshake()
        return _first_lines(held[-1], host, port, parts)
    finally:
        alarm.cancel()
        for each in held:
            each.close()


def _first_lines(door: Any, host: str, port: int, parts: SplitResult) -> tuple[int, str]:
    connection = HTTPConnection(host, port)
    connection.sock = door
    path = quote(parts.path or "/", safe=_KEPT_IN_A_PATH)
    target = f"{path}?{quote(parts.query, safe=_KEPT_IN_A_PATH)}" if parts.query else path
    connection.request("GET", target, headers={"User-Agent": _AGENT, "Accept": "*/*", "Connection": "close"})
    with closing(connection), connection.getresponse() as answer:
        return answer.status, answer.getheader("Location", "") or ""


def _connected(host: str, port: int, seconds: float, may_call: MayCall) -> socket.socket:
    """A connection to the very address that was looked at: a name can't lead elsewhere the second time."""
    found = socket.getaddrinfo(host, port, socket.AF_INET, socket.SOCK_STREAM)
    addresses = [str(each[4][0]) for each in found]
    if not addresses or not all(may_call(address, port) for address in addresses):
        raise ValueError("not an address to call")
    return socket.create_connection((addresses[0], port), timeout=seconds)


def _hang_up(held: list[Any]) -> None:
    with suppress(OSError):
        held[-1].shutdown(socket.SHUT_RDWR)
