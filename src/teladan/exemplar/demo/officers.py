"""Officers of the demo facility: one sign-in a role, several where a role needs several people."""

from dataclasses import dataclass

from django.contrib.auth.hashers import make_password

from teladan.exemplar.demo import names
from teladan.exemplar.demo.chance import Chance
from teladan.people.models import Facility, Officer, Role


@dataclass(frozen=True)
class Desk:
    """A role's usernames: `username` alone, or numbered from 1 when there are several."""

    role: Role
    username: str
    number: int = 1

    def usernames(self) -> list[str]:
        """Return every username of the role."""
        if self.number == 1:
            return [self.username]
        return [f"{self.username}{place}" for place in range(1, self.number + 1)]


DESKS = (
    Desk(Role.REGISTRAR, "registrasi"),
    Desk(Role.CASE_OFFICER, "wali", 5),
    Desk(Role.HEARING_TEAM, "tpp", 5),
    Desk(Role.HEAD, "kepala"),
    Desk(Role.CLINIC, "klinik"),
    Desk(Role.SECURITY, "keamanan"),
    Desk(Role.KITCHEN, "dapur"),
    Desk(Role.TRAINER, "pembina"),
    Desk(Role.AUDITOR, "pemeriksa"),
    Desk(Role.LEGAL, "hukum"),
)


def appoint(facility: Facility, password: str, seed: int) -> list[Officer]:
    """Save the officers of the facility, all with the same password, and return them."""
    kept = make_password(password)  # once: argon2 is slow on purpose
    made = [
        Officer(
            username=username,
            password=kept,
            full_name=names.full_name(Chance(seed, "officer", username)),
            facility=facility,
            role=desk.role,
        )
        for desk in DESKS
        for username in desk.usernames()
    ]
    return Officer.objects.bulk_create(made)


def set_password(facility: Facility, password: str) -> None:
    """Give every officer of the demo facility a new password."""
    Officer.objects.filter(facility=facility).update(password=make_password(password))
