"""Searching for a person without the name in any address.

The words are posted, kept in the officer's session for this shift, and the list's address carries only their token: it
can be sorted, paged and exported, and says nothing in a browser's history or a proxy's log.
"""

import secrets

from django.http import HttpRequest

from teladan.desk.officer import facility_here
from teladan.desk.roles import may
from teladan.people import queries
from teladan.people.models import Officer

KEY = "desk_searches"
KEPT = 20
LONGEST = 100
MOST = 200
RELEASED = "identity.read"  # who sees more of people than where they are now also finds those who have left


def remember(request: HttpRequest, words: str) -> str:
    """Keep the words in the session and return their token; the oldest of more than 20 are forgotten."""
    token = secrets.token_urlsafe(6)
    kept = {**request.session.get(KEY, {}), token: " ".join(words.split())[:LONGEST]}
    request.session[KEY] = dict(list(kept.items())[-KEPT:])
    return token


def recall(request: HttpRequest) -> str:
    """Return the words of the address's token; empty when there is none or the shift is over."""
    return request.session.get(KEY, {}).get(request.GET.get("cari", ""), "")


def found(officer: Officer, words: str) -> list[int]:
    """Return the keys of the stays that match: those inside first, the likeliest first; who left for roles that may."""
    released = may(officer, RELEASED)
    return [stay.pk for stay in queries.search(facility_here(officer), words, released=released, limit=MOST)]
