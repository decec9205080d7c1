"""How often an address asked within a minute, known to all web processes together; no address is kept anywhere.

One file of fixed size holds a table of counters. A keyed digest says which counter is an address's own; two addresses
may share one by chance, and whoever does not know the key cannot look for a neighbour.
"""

import fcntl
import hashlib
import math
import os
import struct
import time
from functools import cache
from ipaddress import IPv6Address, ip_address, ip_network
from pathlib import Path
from threading import Lock

from django.conf import settings
from django.http import HttpRequest

MINUTE = 60
COUNTERS = 65_536
CLOSE = 1e-6  # of a request: whoever waits to the second is not refused for a rounding
ROW = struct.Struct("<QII")  # a minute, what was answered in it, what was answered in the minute before
_threads = Lock()  # the file's own lock keeps processes apart, not threads of one


def wait(what: str, request: HttpRequest, most: int, now: float | None = None) -> int:
    """Count a request of this address for `what`; return 0, or the seconds until it may ask again.

    At most `most` are answered in any sixty seconds, what is left of the minute before counted by its share. What is
    refused does not count: whoever waits as long as told is answered.
    """
    minute, second = divmod(now if now is not None else time.time(), MINUTE)
    place = _place(what, sender(request.META.get("REMOTE_ADDR", "")))
    table = _table(Path(settings.ASKED))
    with _threads:
        fcntl.lockf(table, fcntl.LOCK_EX, ROW.size, place)
        try:
            here, before = _counted(os.pread(table, ROW.size, place), int(minute))
            seconds = _seconds(here, before, most, second)
            if not seconds:
                os.pwrite(table, ROW.pack(int(minute), here + 1, before), place)
        finally:
            fcntl.lockf(table, fcntl.LOCK_UN, ROW.size, place)
    return math.ceil(seconds)


def sender(address: str) -> str:
    """Return who is counted: an address, of IPv6 its network, since one household has as many addresses as it likes."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if not isinstance(found, IPv6Address):
        return str(found)
    return str(found.ipv4_mapped or ip_network((found, 64), strict=False))


def _place(what: str, who: str) -> int:
    key = hashlib.blake2b(settings.SECRET_KEY.encode(), digest_size=32).digest()
    digest = hashlib.blake2b(f"{what} {who}".encode(), digest_size=8, key=key).digest()
    return int.from_bytes(digest) % COUNTERS * ROW.size


def _counted(row: bytes, minute: int) -> tuple[int, int]:
    """Return what was answered in this minute and in the one before."""
    last, here, before = ROW.unpack(row)
    if last == minute:
        return here, before
    return 0, here if last == minute - 1 else 0


def _seconds(here: int, before: int, most: int, second: float) -> float:
    """Return how long to wait until one more fits; 0 when it fits now."""
    if here + before * (1 - second / MINUTE) + 1 <= most + CLOSE:
        return 0
    if here < most:  # within this minute, once enough of the minute before is over
        return MINUTE * (1 - (most - 1 - here) / before) - second
    return MINUTE - second + MINUTE * (1 - (most - 1) / here)


@cache
def _table(path: Path) -> int:
    """Open the table, its room on the disk taken at once: a disk that fills up later stops no counting."""
    table = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    os.posix_fallocate(table, 0, COUNTERS * ROW.size)
    return table
