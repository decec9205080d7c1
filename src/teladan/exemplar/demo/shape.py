"""What was counted in real verdicts, ready to draw from: terms, articles, fines, substitutes, days detained."""

import json
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from teladan.exemplar.demo.chance import Chance
from teladan.exemplar.demo.record import Length
from teladan.law.terms import Term

FILE = Path(__file__).parent / "data" / "verdict_shape.json"
QUANTILES = (("p05", 0.05), ("p25", 0.25), ("p50", 0.50), ("p75", 0.75), ("p95", 0.95))


@cache
def shape() -> dict[str, dict[str, Any]]:
    """Return the counts by category of case."""
    return json.loads(FILE.read_text(encoding="utf-8"))["offences"]


@cache
def terms(category: str) -> dict[Length, int]:
    """Return how often each term was pronounced."""
    return {(term["years"], term["months"], term["days"]): term["n"] for term in shape()[category]["terms"]}


def days(term: Length) -> int:
    """Return a term in days of 360-day years, as lengths are compared."""
    return Term(*term).total


def mean_days(category: str) -> float:
    """Return the mean term of a category in days."""
    counts = terms(category)
    return sum(days(term) * n for term, n in counts.items()) / sum(counts.values())


@cache
def articles(category: str, year: int) -> dict[str, int]:
    """Return counts of the articles that existed in a year; an article whose law was not read is left out."""
    counted = shape()[category]["articles"]
    return {row["article"]: row["n"] for row in counted if _law_year(row["article"]) <= year}


def _law_year(article: str) -> int:
    if article.startswith("?"):
        return 9999
    law = article.split(":", maxsplit=1)[0]
    return int(law.rsplit("/", 1)[1]) if "/" in law else 0


def fined_share(category: str) -> float:
    """Return the share of verdicts with a fine; 0 where no amount was counted."""
    counts = shape()[category]
    return counts["fined"] / counts["n"] if counts["fines_rp"] and counts["substitutes"] else 0


def fines(category: str) -> dict[int, int]:
    """Return how often each amount in rupiah was pronounced."""
    return {row["rp"]: row["n"] for row in shape()[category]["fines_rp"]}


def substitutes(category: str) -> dict[tuple[str, int], int]:
    """Return how often each (kind, months) stood in for a fine; kinds `prison` and `confinement`."""
    kinds = {"penjara": "prison", "kurungan": "confinement"}
    return {(kinds[row["kind"]], row["months"]): row["n"] for row in shape()[category]["substitutes"]}


def days_detained(category: str, chance: Chance) -> int:
    """Return days in custody before the verdict: on the line through the counted quantiles, never outside them."""
    counted = shape()[category]["days_detained_before_verdict"]
    at = min(max(chance.share(), QUANTILES[0][1]), QUANTILES[-1][1])
    for (low, low_at), (high, high_at) in pairwise(QUANTILES):
        if at <= high_at:
            part = (at - low_at) / (high_at - low_at)
            return round(counted[low] + part * (counted[high] - counted[low]))
    raise AssertionError("a share is never above the last quantile")
