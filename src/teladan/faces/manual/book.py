"""The pages of regulations: all of them, and one with its articles and the rules that rest on each."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext

from teladan.faces.manual.links import Links
from teladan.faces.manual.names import KINDS
from teladan.faces.manual.version import Rows, ShownVersion, blanks, show
from teladan.faces.words import Text, citation, said
from teladan.law.manual import Book, books


@dataclass(frozen=True)
class BookLine:
    """A regulation in the table."""

    name: str
    url: str
    articles: int
    rules: int
    first: date | None
    last: date | None


@dataclass(frozen=True)
class UseLine:
    """A version that rests on an article."""

    title: str
    kind: Text
    url: str
    version: ShownVersion
    confidence: str
    cited: str


def name_of(book: Book) -> str:
    """Return what a regulation is called; where no basis was found, that is said."""
    return citation(book.name, "-") if book.name == "-" else book.name


def article_name(article: str) -> str:
    """Return `Pasal 34(3)`; what is no number of an article stands without the word."""
    if article == "-":
        return gettext("Tanpa nomor pasal")
    return gettext("Pasal %(article)s") % {"article": article} if article[0].isdigit() else article


def lines(links: Links) -> list[BookLine]:
    """Return every regulation."""
    return [_line(book, links) for book in books().values()]


def _line(book: Book, links: Links) -> BookLine:
    count = len({use.rule.id for use in book.uses})
    return BookLine(name_of(book), links.book(book.slug), len(book.articles), count, book.first, book.last)


def articles(book: Book, day: date, rows: Rows, links: Links) -> list[tuple[str, list[UseLine]]]:
    """Return the articles of a regulation, each with the versions that rest on it, those of the day first."""
    found = []
    for article, uses in book.articles.items():
        told = [
            UseLine(
                blanks(said(use.rule.title)),
                KINDS[use.rule.kind],
                links.rule(use.rule),
                show(use.version, day, rows),
                use.cite["confidence"],
                "" if use.cite["regulation"] == book.name else citation(use.cite["regulation"], use.cite["article"]),
            )
            for use in uses
        ]
        found.append((article_name(article), sorted(told, key=lambda line: not line.version.now)))
    return found
