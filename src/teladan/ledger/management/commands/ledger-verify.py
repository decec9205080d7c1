"""`teladan ledger-verify`: compute the whole ledger again. Exit status 1 when something does not agree."""  # noqa: N999

from typing import Any

from django.apps import apps
from django.core.management.base import BaseCommand, CommandError
from django.db.models import Model

from teladan.ledger import queries


class Command(BaseCommand):
    help = "Compute every facility's ledger again and say what does not agree."

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002
        facilities = apps.get_model("people", "Facility").objects.order_by("pk")
        found = sum(self._say(facility) for facility in facilities)
        if found:
            raise CommandError(f"{found} problem(s): the ledger was altered or is incomplete")

    def _say(self, facility: Model) -> int:
        problems = queries.verify(facility)
        for problem in problems:
            self.stderr.write(f"{facility}: {problem.id} ({problem.en})")
        if not problems:
            self.stdout.write(f"{facility}: {queries.size(facility)} entries agree; root {queries.root(facility)}")
        return len(problems)
