"""Who a request comes from, also behind a proxy: one answer for lock-out, limits and the tables of signing in."""

from collections.abc import Callable
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponse

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network
GetResponse = Callable[[HttpRequest], HttpResponse]


def client_address(get_response: GetResponse) -> GetResponse:
    """Put the visitor's own address where everything looks for it, when a proxy named in TELADAN_PROXIES passed it."""
    trusted = networks(settings.TRUSTED_PROXIES)

    def handle(request: HttpRequest) -> HttpResponse:
        sender = request.META.get("REMOTE_ADDR", "")
        request.META["REMOTE_ADDR"] = visitor(sender, request.headers.get("X-Forwarded-For", ""), trusted)
        return get_response(request)

    return handle


def networks(names: list[str]) -> list[Network]:
    """Return the proxies' addresses or networks; says which one is none."""
    try:
        return [ip_network(name) for name in names]
    except ValueError as wrong:
        raise ImproperlyConfigured(
            f"TELADAN_PROXIES: {wrong}. Name addresses, such as 127.0.0.1,10.0.0.0/24"
        ) from wrong


def visitor(sender: str, forwarded: str, trusted: list[Network]) -> str:
    """Return the last address that no trusted proxy has; whatever stands before it anybody could have written."""
    here = sender
    for hop in reversed(forwarded.split(",")):
        if not _one_of(here, trusted) or not (before := read(hop)):
            break
        here = str(before)
    return here


def read(text: str) -> Address | None:
    """Return an address, one of IPv4 written as IPv6 as what it is; None for anything else."""
    try:
        found = ip_address(text.strip())
    except ValueError:
        return None
    return getattr(found, "ipv4_mapped", None) or found


def _one_of(text: str, trusted: list[Network]) -> bool:
    address = read(text)
    return address is not None and any(address in network for network in trusted)
