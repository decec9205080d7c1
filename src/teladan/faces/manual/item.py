"""The page of one rule: its words, its versions, the rights or conditions beside it."""

from dataclasses import dataclass
from datetime import date

from teladan.faces.manual.links import Links
from teladan.faces.manual.names import ANOTHER_TEXT, KINDS, TEXTS
from teladan.faces.manual.version import Rows, ShownVersion, blanks, show
from teladan.faces.words import Text, said
from teladan.law.manual import Rule, rules
from teladan.law.rights import RIGHTS


@dataclass(frozen=True)
class Linked:
    """A rule named on the page of another, with what of it is in force on the day."""

    title: str
    url: str
    running: list[ShownVersion]


@dataclass(frozen=True)
class Item:
    """A rule; `versions` newest first."""

    id: str
    kind: Text
    title: str
    url: str
    texts: list[tuple[Text, str]]
    rights: list[Linked]
    criteria: list[Linked]
    versions: list[ShownVersion]

    @property
    def running(self) -> list[ShownVersion]:
        """The versions in force on the day."""
        return [version for version in self.versions if version.now]

    @property
    def others(self) -> list[ShownVersion]:
        """The versions of other times."""
        return [version for version in self.versions if not version.now]


def item(rule: Rule, day: date, rows: Rows, links: Links) -> Item:
    """Arrange a rule for reading."""
    scope = RIGHTS[rule.name].scope if rule.kind == "right" else ""
    newest = sorted(rule.versions, key=lambda version: version.first or date.min, reverse=True)
    return Item(
        id=rule.id,
        kind=KINDS[rule.kind],
        title=blanks(said(rule.title)),
        url=links.rule(rule),
        texts=[(TEXTS.get(name, ANOTHER_TEXT), blanks(said(text))) for name, text in rule.texts],
        rights=[linked(f"right.{name}", day, rows, links) for name in rule.rights if rule.kind != "right"],
        criteria=[linked(f"criterion.{name}", day, rows, links, scope) for name in rule.criteria],
        versions=[show(version, day, rows) for version in newest],
    )


def linked(name: str, day: date, rows: Rows, links: Links, scope: str = "") -> Linked:
    """Name another rule; `scope`: only what it says for remissions, or for leaves."""
    rule = rules()[name]
    running = [version for version in rule.on(day) if not scope or version.scope in ("", scope)]
    return Linked(blanks(said(rule.title)), links.rule(rule), [show(version, day, rows) for version in running])
