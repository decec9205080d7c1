"""A sheet for the command line: its good rows, and every problem in words."""

from pathlib import Path
from typing import Any

from teladan.people.intake.messages import Problem
from teladan.people.intake.table.read import read_sheet_path


def report(path: Path) -> dict[str, Any]:
    """Return the rows that have nothing wrong under `rows`, the problems under `problems`; `ok` when there are none."""
    sheet = read_sheet_path(path)
    found: dict[str, Any] = {"ok": not sheet.problems, "rows": sheet.proposals}
    if sheet.problems:
        found["error"] = f"{len(sheet.problems)} problems. {sheet.problems[0].text('en')}"
    return found | {"problems": [_said(problem) for problem in sheet.problems]}


def _said(problem: Problem) -> dict[str, Any]:
    return {
        "code": problem.code,
        "row": problem.row,
        "column": problem.column,
        "text": {"id": problem.text("id"), "en": problem.text("en")},
    }
