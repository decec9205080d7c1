"""`teladan reform FILE`: what a draft of a law would do to the people inside, before it is law. Nothing is kept."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from teladan.law.reform import ReformError, read, refuse_past
from teladan.people.models import Facility
from teladan.rights.reforms.services import result_of

UNUSABLE = 2
PARTS = ("read", "before", "after", "compare")
GRADES = {
    "lost": "lose the right to leave early",
    "later": "leave later",
    "new": "gain the right to leave early",
    "earlier": "leave earlier",
    "same": "no change",
    "unknown": "no day can be told",
}
EVERY = 6  # months between two rows of the table on a terminal


class Command(BaseCommand):
    help = "Compute what a draft of a law would do to the people of a facility; described in docs/reforms.md."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", help="the draft, a TOML file")
        parser.add_argument("--facility", metavar="CODE", help="where there are several")
        parser.add_argument("--as-of", metavar="YYYY-MM-DD", help="the day to look at the people; else today")
        parser.add_argument("--json", action="store_true", help="everything as JSON instead of tables")

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002
        try:
            draft = read(Path(options["file"]).read_text(encoding="utf-8"))
            as_of = _day(options["as_of"])
            refuse_past(draft, as_of)
            facility = _facility(options["facility"])
            result = self._compute(facility, draft, as_of)
        except (ReformError, UnicodeDecodeError, OSError) as wrong:
            raise CommandError(str(wrong), returncode=UNUSABLE) from wrong
        if options["json"]:
            self.stdout.write(json.dumps(result))
        else:
            _show(result, f"{draft.title['en']} ({draft.regulation}), from {draft.first}: {facility.name}, {as_of}")

    @staticmethod
    def _compute(facility: Facility, draft: Any, as_of: Any) -> dict[str, Any]:
        with Progress(console=Console(file=sys.stderr), transient=True) as progress:
            bar = progress.add_task("", total=len(PARTS))
            return result_of(
                facility, draft, as_of, lambda part: progress.update(bar, completed=PARTS.index(part), description=part)
            )


def _day(text: str | None) -> Any:
    from teladan.law.reading import FactsError, date  # noqa: PLC0415

    try:
        return date(text, "--as-of") if text else timezone.localdate()
    except FactsError as wrong:
        raise CommandError(str(wrong), returncode=UNUSABLE) from wrong


def _facility(code: str | None) -> Facility:
    found = list(Facility.objects.filter(**({"code": code} if code else {})))
    if len(found) != 1:
        codes = ", ".join(each.code or "" for each in Facility.objects.order_by("code")) or "none yet"
        raise CommandError(f"--facility: name one of {codes}", returncode=UNUSABLE)
    return found[0]


def _show(result: dict[str, Any], title: str) -> None:
    console = Console()
    console.print(title)
    grades = Table("", "people", "days in all", title="Who is concerned")
    for code, words in GRADES.items():
        found = result["grades"][code]
        grades.add_row(words, str(found["people"]), str(found["days"] or ""))
    columns = ("present law", "draft", "present, today's people", "draft, today's people")
    months = Table("", *columns, title="People inside")
    names = ("before_coming", "after_coming", "before", "after")
    for place in range(0, len(result["months"]), EVERY):
        months.add_row(result["months"][place], *(str(result[name][place]) for name in names))
    console.print(grades)
    console.print(months)
    others = f"{result['others']} others without a judgment or usable facts"
    console.print(f"A forecast for {result['people']} people, of whom {result['due']} may leave today; {others}.")
