"""The same rules by regulation: which articles are used here, by which rules, since when and until when."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final, NamedTuple

from teladan.law.manual.collect import rules
from teladan.law.manual.rule import Cite, Rule, RuleVersion

NOWHERE: Final = "-"  # cited where no basis was found
WITHOUT_KIND: Final = re.compile(r"\d|M\.")  # "jo 7/2022" is of the same kind as the regulation before it


class Use(NamedTuple):
    """A version of a rule that rests on a regulation, with the citation that says so."""

    rule: Rule
    version: RuleVersion
    cite: Cite


@dataclass(frozen=True, slots=True)
class Book:
    """One regulation as far as it is used here."""

    name: str
    slug: str
    articles: Mapping[str, tuple[Use, ...]]

    @property
    def uses(self) -> list[Use]:
        """Every use, in the order of the articles."""
        return [use for uses in self.articles.values() for use in uses]

    @property
    def first(self) -> dt.date | None:
        """The first day for which a rule here rests on it; None: no rule of it has a day."""
        return min((use.version.first for use in self.uses if use.version.first), default=None)

    @property
    def last(self) -> dt.date | None:
        """The last such day; None: it is used to this day."""
        ends = [use.version.last for use in self.uses if use.version.first]
        return None if None in ends else max((end for end in ends if end), default=None)


@cache
def books() -> Mapping[str, Book]:
    """Every regulation by its slug, by name."""
    found: dict[str, dict[str, list[Use]]] = {}
    for rule in rules().values():
        for version in rule.versions:
            for cite in version.law:
                for name, article in parts(cite):
                    found.setdefault(name, {}).setdefault(article, []).append(Use(rule, version, cite))
    made = [_book(name, found[name]) for name in sorted(found, key=natural)]
    return {book.slug: book for book in made}


def parts(cite: Cite) -> Iterator[tuple[str, str]]:
    """The regulations of a citation, each with its articles: `A; B` are two, `A jo B` is B changing A."""
    names, articles = cite["regulation"].split("; "), cite["article"].split("; ")
    for place, name in enumerate(names):
        article = articles[place] if len(articles) == len(names) else cite["article"]
        for each in re.split(r" jo |, ", name):
            kind = name.split(" ", 1)[0]
            yield (f"{kind} {each}" if WITHOUT_KIND.match(each) else each), article


def slug_of(name: str) -> str:
    """How a regulation is called in an address: `permenkumham-3-2018`."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "tanpa-dasar"


def natural(text: str) -> list[tuple[int, str]]:
    """A key that puts article 9 before article 34."""
    return [(int(part), "") if part.isdigit() else (0, part) for part in re.split(r"(\d+)", text)]


def _book(name: str, articles: Mapping[str, list[Use]]) -> Book:
    return Book(name, slug_of(name), {each: tuple(articles[each]) for each in sorted(articles, key=natural)})
