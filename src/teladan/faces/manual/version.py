"""One dated version of a rule as a page shows it: its days, its law, its numbers, how sure it is, what holds it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from teladan.faces.manual.names import ANSWERS, SCOPES
from teladan.faces.words import Text, said
from teladan.law.manual import RuleVersion
from teladan.law.manual.pins import cases_of
from teladan.rights.models import Confirmation

BLANK = re.compile(r"\{\w+\}")
Rows = Mapping[str, Confirmation]  # the last confirmation of each version that nobody took back


@dataclass(frozen=True)
class Cases:
    """The golden cases that expect one answer."""

    answer: Text
    names: Sequence[str]


@dataclass(frozen=True)
class ShownVersion:
    """`row`: its confirmation; of an earlier wording when `sure` is `earlier`. `now`: in force on the day chosen."""

    id: str
    first: date | None
    last: date | None
    scope: Text
    law: Sequence[Mapping[str, str]]
    sets: Sequence[str]
    unread: str
    mark: str
    now: bool
    sure: str
    row: Confirmation | None
    cases: Sequence[Cases]

    @property
    def number_of_cases(self) -> int:
        """How many golden cases hold it."""
        return len({name for each in self.cases for name in each.names})


def show(version: RuleVersion, day: date, rows: Rows) -> ShownVersion:
    """Arrange a version for reading."""
    row = rows.get(version.id)
    return ShownVersion(
        id=version.id,
        first=version.first,
        last=version.last,
        scope=SCOPES.get(version.scope, ""),
        law=[cite for cite in version.law if _shown(cite, day)],
        sets=[f"{said(what)}: {said(value)}" for what, value in version.sets],
        unread=said(version.unread) if version.unread else "",
        mark=version.mark,
        now=version.runs_on(day),
        sure=sureness(version, row),
        row=row,
        cases=[Cases(ANSWERS[answer], names) for answer, names in cases_of(version.id).items()],
    )


def blanks(text: str) -> str:
    """Return a text of the law's files with an ellipsis where a person's own value will stand."""
    return BLANK.sub("…", text)


def _shown(cite: Mapping[str, str], day: date) -> bool:
    """Whether a citation is there on the day: some are shown only from a day on."""
    since: Any = cite.get("from")
    return since is None or since <= day


def sureness(version: RuleVersion, row: Confirmation | None) -> str:
    """Return `confirmed`, `earlier` (confirmed for other words), `open` (marked C), or nothing to say."""
    if row is not None:
        return "confirmed" if row.digest == version.digest else "earlier"
    return "open" if version.mark == "C" else ""
