"""`teladan assess --as-known-on DAY --stay UID`: any past answer again. Told in `docs/assess.md`."""  # noqa: N999

import datetime as dt
import json
from argparse import ArgumentParser
from typing import Any
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from teladan.law import LAW_VERSION
from teladan.law.worksheet import show
from teladan.people.models import Stay
from teladan.rights.queries import Again, assess_as_known

DIFFERS, UNUSABLE = 1, 2  # exit statuses


class Command(BaseCommand):
    help = "Work out a past answer again, by what the register knew at the end of that day, and compare it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--as-known-on", required=True, metavar="YYYY-MM-DD", help="by what was known that evening")
        which = parser.add_mutually_exclusive_group(required=True)
        which.add_argument("--stay", metavar="UID", help="the stay, as the ledger names it (stay:UID)")
        which.add_argument("--register", metavar="NUMBER", help="the register number")
        parser.add_argument("--facility", metavar="CODE", help="where several facilities use the register number")
        parser.add_argument("--as-of", metavar="YYYY-MM-DD", help="the day to assess; else the day of --as-known-on")
        parser.add_argument("--json", action="store_true", help="everything as JSON instead of a worksheet")

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002
        day = _day(options["as_known_on"], "--as-known-on")
        as_of = _day(options["as_of"], "--as-of") if options["as_of"] else None
        if day > timezone.localdate():
            raise CommandError(f"--as-known-on: {day} has not come yet", returncode=UNUSABLE)
        stay = _stay(options)
        again = assess_as_known(stay, day, as_of)
        if again is None:
            raise CommandError(f"the register did not know this stay at the end of {day}", returncode=UNUSABLE)
        if options["json"]:
            self.stdout.write(json.dumps(as_json(again, day), ensure_ascii=False))
        else:
            self._tell(again, day)
        if again.equal is False:
            raise CommandError(f"differs from what was kept: {', '.join(again.differs)}", returncode=DIFFERS)

    def _tell(self, again: Again, day: dt.date) -> None:
        for line in _told(again, day):
            self.stdout.write(line)
        self.stdout.write("")
        self.stdout.flush()
        if again.found.explained:
            show(again.found.explained)


def as_json(again: Again, day: dt.date) -> dict[str, Any]:
    """Return the whole answer as plain values; `assessment` is that of the contract."""
    stored = again.stored
    kept = stored and {
        "as_of": stored.as_of.isoformat(),
        "known_from": stored.known_from.isoformat() if stored.known_from else None,
        "facts_hash": stored.facts_hash,
        "law_version": stored.law_version,
        "dates": stored.dates,
        "rights": stored.rights,
    }
    changed = again.changed_rules
    return {
        "as_known_on": day.isoformat(),
        "as_of": again.as_of.isoformat(),
        "stay": str(again.known.stay.uid),
        "assessment": again.found.explained or None,
        "problem": again.found.problem,
        "facts": again.facts,
        "facts_hash": again.facts_hash,
        "law": {
            "then": again.law_then or None,
            "now": LAW_VERSION,
            "same": again.same_law,
            "changed_rules": None if changed is None else list(changed),
        },
        "stored": kept,
        "compared_on": again.compared_on.isoformat() if again.compared_on else None,
        "equal": again.equal,
        "differs": again.differs,
        "without_history": again.unrecorded,
    }


def _told(again: Again, day: dt.date) -> list[str]:
    lines = [f"As known at the end of {day}, assessed as of {again.as_of}. Facts {again.facts_hash[:16]}."]
    if again.found.problem:
        lines.append(f"The facts of that time could not be assessed: {again.found.problem}")
    lines.append(_of_the_law(again))
    lines.append(_of_the_stored(again))
    if again.unrecorded:
        lines.append(f"Filled in past the program, so left out here: {', '.join(again.unrecorded)}")
    return lines


def _of_the_law(again: Again) -> str:
    if again.same_law:
        return f"The law of that time is the present one, version {LAW_VERSION}."
    if again.same_law is None:
        return f"Which version of the law was used then is not kept; this is by the present one, {LAW_VERSION}."
    changed = again.changed_rules
    rules = f" Rules that differ: {', '.join(changed)}." if changed else ""
    return (
        f"The law has changed since: version {again.law_then} was used then, this is by {LAW_VERSION}. "
        f"What follows may differ from the answer of that time.{rules}"
    )


def _of_the_stored(again: Again) -> str:
    if again.stored is None:
        return "No assessment of that time is kept: nothing to compare with."
    if again.equal is None:
        return f"Not compared with the assessment kept at that time (as of {again.stored.as_of}): made by another law."
    word = "is equal to" if again.equal else "DIFFERS from"
    return f"As of {again.compared_on} it {word} the assessment kept at that time: every date, right and reason."


def _stay(options: dict[str, Any]) -> Stay:
    rows = Stay.objects.select_related("person", "facility").order_by("pk")
    if options["stay"]:
        rows = rows.filter(uid=_uid(options["stay"]))
    else:
        rows = rows.filter(register_number=options["register"])
    if options["facility"]:
        rows = rows.filter(facility__code=options["facility"])
    found = list(rows[:2])
    if not found:
        raise CommandError("there is no such stay", returncode=UNUSABLE)
    if len(found) > 1:
        raise CommandError("several facilities use this register number: add --facility CODE", returncode=UNUSABLE)
    return found[0]


def _uid(text: str) -> UUID:
    try:
        return UUID(text.removeprefix("stay:"))
    except ValueError as wrong:
        raise CommandError("--stay: a UID is expected", returncode=UNUSABLE) from wrong


def _day(text: str, option: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError as wrong:
        raise CommandError(
            f"{option}: a date written YYYY-MM-DD is expected, not {text!r}", returncode=UNUSABLE
        ) from wrong
