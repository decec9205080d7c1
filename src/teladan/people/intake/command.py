"""`teladan intake FILE... [--json]`: what a verdict says, with the passages; nothing is stored."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from teladan.people.intake.files.read import read_path
from teladan.people.intake.messages import Problem, UnreadableError
from teladan.people.intake.proposal import propose_verdict

SHEETS = {".xlsx", ".csv"}


def main(argv: list[str]) -> int:
    """Read the verdicts named in `argv`; 0 when all were read, 1 when one was not, 2 for wrong usage."""
    options = _parser().parse_args(argv)
    show = _show_json if options.json else _show_summary
    results = (result for name in options.files for result in [_read(name)])
    failed = False
    for text, result in results:
        show(text, result)
        failed = failed or not result["ok"]
    return int(failed)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="teladan intake", description="Read court verdicts; nothing is stored.")
    parser.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="a verdict (PDF with a text layer, DOCX, TXT) or a list of verdicts (XLSX, CSV)",
    )
    parser.add_argument("--json", action="store_true", help="one JSON object a file, one a line")
    return parser


def _read(name: str) -> tuple[str, dict[str, Any]]:
    try:
        return _read_one(Path(name))
    except UnreadableError as error:
        return "", _failed(name, error.problem)
    except Exception as error:  # noqa: BLE001  # a fault in one file must not keep the others from being read
        return "", _failed(name, Problem("fault", {"reason": type(error).__name__}))


def _read_one(path: Path) -> tuple[str, dict[str, Any]]:
    if path.suffix.lower() in SHEETS:
        from teladan.people.intake.table.report import report  # noqa: PLC0415  # verdicts need none of it

        return "", {"file": path.name, **report(path)}
    text = read_path(path)
    return text, {"file": path.name, "ok": True, **propose_verdict(text)}


def _failed(name: str, problem: Problem) -> dict[str, Any]:
    said = {"id": problem.text("id"), "en": problem.text("en")}
    return {"file": Path(name).name, "ok": False, "error": said["en"], "code": problem.code, "text": said}


def _show_json(_text: str, result: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(result, ensure_ascii=True) + "\n")


def _show_summary(text: str, result: dict[str, Any]) -> None:
    from teladan.people.intake.summary import show  # noqa: PLC0415  # rich is slow to import and --json needs none

    show(text, result)
