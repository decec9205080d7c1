"""`teladan assess`: facts in, dates and rights out, on the command line. Described in `docs/assess.md`."""

import argparse
import datetime as dt
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from zoneinfo import ZoneInfo

from teladan import TIME_ZONE
from teladan.law import batch
from teladan.law.conventions import Conventions, choose, describe
from teladan.law.facts import FactsError
from teladan.law.json_text import write_json
from teladan.law.one import answer
from teladan.law.reading import date as read_date
from teladan.law.rule_ids import NONE_CONFIRMED, Confirmed

USABLE, SOME_UNUSABLE, UNUSABLE = 0, 1, 2


def main(argv: list[str], confirmed: Confirmed = NONE_CONFIRMED) -> int:
    """Run the command; returns the exit status: 0 assessed, 1 a line of several was bad, 2 unusable.

    `confirmed`: the rules that lawyers confirmed in an installation; who calls has asked its database.
    """
    arguments = _parser().parse_args(argv)
    try:
        as_of = None if arguments.as_of is None else read_date(arguments.as_of, "--as-of")
        conventions = _conventions(arguments.switch)
        text = _read(arguments.facts)
        if batch.is_batch(arguments.facts, text):
            return _many(text, as_of, conventions, confirmed)
        return _one(text, as_of, conventions, confirmed, as_json=arguments.json)
    except BrokenPipeError:  # the reader has gone: no fault, and `teladan.site.program` ends quietly
        raise
    except (FactsError, ValueError, OSError) as problem:
        # A field's name may hold what no terminal can show.
        sys.stderr.write(f"teladan assess: {problem}\n".encode("utf-8", "backslashreplace").decode())
        return UNUSABLE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="teladan assess",
        description="One person's facts in, the dates and rights out, with the article behind each.",
        epilog="Switches: " + "; ".join(f"{n}={'|'.join(e['options'])}" for n, e in describe().items()),
    )
    parser.add_argument("facts", help="a JSON file, a JSONL file with one person a line, or - for standard input")
    parser.add_argument("--json", action="store_true", help="the assessment as JSON instead of a worksheet")
    parser.add_argument("--as-of", metavar="YYYY-MM-DD", help="the day to assess; overrides as_of of the facts")
    parser.add_argument(
        "--switch", action="append", default=[], metavar="NAME=VALUE", help="a counting convention other than usual"
    )
    parser.add_argument(
        "--confirmed",
        action="store_true",
        help="ask this installation's database which rules a lawyer confirmed: the notes no longer name them as unsure",
    )
    return parser


def _conventions(switches: Sequence[str]) -> Conventions:
    pairs = [switch.partition("=") for switch in switches]
    if bad := [name for name, equals, _ in pairs if not equals]:
        raise ValueError(f"--switch {bad[0]}: expected NAME=VALUE")
    return choose(**{name: value for name, _, value in pairs})


def _read(name: str) -> str:
    """Read the text; bytes that are no UTF-8 are kept, so that only the line they stand in is refused."""
    raw = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    return raw.decode("utf-8-sig", "surrogateescape")


def _one(text: str, as_of: dt.date | None, conventions: Conventions, confirmed: Confirmed, *, as_json: bool) -> int:
    facts, found = answer(text, as_of, _today, conventions, confirmed)
    if as_json:
        sys.stdout.write(write_json(found))
        return USABLE
    from teladan.law.worksheet import show  # noqa: PLC0415 - rich is slow to import and JSON needs none of it

    show(found, facts)
    return USABLE


def _today() -> dt.date:
    """The only clock of the law: without a day anywhere the command means today, where the prison is."""
    return dt.datetime.now(tz=ZoneInfo(os.environ.get("TELADAN_TIME_ZONE", TIME_ZONE))).date()


def _many(text: str, as_of: dt.date | None, conventions: Conventions, confirmed: Confirmed) -> int:
    status = USABLE
    for line in batch.assess_lines(text, as_of, _today(), conventions, confirmed):
        status = SOME_UNUSABLE if "error" in line else status
        sys.stdout.write(write_json(line))
    return status
