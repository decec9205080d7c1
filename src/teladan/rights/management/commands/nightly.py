"""`teladan nightly`: each night the whole register is assessed and cases open. Safe to stop and to run again."""

import datetime as dt
import logging
from argparse import ArgumentParser
from collections.abc import Callable
from typing import IO, Any, cast

from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError
from django.utils import timezone
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn

from teladan.people.models import Facility
from teladan.rights.day import moment
from teladan.rights.remission_day.near import keep_days
from teladan.rights.services import assess_facility, open_due_cases

log = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "Assess everyone inside, open the cases and remission days that come due. May be stopped and repeated."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--as-of", help="the day to assess, YYYY-MM-DD; today when left out")

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002
        as_of = _day(options["as_of"])
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
        console = Console(file=cast("IO[str]", self.stdout), force_terminal=None)
        with Progress(*columns, console=console) as bar:
            failed = [facility.name for facility in Facility.objects.order_by("pk") if not _night(bar, facility, as_of)]
        if failed:
            raise CommandError(
                f"No whole night for: {', '.join(failed)}. The log says where it failed; what was finished "
                "stands, and the command may be run again."
            )


def _night(bar: Progress, facility: Facility, as_of: dt.date) -> bool:
    """Do one facility's night; a fault in it is logged and does not take the night from the others."""
    try:
        bar.console.print(f"{facility.name}: {_assessed_and_opened(bar, facility, as_of)}", soft_wrap=True)
    except OperationalError:  # the database itself is away: nobody has a night
        raise
    except Exception:
        log.exception("a facility has no whole night")
        return False
    return True


def _assessed_and_opened(bar: Progress, facility: Facility, as_of: dt.date) -> str:
    task = bar.add_task(facility.name, total=None)
    assessed = assess_facility(facility, as_of, _moving(bar, task))
    opened = open_due_cases(facility, as_of, now=moment(as_of))
    days, followed = keep_days(facility, as_of, moment(as_of))
    return (
        f"{assessed.people} assessed, {assessed.changed} changed, "
        f"{assessed.problems} with a problem; cases: {opened.opened} opened, {opened.reopened} again, "
        f"{opened.moved} moved, {opened.closed} closed; remission days: {days} opened, "
        f"cases {followed.added} added, {followed.reopened} again, {followed.changed} changed, "
        f"{followed.closed} closed"
    )


def _moving(bar: Progress, task: TaskID) -> Callable[[int, int], None]:
    return lambda done, total: bar.update(task, completed=done, total=total)


def _day(text: str | None) -> dt.date:
    if text is None:
        return timezone.localdate()
    try:
        return dt.date.fromisoformat(text)
    except ValueError as wrong:
        raise CommandError(f"--as-of: a date written YYYY-MM-DD is expected, not {text!r}") from wrong
