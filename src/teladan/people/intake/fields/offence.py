"""Which offence of the contract the verdict is about: from the court's finding, else from the articles."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from teladan.people.intake.fields.articles import Article
from teladan.people.intake.flat import Span, flatten
from teladan.people.intake.reading import UNSURE, Answer, Reading

CODES = {
    "narcotics", "corruption", "terrorism", "state_security", "human_rights", "transnational", "sexual",
    "child_protection", "murder", "robbery", "theft", "fraud", "assault", "traffic", "other",
}  # fmt: skip
LONGEST_FINDING = 2_000
PROVEN = re.compile(r"\b(?:ber)?salah|\bterbukti\b")
NOT_PROVEN = re.compile(r"\b(?:tidak|belum) (?:dapat )?(?:terbukti|bersalah)")
ENDS = re.compile(
    r"\b(?:menjatuhkan|menghukum|sebagaimana (?:dalam |dimaksud |diatur |dakwaan |di ?dakwa|tersebut|yang)|membebaskan"
    r"|menyatakan|menetapkan|memerintahkan|melepaskan)\b"
)
# Where two words were printed as one: "tindak pidanapencurian".
BEGINS = r"(?:\b|(?<=pidana)|(?<=melakukan)|(?<=bersalah))"
NEGLIGENCE = re.compile(r"kelalaian|kealpaan|kurang hati hati|lalainya|alpanya")
HARM = re.compile(r"meninggal|mati|luka|kerugian")
TRAFFIC_POLICE = re.compile(r"\b(?:sat ?)?lantas\b|\bunit laka\b|\blaka\b|kendaraan")


@cache
def rules() -> dict[str, Any]:
    """Return the table of offences beside this folder, read once."""
    return tomllib.loads(files("teladan.people.intake").joinpath("offences.toml").read_text("utf-8"))


@cache
def _words() -> re.Pattern[str]:
    """One pattern for all rules: `r3` matches any word of rule 3."""
    groups = (f"(?P<r{index}>{'|'.join(map(re.escape, rule['words']))})" for index, rule in enumerate(rules()["rule"]))
    return re.compile(BEGINS + f"(?:{'|'.join(groups)})")


def read_offence(reading: Reading, articles: list[Article]) -> Answer:
    """Return the offence; unsure when neither the finding nor the articles name it."""
    return _from_finding(reading) or _negligence(reading) or _from_articles(articles)


def _from_finding(reading: Reading) -> Answer | None:
    """Return the offence that stands first, but one of the special offences wherever it stands."""
    hits = [
        (rules()["rule"][int((found.lastgroup or "r0")[1:])], found.span())
        for begin, end in _findings(reading)
        for found in _words().finditer(reading.words, begin, end)
    ]
    if not hits:
        return None
    rule, span = next((hit for hit in hits if hit[0].get("special")), hits[0])
    return UNSURE if rule.get("unsure") else Answer(rule["offence"], span)


def _findings(reading: Reading) -> list[Span]:
    """Return where the operative part says what was proven, leaving out what was not."""
    text, (begin, end) = reading.words, reading.sections.operative
    refused = [_clause(text, found, end) for found in NOT_PROVEN.finditer(text, begin, end)]
    proven = [_clause(text, found, end) for found in PROVEN.finditer(text, begin, end)]
    return _joined(span for span in proven if not any(first <= span[0] < last for first, last in refused))


def _joined(spans: Iterable[Span]) -> list[Span]:
    """Join spans that overlap, so that no word is looked at twice however often a text says `terbukti`."""
    joined: list[Span] = []
    for begin, end in spans:
        if joined and begin < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((begin, end))
    return joined


def _clause(text: str, found: re.Match[str], end: int) -> Span:
    limit = min(end, found.end() + LONGEST_FINDING)
    stop = ENDS.search(text, found.end(), limit)
    return found.start(), stop.start() if stop else limit


def _negligence(reading: Reading) -> Answer | None:
    """Read harm by negligence as traffic only when the papers come from the traffic police."""
    for begin, end in _findings(reading):
        found = NEGLIGENCE.search(reading.words, begin, end)
        if found and HARM.search(reading.words, begin, end):
            by_traffic_police = TRAFFIC_POLICE.search(reading.words, *reading.sections.detention)
            return Answer("traffic", found.span()) if by_traffic_police else None
    return None


def _from_articles(articles: list[Article]) -> Answer:
    named = [(article, offence_of(article)) for article in articles]
    found = [(article, offence) for article, offence in named if offence]
    special = {rule["offence"] for rule in rules()["rule"] if rule.get("special") and "offence" in rule}
    counted = [pair for pair in found if pair[1] in special] or found
    if len({offence for _, offence in counted}) != 1:
        return UNSURE
    return Answer(counted[0][1], counted[0][0].span)


def offence_named(text: str) -> str | None:
    """Return the offence that a short text (a cell of a sheet) names by code or by word; None if it names none."""
    words = flatten(text).text
    code = words.replace(" ", "_")
    if code in CODES:
        return code
    found = _words().search(words)
    return rules()["rule"][int((found.lastgroup or "r0")[1:])].get("offence") if found else None


def offence_of(article: Article) -> str | None:
    """Return the offence that an article stands for; None for a general article or one that the table does not hold."""
    code = rules()["code"].get(article.statute)
    if code is None:
        return rules()["statutes"].get(article.statute)
    number = int(re.match(r"\d+", article.number)[0])  # type: ignore[index]  # an article always has one
    return next((offence for first, last, offence in code["runs"] if first <= number <= last), None)
