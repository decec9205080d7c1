"""`teladan register-check`: list the contradictions in the register. Exit status 1 when there are any."""  # noqa: N999

import datetime as dt
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.dateparse import parse_date

from teladan.people.models import Facility
from teladan.people.queries.contradictions import contradictions_in


class Command(BaseCommand):
    help = "List what in the register contradicts itself, or was changed without the program."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--as-of", help="the day to judge by, YYYY-MM-DD; default: today")

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002
        day = options["as_of"]
        today = _day(day) if day else timezone.localdate()
        if today is None:
            raise CommandError("--as-of is a day that exists, written YYYY-MM-DD")
        found = 0
        for facility in Facility.objects.order_by("pk"):
            for stay, problem in contradictions_in(facility, today):
                found += 1
                self.stderr.write(f"{facility}: {stay.register_number}: {problem.row}: {problem.id} ({problem.en})")
        if found:
            raise CommandError(f"{found} contradiction(s)")
        self.stdout.write("the register does not contradict itself")


def _day(text: str) -> dt.date | None:
    try:
        return parse_date(text)
    except ValueError:  # 31 February
        return None
