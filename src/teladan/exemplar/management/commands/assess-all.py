"""`teladan assess-all`: everybody of a file, or of the register, assessed into one Parquet file."""  # noqa: N999

import datetime as dt
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from teladan.exemplar.nation.csv_source import CsvSource
from teladan.exemplar.nation.keep import keep
from teladan.exemplar.nation.layout import UnusableError
from teladan.exemplar.nation.parquet_source import ParquetSource
from teladan.exemplar.nation.parts import Parts
from teladan.exemplar.nation.register_source import RegisterSource
from teladan.exemplar.nation.run import Done, Law, assess_all
from teladan.exemplar.nation.source import Source
from teladan.law.conventions import choose
from teladan.law.terms import day_of
from teladan.rights.feasts import effective

UNUSABLE, SOME_REFUSED = 2, 1


class Command(BaseCommand):
    help = (
        "Assess everybody of a Parquet or CSV file, or of the register, into one Parquet file. May be stopped and "
        "started again. Described in docs/nation.md. Exit status: 0 all assessed, 1 some rows refused, 2 unusable."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("input", nargs="?", type=Path, help="a .parquet or .csv file, one row a person")
        parser.add_argument(
            "--database", action="store_true", help="everybody inside by the register, instead of a file"
        )
        parser.add_argument("--facility", help="with --database: only the facility of this code")
        parser.add_argument(
            "--keep", action="store_true", help="with --database: also the table nation_answer, for SQL"
        )
        parser.add_argument("--out", type=Path, required=True, help="the Parquet file to write")
        parser.add_argument("--as-of", help="the day to assess where a row says none, YYYY-MM-DD; today when left out")
        parser.add_argument(
            "--switch", action="append", default=[], metavar="NAME=VALUE", help="a counting convention other than usual"
        )
        parser.add_argument("--restart", action="store_true", help="begin anew: throw away the parts of earlier work")

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002
        day = _day(options["as_of"])
        try:
            source, law = _source(options, day), _law(options)
            if options["restart"]:
                Parts.forget(options["out"])
            done = self._run(source, options["out"], day, law)
            if options["keep"]:
                keep(options["out"])
        except (UnusableError, ValueError) as wrong:
            raise CommandError(str(wrong), returncode=UNUSABLE) from wrong
        self.stdout.write(f"{options['out']}: {done.rows - done.refused:,} assessed, {done.refused:,} refused")
        if done.refused:
            self.stdout.write(f"{options['out']}.refused.jsonl says which rows, and what is wrong in which field")
            sys.exit(SOME_REFUSED)

    def _run(self, source: Source, out: Path, day: dt.date, law: Law) -> Done:
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        with Progress(*columns, console=Console(stderr=True)) as bar:
            task = bar.add_task("Warga binaan / people", total=None)
            return assess_all(
                source, out, day, law, lambda done, total: bar.update(task, completed=done, total=max(done, total))
            )


def _day(text: str | None) -> dt.date:
    try:
        return dt.date.fromisoformat(text) if text else timezone.localdate()
    except ValueError as wrong:
        raise CommandError(f"--as-of: expected a date written YYYY-MM-DD, not {text!r}", returncode=UNUSABLE) from wrong


def _source(options: dict[str, Any], day: dt.date) -> Source:
    given: Path | None = options["input"]
    if (given is None) != options["database"]:
        raise UnusableError("input", "give either a .parquet or .csv file or --database")
    if given is None:
        return RegisterSource(options["facility"], day)
    for name in ("facility", "keep"):
        if options[name]:
            raise UnusableError(f"--{name}", "belongs to --database")
    if not given.is_file():
        raise UnusableError(str(given), "there is no such file")
    return _file(given, day_of(day))


def _file(path: Path, day: int) -> Source:
    if path.suffix.lower() == ".csv":
        return CsvSource(path, day)
    if path.suffix.lower() != ".parquet":
        raise UnusableError(str(path), "expected a name that ends in .parquet or .csv")
    return ParquetSource(path, day)


def _law(options: dict[str, Any]) -> Law:
    pairs = [switch.partition("=") for switch in options["switch"]]
    if bad := [name for name, equals, _ in pairs if not equals]:
        raise UnusableError("--switch", f"expected NAME=VALUE, not {bad[0]!r}")
    conventions = choose(**{name: value for name, _, value in pairs})
    if not options["database"]:
        return Law(conventions)
    return Law(conventions, effective())  # as officers corrected them
