"""The articles applied, as `KUHP:363(1) ke-4` and `UU 35/2009:112(1)`."""

import re
from dataclasses import dataclass
from functools import cache

from teladan.people.intake.flat import Span, flatten
from teladan.people.intake.reading import Reading

# Procedure and courts' organisation: always cited, never the offence.
PROCEDURE = {"UU 8/1981", "UU 48/2009", "UU 4/2004", "UU 49/2009", "UU 2/1986", "UU 8/2004", "UU 11/2012", "KUHAP"}
NEAR = 400


@dataclass(frozen=True, slots=True)
class Article:
    """One article; `statute` is None when the text does not say which law it belongs to."""

    statute: str | None
    number: str
    rest: str
    span: Span

    @property
    def value(self) -> str:
        """The article as written in the contract."""
        return f"{self.statute}:{self.number}{self.rest}"


@cache
def _compiled(name: str) -> re.Pattern[str]:
    return re.compile(_SHAPES[name])


_LAW = r"(?:undang undang|uu)(?: republik indonesia| ri| negara)*(?: darurat)?(?: nomor| no| nomer)? ?"
_SHAPES = {
    "token": (
        r"(?P<article>\bpasal (?P<number>\d{1,4})(?P<letter> ?(?:bis|ter|[a-z]\b(?! ?yat)))?"
        r"(?P<rest>(?: ayat \d{1,2}|(?: dan)? ke \d{1,2}| huruf [a-z]\b| angka \d{1,2}| butir [a-z\d]{1,2})*))"
        rf"|(?P<amended>\b(?:sebagaimana|yang) (?:telah )?(?:beberapa kali )?(?:di ?ubah|di ?tambah|di ?perbaharui))"
        r"|(?P<code>\bku ?h ?pidana\b|\bkuhp\b|kitab undang undang hukum pidana)"
        r"|(?P<procedure>\bkuhap\b|kitab undang undang hukum acara pidana|hukum acara pidana)"
        r"|(?P<perppu>\b(?:perppu|perpu|peraturan pemerintah pengganti undang undang)[a-z ]{0,30}?(?P<pnum>\d{1,3}) "
        r"tahun (?P<pyear>\d{4}))"
        rf"|(?P<law>\b{_LAW}(?P<num>\d{{1,3}}) (?:tahun |th )?(?P<year>(?:19|20)\d\d))"
    ),
    "rest": r"(ayat|ke|huruf|angka|butir) (\w{1,2})",
    "joined": r"\b(?:melanggar|diatur|diancam|ketentuan|mengingat|memperhatikan|dimaksud|dakwaan)\b",
}


def read_articles(reading: Reading) -> list[Article]:
    """Return the articles of the legal basis and operative part, else of the whole text; procedure left out.

    An article whose law is not said is left out: its number alone would be a guess.
    """
    basis, operative = reading.sections.basis, reading.sections.operative
    found = _articles(reading.words, basis) or _articles(reading.words, operative)
    return found or _articles(reading.words, (0, len(reading.words)))


def articles_in(text: str) -> list[Article]:
    """Return the articles that a short text (a cell of a sheet) names."""
    words = flatten(text).text
    return _articles(words, (0, len(words)))


def _articles(text: str, span: Span) -> list[Article]:
    if text.find("pasal", *span) < 0:
        return []
    pending: list[re.Match[str]] = []
    done: list[Article] = []
    amended = False
    for token in _compiled("token").finditer(text, *span):
        if token.lastgroup == "amended" or token["amended"]:
            amended = True
        elif token["article"]:
            pending.append(token)
            amended = False
        elif pending and not amended:
            done += [_article(match, _statute(token)) for match in pending if _near(match, token)]
            pending = []
    return _once([article for article in done if article.statute not in PROCEDURE])


def _near(match: re.Match[str], statute: re.Match[str]) -> bool:
    return statute.start() - match.end() < NEAR


def _statute(token: re.Match[str]) -> str:
    if token["code"]:
        return "KUHP"
    if token["procedure"]:
        return "KUHAP"
    if token["perppu"]:
        return f"PERPPU {int(token['pnum'])}/{token['pyear']}"
    return f"UU {int(token['num'])}/{token['year']}"


def _article(match: re.Match[str], statute: str) -> Article:
    letter = (match["letter"] or "").strip()
    return Article(statute, match["number"] + letter, _rest(match["rest"]), match.span("article"))


def _rest(words: str) -> str:
    parts = []
    for name, value in _compiled("rest").findall(words):
        parts.append(f"({value})" if name == "ayat" else f" ke-{value}" if name == "ke" else f" {name} {value}")
    return "".join(parts)


def _once(articles: list[Article]) -> list[Article]:
    seen: dict[str, Article] = {}
    for article in articles:
        seen.setdefault(article.value, article)
    return list(seen.values())
