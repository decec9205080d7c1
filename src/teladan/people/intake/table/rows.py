"""One row of a sheet: a proposal when everything in it is right, and every problem when not."""

from dataclasses import dataclass, field, replace
from typing import Any

from teladan.people.intake.messages import Problem
from teladan.people.intake.table import cells
from teladan.people.intake.table.columns import REQUIRED, TERM, Columns, letter

READERS = {
    "person": cells.read_text, "register_number": cells.read_text, "case_number": cells.read_case_number,
    "court": cells.read_text, "verdict_date": cells.read_date, "articles": cells.read_articles,
    "offence": cells.read_offence, "outcome": cells.read_outcome, "term": cells.read_length,
    "term_years": cells.read_number, "term_months": cells.read_number, "term_days": cells.read_number,
    "fine_rp": cells.read_rupiah, "substitute": cells.read_substitute, "restitution_rp": cells.read_rupiah,
    "detention_start": cells.read_date, "detention_end": cells.read_date, "place": cells.read_place,
}  # fmt: skip
WITHOUT_TERM = {"life", "death", "fine_only", "acquitted", "discharged", "measure"}


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number in the sheet (the header of a plain sheet is 1), what it says, what is wrong with it."""

    number: int
    values: dict[str, Any]
    problems: list[Problem] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        """Say whether nothing is wrong with the row."""
        return not self.problems


def read_row(number: int, row: list[object], columns: Columns, width: int) -> Row:
    """Read the cells of one row and check them against each other; `width` is how far the header reaches."""
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for at, name in columns.items():
        cell = row[at] if at < len(row) else ""
        if str(cell).strip() == "":
            continue
        values[name], problem = READERS[name](cell)
        if problem:
            problems.append(replace(problem, row=number, column=letter(at)))
    checked = [*problems, *_shifted(number, row, width), *_missing(number, values, columns)]
    term, term_problems = _term(number, values, columns)
    return Row(
        number, _plain(values) | {"term": term}, checked + term_problems + _contradictions(number, values, columns)
    )


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name not in TERM}


def _column(columns: Columns, *names: str) -> str | None:
    return next((letter(at) for at, name in columns.items() if name in names), None)


def _shifted(number: int, row: list[object], width: int) -> list[Problem]:
    beyond = [at for at, cell in enumerate(row) if at >= width and str(cell).strip()]
    return [Problem("shifted_row", {}, number, letter(beyond[0]))] if beyond else []


def _missing(number: int, values: dict[str, Any], columns: Columns) -> list[Problem]:
    missing = [name for name in REQUIRED if name not in values and name in columns.values()]
    return [Problem("missing_value", {}, number, _column(columns, name)) for name in missing]


def _term(number: int, values: dict[str, Any], columns: Columns) -> tuple[dict[str, int] | None, list[Problem]]:
    """Return the term, from one column of words or from three of figures."""
    if values.get("outcome") in WITHOUT_TERM:
        return None, []
    given = [name for name in TERM if name in values]
    where = _column(columns, *TERM)
    if not given:
        return None, [Problem("missing_value", {}, number, where)]
    if any(values[name] is None for name in given):
        return None, []
    parts = {unit: values.get(f"term_{unit}", 0) for unit in ("years", "months", "days")}
    term = values.get("term") or parts
    if not any(term.values()):
        return None, [Problem("zero_term", {}, number, where)]
    return term, []


def _contradictions(number: int, values: dict[str, Any], columns: Columns) -> list[Problem]:
    start, end, verdict = (values.get(name) for name in ("detention_start", "detention_end", "verdict_date"))
    problems = []
    if start and end and end < start:
        facts = {"value": end, "start": start}
        problems.append(Problem("end_before_start", facts, number, _column(columns, "detention_end")))
    if verdict and _too_early(verdict, start, values.get("case_number")):
        problems.append(Problem("date_before", {"value": verdict}, number, _column(columns, "verdict_date")))
    return problems


def _too_early(verdict: str, start: str | None, case: dict[str, Any] | None) -> bool:
    return bool(start and verdict < start) or bool(case and int(verdict[:4]) < case["year"])
