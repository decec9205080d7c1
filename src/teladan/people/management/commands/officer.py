"""`teladan officer new|password|deactivate|activate|list`: who signs in to a facility."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from teladan.people.errors import Refused
from teladan.people.management.asking import asked, in_words
from teladan.people.models import Facility, Officer, Role
from teladan.people.services import officers

WHY = "Lewat program teladan"
ROLES = ", ".join(Role.values)
NEW = (
    ("facility", "Code of the facility (see `teladan facility list`)", False),
    ("role", f"Role ({ROLES})", False),
    ("name", "Full name", False),
    ("username", "Username", False),
)
NAMES = {"full_name": "--name", "username": "--username", "role": "--role", "why": "--why"}


class Command(BaseCommand):
    help = "Add an officer, give a new password, let one sign in no more. Passwords are printed once and kept nowhere."

    def add_arguments(self, parser: ArgumentParser) -> None:
        acts = parser.add_subparsers(dest="act", required=True)
        new = acts.add_parser("new", help="add an officer and print a one-time password")
        for name, question, _empty in NEW:
            new.add_argument(f"--{name}", help=question)
        new.add_argument("--why", default=WHY)
        for act, words in (
            ("password", "print a new one-time password; the old one ends"),
            ("deactivate", "let an officer sign in no more"),
            ("activate", "let an officer sign in again"),
        ):
            one = acts.add_parser(act, help=words)
            one.add_argument("username")
            one.add_argument("--why", default=WHY)
        acts.add_parser("list", help="facility, username, role of each")

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002
        try:
            getattr(self, f"_{options['act']}")(options)
        except Refused as refused:
            raise CommandError(in_words(refused, NAMES)) from refused

    def _new(self, options: dict[str, Any]) -> None:
        said = asked(NEW, options, sys.stdin)
        facility = _facility(said["facility"])
        officer, password = officers.add_officer(
            facility,
            username=said["username"],
            full_name=said["name"],
            role=said["role"],
            actor=None,
            why=options["why"],
        )
        self._tell(officer, password)

    def _password(self, options: dict[str, Any]) -> None:
        officer = _officer(options["username"])
        self._tell(*officers.new_password(officer, **_said(officer, options)))

    def _deactivate(self, options: dict[str, Any]) -> None:
        officer = _officer(options["username"])
        officers.close_officer(officer, **_said(officer, options))
        self.stdout.write(f"{officer.username} can sign in no more")

    def _activate(self, options: dict[str, Any]) -> None:
        officer = _officer(options["username"])
        officers.open_officer(officer, **_said(officer, options))
        self.stdout.write(f"{officer.username} can sign in again")

    def _list(self, _options: dict[str, Any]) -> None:
        for officer in Officer.objects.select_related("facility").order_by("facility", "username"):
            code = officer.facility.code if officer.facility else None
            state = "" if officer.is_active else "  (deactivated)"
            self.stdout.write(f"{code or '(no code)'}  {officer.username}  {officer.role}{state}")

    def _tell(self, officer: Officer, password: str) -> None:
        self.stdout.write(f"{officer.username} ({officer.role}, {officer.facility})")
        self.stdout.write(f"one-time password: {password}")
        self.stdout.write("It is shown only here, and must be replaced at the first sign-in.")


def _said(officer: Officer, options: dict[str, Any]) -> dict[str, Any]:
    return {"expected_version": officer.version, "actor": None, "why": options["why"]}


def _facility(code: str) -> Facility:
    found = Facility.objects.filter(code=code).first()
    if found is None:
        known = ", ".join(str(each.code) for each in Facility.objects.exclude(code=None).order_by("code"))
        there = f"there are: {known}" if known else "there is none yet: `teladan facility new` enters one"
        raise CommandError(f"--facility: no facility has the code {code!r}; {there}")
    return found


def _officer(username: str) -> Officer:
    found = Officer.objects.filter(username__iexact=username, facility__isnull=False).first()
    if found is None:
        raise CommandError(f"no officer has the username {username!r}; `teladan officer list` names them")
    return found
