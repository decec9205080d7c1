"""How much a visitor may ask: the calculator is open to everybody, and one sender must not fill it."""

import hashlib
import time

from django.core.cache import cache
from django.http import HttpRequest

LARGEST = 100_000  # bytes of one request; facts of one person are about 2,000
ASKED = 120  # requests of one address in one minute


def too_large(request: HttpRequest) -> bool:
    """Return whether the request says, or turns out, to be larger than allowed; the body is read only when small."""
    declared = request.META.get("CONTENT_LENGTH") or "0"
    return not declared.isdigit() or int(declared) > LARGEST or len(request.body) > LARGEST


def too_often(request: HttpRequest, now: float | None = None) -> bool:
    """Count a request of this address in this minute and return whether it is one too many.

    Counted in each process: with several, a sender may ask so many times more. Addresses are kept as digests, for a
    minute.
    """
    minute = int((now if now is not None else time.time()) // 60)
    sender = hashlib.blake2b(request.META.get("REMOTE_ADDR", "").encode(), digest_size=12).hexdigest()
    key = f"assess:{sender}:{minute}"
    cache.add(key, 0, timeout=120)
    return cache.incr(key) > ASKED
