"""Articles as written in a register ("KUHP:340", "UU 35/2014:81(1)"), matched against the lists of the law."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from teladan.law import regulations

WRITTEN = re.compile(r"\s*(?P<law>[^:]+):\s*(?P<article>\d+)")
KNOWN: Final = 1  # the articles of the sentence are known
HOME_EXCLUDED: Final = 2  # one of them bars home assimilation from 2021


@cache
def _barred() -> frozenset[tuple[str, int]]:
    listed = regulations.table("home_assimilation")["excluded_articles"]
    return frozenset(
        (_law(law), article) for law, spans in listed.items() for a, b in spans for article in range(a, b + 1)
    )


def _law(name: str) -> str:
    """One spelling for "UU 23/2002", "uu no. 23 tahun 2002", "KUHP"."""
    numbers = re.search(r"(\d+)\D+(\d{4})", name)
    return f"{numbers[1]}/{numbers[2]}" if numbers else re.sub(r"[^A-Z]", "", name.upper())


def flags(articles: Iterable[str] | None) -> int:
    """Bits KNOWN and HOME_EXCLUDED for one sentence; an empty list tells as little as none."""
    if not articles:
        return 0
    return KNOWN | (HOME_EXCLUDED if any(_is_barred(a) for a in articles) else 0)


def _is_barred(article: str) -> bool:
    found = WRITTEN.match(article)
    return bool(found) and found is not None and (_law(found["law"]), int(found["article"])) in _barred()
