"""One person of a proposal, as the page and the sheet show it: no more than is kept between two requests."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from teladan.rights.remission_day import Candidate


@dataclass(frozen=True, slots=True)
class Share:
    """One remission of the day: which, how many days, on which rung."""

    right: str
    days: int
    rung: int | None


@dataclass(frozen=True, slots=True)
class Why:
    """A condition that is not met or not known, in both languages."""

    criterion: str
    id: str
    en: str


@dataclass(frozen=True, slots=True)
class Row:
    """One person on the grant day. `free`: goes home that day."""

    stay: int
    uid: UUID
    name: str
    register: str
    room: str
    status: str
    grants: Sequence[Share]
    reasons: Sequence[Why]
    expiry_before: date | None
    expiry_after: date | None
    part: str
    free: bool
    problem: str

    @property
    def days(self) -> int:
        """All remissions of the day together."""
        return sum(grant.days for grant in self.grants)

    @property
    def rung(self) -> int | None:
        """The rung of the remission that has a ladder."""
        return next((grant.rung for grant in self.grants if grant.rung), None)


def row_of(person: Candidate) -> Row:
    """Return what is shown of a candidate."""
    stay = person.stay
    return Row(
        stay=stay.pk,
        uid=stay.person.uid,
        name=stay.person.name,
        register=stay.register_number,
        room=stay.room,
        status=person.status,
        grants=tuple(Share(grant.right, grant.days, grant.rung) for grant in person.grants),
        reasons=tuple(Why(reason.criterion, reason.id, reason.en) for reason in person.reasons),
        expiry_before=person.expiry_before,
        expiry_after=person.expiry_after,
        part=person.part,
        free=person.free,
        problem=person.problem,
    )
