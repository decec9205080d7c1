"""`teladan facility new`: enter a real facility; `facility list` names those there are."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from teladan.people.errors import Refused
from teladan.people.management.asking import asked, in_words
from teladan.people.models import Facility
from teladan.people.services.facilities import keep_facility

KINDS = ", ".join(Facility.Kind.values)
# Option, question, whether it may stay empty.
ASKED = (
    ("code", "Code (short, such as lapas-contoh)", False),
    ("name", "Name, as printed on letters", False),
    ("kind", f"Kind ({KINDS})", False),
    ("class", "Class (I, IIA, IIB, III; empty: not known)", True),
    ("place", "Place, where letters are signed", False),
    ("region", "Regional office", False),
    ("bapas", "Probation office (Bapas)", False),
    ("capacity", "Capacity in people (empty: not known)", True),
)
FIELDS = {"class": "grade", "region": "regional_office", "bapas": "probation_office"}


class Command(BaseCommand):
    help = "Enter a facility, or list those there are. What is not given as an option is asked, once."

    def add_arguments(self, parser: ArgumentParser) -> None:
        acts = parser.add_subparsers(dest="act", required=True)
        new = acts.add_parser("new", help="enter a facility; the same code again changes nothing, or what differs")
        for name, question, _empty in ASKED:
            new.add_argument(f"--{name}", help=question)
        new.add_argument("--change", action="store_true", help="write what differs from what is kept under this code")
        acts.add_parser("list", help="code and name of each")

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002
        if options["act"] == "list":
            return self._list()
        values = asked(ASKED, options, sys.stdin)
        code = values.pop("code")
        kept: dict[str, Any] = {FIELDS.get(name, name): value for name, value in values.items()}
        kept["capacity"] = _number(kept["capacity"])
        _refuse_other(code, kept, change=options["change"])
        try:
            facility, written = keep_facility(code, kept)
        except Refused as refused:
            raise CommandError(in_words(refused, {field: f"--{name}" for name, field in FIELDS.items()})) from refused
        self.stdout.write(f"{facility.name} ({facility.code}): {_said(written)}")
        return None

    def _list(self) -> None:
        for facility in Facility.objects.order_by("code"):
            self.stdout.write(f"{facility.code or '(no code)'}  {facility.name}")


def _number(text: str) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdigit()):
        raise CommandError(f"--capacity: a number of people is expected, not {text!r}")
    return int(text)


def _refuse_other(code: str, values: dict[str, Any], *, change: bool) -> None:
    """Refuse to overwrite a facility by accident: say what differs."""
    found = Facility.objects.filter(code=code).first()
    if found is None or change:
        return
    differs = [
        f"{name}: {getattr(found, name)!r}, not {new!r}" for name, new in values.items() if getattr(found, name) != new
    ]
    if differs:
        raise CommandError(f"{code} is there already, with " + "; ".join(differs) + ". Add --change to write the new.")


def _said(written: list[str]) -> str:
    return f"written: {', '.join(written)}" if written else "there already, nothing to change"
