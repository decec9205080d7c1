"""How well verdicts are read: every field against the labels of real extracts, and how fast.

Runs only where the optional folder `../shared` lies beside the repository; the texts never enter the repository.
Labels were made by a program. Those found wrong by reading the text, and those whose answer the extract does not
hold, are named in `intake_labels.toml` by file and field, with the reason; the right value only as a digest.

Usage: .venv/bin/python bench/intake.py [FIRST LAST]    (a part of the files, by number)
"""

import datetime as dt
import hashlib
import json
import os
import platform
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
TEXTS = ROOT.parent / "shared" / "data" / "verdict_texts"
PAGE = ROOT / "docs" / "benchmarks" / "intake.md"
GOALS = {
    "case_number": 98, "verdict_date": 98, "term": 98, "fine_rp": 98, "substitute": 98, "detention_start": 98,
    "offence": 95, "court": None,
}  # fmt: skip
# The labels' Indonesian categories in the codes of the contract. Two codes: the category holds both.
OFFENCES = {
    "narkotika": {"narcotics"}, "korupsi": {"corruption"}, "terorisme": {"terrorism"},
    "keamanan_negara": {"state_security"}, "perlindungan_anak": {"child_protection"}, "kesusilaan": {"sexual"},
    "pembunuhan": {"murder"}, "pencurian": {"theft", "robbery"}, "penggelapan": {"fraud"}, "penipuan": {"fraud"},
    "penganiayaan": {"assault"}, "kekerasan_bersama": {"assault"}, "kdrt": {"assault"}, "lalu_lintas": {"traffic"},
    "kealpaan": {"traffic", "other"},
}  # fmt: skip


@dataclass(frozen=True)
class Score:
    """One field of one file: what the label says, what was read, and what the notes say about the label."""

    file: str
    field: str
    label: Any
    read: Any
    note: dict[str, str] | None

    @property
    def as_labelled(self) -> bool:
        """Say whether the value read is the label's."""
        return self.read in self.label if isinstance(self.label, set) else self.read == self.label

    @property
    def not_in_text(self) -> bool:
        """Say whether the extract does not hold the answer."""
        return bool(self.note) and self.note["kind"] == "not_in_text"

    @property
    def right(self) -> bool:
        """Say whether the value read is right, after correction; empty is right where the text has no answer."""
        if self.not_in_text:
            return self.read is None
        if self.note:
            return digest(self.file, self.field, self.read) == self.note["digest"]
        return self.as_labelled

    @property
    def wrong_value(self) -> bool:
        """Say whether a value was given and is not right: the worst that can happen."""
        return self.read is not None and not self.right


def digest(file: str, field: str, value: Any) -> str:
    """Return a short digest of a value, so that a correction can be checked without keeping data here."""
    return hashlib.sha256(f"{file} {field} {json.dumps(value)}".encode()).hexdigest()[:12]


def main(argv: list[str]) -> int:
    """Measure, print, and write the page."""
    if not TEXTS.is_dir():
        sys.stdout.write("bench-intake: ../shared/data/verdict_texts is not here; nothing was measured.\n")
        return 0
    first, last = (int(argv[0]), int(argv[1])) if len(argv) == 2 else (0, 10**6)
    labels = json.loads((TEXTS / "labels.json").read_text("utf-8"))
    names = sorted(name for name in labels if first <= int(name[:3]) <= last)
    results, seconds = _run(names)
    scores = [score for name, result in zip(names, results, strict=True) for score in _scores(name, labels, result)]
    page = "\n".join(_page(scores, len(names), seconds))
    sys.stdout.write(page + "\n")
    if len(names) == len(labels):
        PAGE.parent.mkdir(parents=True, exist_ok=True)
        PAGE.write_text(page + "\n", "utf-8")
    return 0


def _run(names: list[str]) -> tuple[list[dict[str, Any]], float]:
    """Run the command itself in one call, start-up included."""
    command = [sys.executable, "-m", "teladan.site.program", "intake", *(str(TEXTS / name) for name in names), "--json"]
    start = time.perf_counter()
    ran = subprocess.run(  # noqa: S603  # our own command, fixed arguments
        command, capture_output=True, check=True, text=True, env={**os.environ, "PYTHONPATH": str(ROOT / "src")}
    )
    seconds = time.perf_counter() - start
    return [json.loads(line) for line in ran.stdout.splitlines()], seconds


def _scores(name: str, labels: dict[str, Any], result: dict[str, Any]) -> Iterator[Score]:
    for field, read in FIELDS.items():
        label, value = read(labels[name], result)
        yield Score(name[:3], field, label, value, _notes().get((name[:3], field)))


def _notes() -> dict[tuple[str, str], dict[str, str]]:
    path = Path(__file__).with_name("intake_labels.toml")
    entries = tomllib.loads(path.read_text("utf-8")).get("label", []) if path.is_file() else []
    return {(entry["file"], entry["field"]): entry for entry in entries}


Pair = tuple[Any, Any]


def _case_number(label: dict[str, Any], result: dict[str, Any]) -> Pair:
    case = result["case_number"]
    read = [case["number"], case["year"]]
    return [label["case_number"], label["case_year"]], read if case["value"] else None


def _court(label: dict[str, Any], result: dict[str, Any]) -> Pair:
    from teladan.people.intake.fields.court import courts  # noqa: PLC0415  # the path is set in main

    slug = label["court"].removeprefix("pn-").replace("-", "")
    return f"PN {courts().by_spelling.get(slug, label['court'])}", result["court"]["value"]


def _substitute(label: dict[str, Any], result: dict[str, Any]) -> Pair:
    said = label["substitute"]
    kinds = {"kurungan": "confinement", "penjara": "prison"}
    value = said and {"kind": kinds[said["kind"]], "years": 0, "months": said["months"], "days": said["days"]}
    return value, result["substitute"]["value"]


def _detention_start(label: dict[str, Any], result: dict[str, Any]) -> Pair:
    return label["detention"][0]["start"], result["detention"][0]["start"] if result["detention"] else None


FIELDS: dict[str, Callable[[dict[str, Any], dict[str, Any]], Pair]] = {
    "case_number": _case_number,
    "court": _court,
    "verdict_date": lambda label, result: (label["verdict_date"], result["verdict_date"]["value"]),
    "term": lambda label, result: (label["term"], result["term"]["value"]),
    "fine_rp": lambda label, result: (label["fine_rp"], result["fine_rp"]["value"]),
    "substitute": _substitute,
    "detention_start": _detention_start,
    "offence": lambda label, result: (OFFENCES.get(label["offence"], {"other"}), result["offence"]["value"]),
}


def _page(scores: list[Score], files: int, seconds: float) -> Iterator[str]:
    yield "# Reading verdicts: accuracy and speed\n"
    yield "Written by `make bench-intake` (`bench/intake.py`); do not edit.\n"
    yield f"- Data: {files} real first-instance extracts, labels made by a program (`../shared`, not in the repository)"
    yield f"- Machine: {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    yield f"- Date: {dt.datetime.now(tz=dt.UTC).date().isoformat()}"
    yield f"- Speed: {files} files in {seconds:.2f} s in one call, start-up included: {files / seconds:.0f} a second\n"
    yield from _table(scores)
    yield from _mapping()
    yield from _listed(scores)


def _table(scores: list[Score]) -> Iterator[str]:
    yield "| field | as labelled | right, all | right, where the text says it | left empty | wrong value | goal |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: | ---: |"
    for field, goal in GOALS.items():
        yield _line(field, [score for score in scores if score.field == field], goal)
    yield _line("all fields", scores, None)
    yield (
        "\n*As labelled*: equal to the raw label. *Right*: after the corrections listed below; where the extract does "
        "not hold the answer, only an empty and marked field is right. *Left empty*: the text says it, the field is "
        "empty and marked unsure. *Wrong value*: a value was given and it is not right.\n"
    )


def _line(field: str, scores: list[Score], goal: int | None) -> str:
    stated = [score for score in scores if not score.not_in_text]
    empty = sum(score.read is None and not score.right for score in stated)
    wrong = sum(score.wrong_value for score in scores)
    return (
        f"| {field} | {_share(scores, 'as_labelled')} | {_share(scores, 'right')} | {_share(stated, 'right')} "
        f"| {empty} | {wrong} ({100 * wrong / len(scores):.2f} %) | {f'{goal} %' if goal else '-'} |"
    )


def _share(scores: list[Score], what: str) -> str:
    good = sum(getattr(score, what) for score in scores)
    return f"{good}/{len(scores)} ({100 * good / len(scores):.1f} %)"


def _mapping() -> Iterator[str]:
    yield "## How the labels' categories are compared\n"
    yield "Every category that is not named here is `other`.\n"
    yield "| category | code |"
    yield "| --- | --- |"
    for category, codes in OFFENCES.items():
        yield f"| {category} | {' or '.join(sorted(codes))} |"


def _listed(scores: list[Score]) -> Iterator[str]:
    for kind, title in (
        ("wrong_label", "Labels found wrong"),
        ("not_in_text", "Answers that the extract does not hold"),
    ):
        found = [score for score in scores if score.note and score.note["kind"] == kind]
        yield f"\n## {title} ({len(found)})\n"
        yield from (f"- {score.file} {score.field}: {score.note['reason']}" for score in found if score.note)
    rest = [score for score in scores if not score.right]
    yield f"\n## Not right ({len(rest)})\n"
    yield from (f"- {score.file} {score.field}: {'empty' if score.read is None else 'wrong value'}" for score in rest)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT / "src"))
    sys.exit(main(sys.argv[1:]))
