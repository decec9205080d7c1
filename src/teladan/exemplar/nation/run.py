"""The run itself: stretch by stretch through the law, each finished part kept, the parts joined at the end."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from teladan.exemplar.nation import answers
from teladan.exemplar.nation.chunk import Chunk, Refused
from teladan.exemplar.nation.parts import Parts
from teladan.exemplar.nation.source import Source
from teladan.law import LAW_VERSION
from teladan.law.assess import assess_many
from teladan.law.conventions import DEFAULT, Conventions
from teladan.law.facts import FactsError
from teladan.law.feasts import DEFAULT as FEASTS
from teladan.law.feasts import Feasts
from teladan.law.terms import Days, date_of

Progress = Callable[[int, int], None]  # rows done, rows in all


@dataclass(frozen=True)
class Law:
    """What people are judged by."""

    conventions: Conventions = DEFAULT
    feasts: Feasts = FEASTS

    def plan(self) -> dict[str, Any]:
        """Return what must be the same for work to be taken up again."""
        feasts = {name: days.tolist() for name, days in self.feasts.days.items()}
        return {"law": LAW_VERSION, "conventions": dict(self.conventions.chosen), "feasts": feasts}


@dataclass(frozen=True)
class Done:
    """How many rows there were, and how many of them were refused."""

    rows: int
    refused: int


def assess_all(source: Source, out: Path, day: dt.date, law: Law, progress: Progress) -> Done:
    """Assess everybody of a source into `out`; who says no day is assessed on `day`. Takes up what is there.

    UnusableError: the parts beside `out` are of another input.
    """
    parts = Parts(out, {"input": source.identity, "day": day.isoformat(), **law.plan()})
    form = answers.schema(law.conventions)
    done = parts.done()
    rows = sum(done.values())
    progress(rows, source.total)
    for stretch in source.stretches(done):
        if stretch.first in done:
            continue
        chunk = stretch.read()
        table, refused = _assess(chunk, law, form)
        parts.add(stretch.first, stretch.rows, table, [*chunk.refused, *refused])
        rows += stretch.rows
        progress(rows, source.total)
    return Done(rows, parts.join(form))


def _assess(chunk: Chunk, law: Law, form: pa.Schema) -> tuple[pa.Table, list[Refused]]:
    """Each day by itself: nearly always there is only one."""
    batches, rows, refused = [], [], []
    for day in np.unique(chunk.as_of).tolist():
        those = np.flatnonzero(chunk.as_of == day)
        try:
            batches.append(_on(day, those, chunk, law, form))
            rows.append(those)
        except FactsError as wrong:  # a day before any law that is known
            refused += [Refused(chunk.ids[row], chunk.rows[row], wrong.field, wrong.message) for row in those.tolist()]
    table = pa.Table.from_batches(batches, form)
    return (table.take(np.argsort(np.concatenate(rows))) if len(rows) > 1 else table), refused


def _on(day: int, those: Days, chunk: Chunk, law: Law, form: pa.Schema) -> pa.RecordBatch:
    people = chunk.people.take(those)
    result = assess_many(people, date_of(day), law.conventions, law.feasts)
    return answers.table([chunk.ids[row] for row in those.tolist()], chunk.as_of[those], result, form)
