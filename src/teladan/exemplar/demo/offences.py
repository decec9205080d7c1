"""Which counted category is which offence of the law, and how the groups of the case mix are filled."""

from functools import cache
from typing import NamedTuple

from teladan.exemplar.demo import shape
from teladan.exemplar.demo.assumptions import assumed
from teladan.exemplar.demo.chance import Chance

CODES = {
    "narkotika": "narcotics",
    "korupsi": "corruption",
    "perlindungan_anak": "child_protection",
    "kesusilaan": "sexual",
    "pencurian": "theft",
    "penggelapan": "fraud",
    "penipuan": "fraud",
    "pembunuhan": "murder",
    "lalu_lintas": "traffic",
    "penganiayaan": "assault",
    "kekerasan_bersama": "assault",
    "kdrt": "assault",
}
# Labelled "state security" in the counts, with the articles of the narcotics law: a wrong label, left out.
LEFT_OUT = {"keamanan_negara"}
MURDER = "pembunuhan"
GROUPS = {
    "sexual": {"perlindungan_anak", "kesusilaan"},
    "corruption": {"korupsi"},
    "narcotics": {"narkotika"},
}


def code(category: str, articles: list[str]) -> str:
    """Return the law's code; theft by force (KUHP 365) is robbery, what has no code is `other`."""
    if category == "pencurian" and any(article.startswith("KUHP:365") for article in articles):
        return "robbery"
    return CODES.get(category, "other")


@cache
def members(group: str) -> dict[str, float]:
    """Return the categories of a group of the case mix, weighted by number of verdicts times mean term."""
    named = set().union(*GROUPS.values())
    inside = GROUPS.get(group) or set(shape.shape()) - named - LEFT_OUT
    return {name: shape.shape()[name]["n"] * shape.mean_days(name) for name in sorted(inside) if shape.terms(name)}


class Case(NamedTuple):
    """What somebody is inside for. Life is a share of its own, for murder: the counts hold no life terms."""

    category: str
    life: bool


def draw(chance: Chance) -> Case:
    """Return the case of one person inside, by the published mix."""
    if chance.happens(assumed("life")):
        return Case(MURDER, life=True)
    return Case(chance.pick(members(chance.pick(assumed("case_mix")))), life=False)
