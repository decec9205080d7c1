"""Which offence of the contract the verdict is about: from the court's finding, else from the articles."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from teladan.people.intake.fields.articles import Article
from teladan.people.intake.flat import Span
from teladan.people.intake.reading import UNSURE, Answer, Reading

FINDING = r"\b(?:(?:ber)?salah|terbukti)\b"
FINDING_ENDS = (
    r"\b(?:menjatuhkan|menghukum|sebagaimana (?:dalam |dimaksud |diatur |dakwaan |di ?dakwa|tersebut|yang)|membebaskan"
    r"|menyatakan|menetapkan|memerintahkan)\b"
)
NOT_PROVEN = re.compile(r"\btidak (?:terbukti|bersalah)|\bbelum terbukti")


@cache
def rules() -> dict[str, Any]:
    """The table of offences beside this folder, read once."""
    return tomllib.loads(files("teladan.people.intake").joinpath("offences.toml").read_text("utf-8"))


@cache
def _words() -> re.Pattern[str]:
    """One pattern for all rules: `r3` matches any word of rule 3."""
    groups = (f"(?P<r{index}>{'|'.join(map(re.escape, rule['words']))})" for index, rule in enumerate(rules()["rule"]))
    return re.compile("|".join(rf"\b{group}" for group in groups))


def read_offence(reading: Reading, articles: list[Article]) -> Answer:
    """The offence; unsure when neither the finding nor the articles name it."""
    finding = _from_finding(reading)
    if finding:
        return finding
    return _from_articles(articles)


def _from_finding(reading: Reading) -> Answer | None:
    hits: dict[int, Span] = {}
    for begin, end in _findings(reading):
        for found in _words().finditer(reading.words, begin, end):
            hits.setdefault(int((found.lastgroup or "r0")[1:]), found.span())
    if not hits:
        return None
    first = min(hits)
    rule = rules()["rule"][first]
    return UNSURE if rule.get("unsure") else Answer(rule["offence"], hits[first])


def _findings(reading: Reading) -> list[Span]:
    """Where the operative part says what was proven (not what was not)."""
    text, (begin, end) = reading.words, reading.sections.operative
    spans = []
    for found in re.finditer(FINDING, text[begin:end]):
        at = begin + found.start()
        stop = re.search(FINDING_ENDS, text[at + len(found.group()) : end])
        span = (at, at + len(found.group()) + stop.start() if stop else end)
        if not NOT_PROVEN.search(text, max(begin, at - 8), at + len(found.group())):
            spans.append(span)
    return spans


def _from_articles(articles: list[Article]) -> Answer:
    named = [(article, offence_of(article)) for article in articles]
    found = [(article, offence) for article, offence in named if offence]
    if not found or len({offence for _, offence in found}) > 1:
        return UNSURE
    return Answer(found[0][1], found[0][0].span)


def offence_of(article: Article) -> str | None:
    """The offence that an article stands for; None for a general article or one that the table does not hold."""
    code = rules()["code"].get(article.statute)
    if code is None:
        return rules()["statutes"].get(article.statute)
    number = int(re.match(r"\d+", article.number)[0])  # type: ignore[index]  # an article always has one
    return next((offence for first, last, offence in code["runs"] if first <= number <= last), None)
