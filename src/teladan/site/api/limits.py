"""How much a visitor may ask: the calculator is open to everybody, and one sender must not fill it."""

import hashlib
import time

from django.core.cache import cache
from django.http import HttpRequest

LARGEST = 100_000  # bytes of one request; facts of one person are about 2,000
ASKED = 120  # requests of one address in one minute
MINUTE = 60


def too_large(request: HttpRequest) -> bool:
    """Return whether the request says, or turns out, to be larger than allowed; the body is read only when small."""
    declared = request.META.get("CONTENT_LENGTH") or "0"
    return not declared.isdigit() or int(declared) > LARGEST or len(request.body) > LARGEST


def too_often(request: HttpRequest, now: float | None = None) -> bool:
    """Count a request of this address and return whether the last sixty seconds hold one too many.

    What is left of the minute before counts too: otherwise 240 requests around its end would pass. Counted in each
    process: with several, a sender may ask so many times more. Addresses are kept as digests, for two minutes.
    """
    minute, second = divmod(now if now is not None else time.time(), MINUTE)
    sender = hashlib.blake2b(request.META.get("REMOTE_ADDR", "").encode(), digest_size=12).hexdigest()
    key = f"assess:{sender}:{int(minute)}"
    cache.add(key, 0, timeout=2 * MINUTE)
    before = cache.get(f"assess:{sender}:{int(minute) - 1}", 0)
    return cache.incr(key) + before * (1 - second / MINUTE) > ASKED
