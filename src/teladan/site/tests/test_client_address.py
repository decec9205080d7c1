"""The visitor's address behind trusted proxies, and never one that the visitor made up."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpResponse
from django.test import RequestFactory

from teladan.site.client_address import client_address, networks, visitor

PROXIES = networks(["127.0.0.1", "10.0.0.0/24", "::1"])


@pytest.mark.parametrize(
    ("sender", "forwarded", "found"),
    [
        ("203.0.113.9", "", "203.0.113.9"),
        ("203.0.113.9", "198.51.100.1", "203.0.113.9"),  # no proxy of ours: the header is not believed
        ("127.0.0.1", "", "127.0.0.1"),
        ("127.0.0.1", "198.51.100.1", "198.51.100.1"),
        ("127.0.0.1", "192.0.2.66, 198.51.100.1", "198.51.100.1"),  # the first was written by the visitor
        ("127.0.0.1", "198.51.100.1, 10.0.0.7", "198.51.100.1"),  # two proxies
        ("127.0.0.1", "nonsense", "127.0.0.1"),
        ("::1", "2001:db8::5", "2001:db8::5"),
        ("::ffff:127.0.0.1", "198.51.100.1", "198.51.100.1"),
        ("", "198.51.100.1", ""),
    ],
)
def test_the_last_address_that_is_no_trusted_proxy(sender, forwarded, found):
    assert visitor(sender, forwarded, PROXIES) == found


def test_everything_after_sees_the_visitor(settings):
    settings.TRUSTED_PROXIES = ["127.0.0.1"]
    seen = []
    handle = client_address(lambda request: seen.append(request.META["REMOTE_ADDR"]) or HttpResponse())
    handle(RequestFactory().get("/", REMOTE_ADDR="127.0.0.1", headers={"X-Forwarded-For": "198.51.100.1"}))
    assert seen == ["198.51.100.1"]


def test_an_address_that_is_none_stops_the_start():
    with pytest.raises(ImproperlyConfigured, match="TELADAN_PROXIES"):
        networks(["caddy"])
