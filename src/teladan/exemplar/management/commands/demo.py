"""`teladan demo`: fill an empty database with made-up people, or say who can sign in to it."""

import datetime as dt
from argparse import ArgumentParser
from typing import IO, Any, cast

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from teladan.exemplar.demo import emptying, loader, officers, population, sign_ins
from teladan.exemplar.demo.assumptions import assumed
from teladan.people.models import Facility

LABELS = {
    "people": "Warga binaan karangan / made-up people",
    "register": "Register / register",
    "cases": "Perkara hak / rights cases",
}


class Command(BaseCommand):
    help = "Load Lapas Kelas IIA Kupang with made-up people into an empty database; a second run keeps what is there."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--people", type=int, default=assumed("people"), help="how many people are inside")
        parser.add_argument("--as-of", type=dt.date.fromisoformat, default=None, help="the day, YYYY-MM-DD; today")
        parser.add_argument("--seed", type=int, default=population.SEED, help="another seed, other people")
        parser.add_argument("--reset", action="store_true", help="throw the demo away first, with what was entered")

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002
        if options["people"] < 1:
            raise CommandError("--people: give a number of people from 1")
        facility = _demo_or_nothing()
        if facility and options["reset"]:
            emptying.empty(facility)
            facility = None
        if facility is None:
            self._load(options["people"], options["as_of"] or timezone.localdate(), options["seed"])
        elif not sign_ins.path().exists():
            _new_password(facility)
        self.stdout.write(sign_ins.path().read_text(encoding="utf-8"))

    def _load(self, people: int, as_of: dt.date, seed: int) -> None:
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        with Progress(*columns, console=Console(file=cast("IO[str]", self.stdout))) as progress:
            tasks = {name: progress.add_task(label, total=None) for name, label in LABELS.items()}
            loader.load(
                people,
                as_of,
                seed,
                lambda name, done, total: progress.update(tasks[name], completed=done, total=total),
            )


def _demo_or_nothing() -> Facility | None:
    try:
        return loader.demo_facility()
    except loader.NotADemoError as error:
        raise CommandError(f"{error}. Use another database: TELADAN_VAR=/another/folder teladan demo") from error


@transaction.atomic
def _new_password(facility: Facility) -> None:
    password = sign_ins.new_password()
    officers.set_password(facility, password)
    sign_ins.write(password)
