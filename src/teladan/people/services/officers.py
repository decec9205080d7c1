"""Who signs in: added, given another role, closed, opened again, given a new password, freed of a lost second factor.

All raise Invalid or Stale and then have written nothing. An officer's facility is set once and never changed here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from allauth.mfa.models import Authenticator
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from teladan.ledger import services as ledger
from teladan.people.errors import Stale
from teladan.people.models import Facility, Officer, OfficerChange, Role
from teladan.people.officer_acts import ACTS
from teladan.people.officer_rules import (
    refuse_last_head,
    refuse_oneself,
    refuse_role,
    refuse_state,
    refuse_taken_name,
    refused,
)
from teladan.people.one_time import one_time_password
from teladan.people.services.writing import refuse_stranger, refuse_without_reason

if TYPE_CHECKING:
    from collections.abc import Callable

Act = OfficerChange.Act


@transaction.atomic
def add_officer(  # noqa: PLR0913 - each is asked of the head
    facility: Facility, *, username: str, full_name: str, role: str, actor: Officer | None, why: str
) -> tuple[Officer, str]:
    """Add an officer; return them and the one-time password, which is kept nowhere."""
    _begin(facility, actor, why)
    refuse_role(role)
    officer = Officer(facility=facility, username=username.strip(), full_name=full_name.strip(), role=role)
    refuse_taken_name(officer)
    password = _new_password(officer)
    _check(officer)
    officer.save()
    _note(officer, Act.ADDED, actor, why, new=role)
    return officer, password


@transaction.atomic
def change_officer(  # noqa: PLR0913 - each is asked of the head
    officer: Officer, *, full_name: str, role: str, expected_version: int, actor: Officer | None, why: str
) -> Officer:
    """Change name or role. The last active head stays head; nobody changes the own role."""
    current = _current(officer, expected_version, actor, why)
    refuse_role(role)
    name_before, role_before = current.full_name, current.role
    current.full_name, current.role = full_name.strip(), role
    _check(current)
    if current.role != role_before:
        refuse_oneself(current, actor, "role")
        refuse_last_head(current, role_before)
    acts = [(Act.NAME, name_before, current.full_name), (Act.ROLE, role_before, role)]
    changed = [each for each in acts if each[1] != each[2]]
    if changed:
        _save(current)
    for act, old, new in changed:
        _note(current, act, actor, why, old=old, new=new)
    return current


def close_officer(officer: Officer, *, expected_version: int, actor: Officer | None, why: str) -> Officer:
    """Let an officer sign in no more; open pages close at their next click. What they did stays."""

    def close(current: Officer) -> None:
        refuse_state(current, active=True)
        refuse_oneself(current, actor)
        current.is_active = False
        refuse_last_head(current, current.role)

    return _act(officer, Act.CLOSED, close, expected_version, actor, why)


def open_officer(officer: Officer, *, expected_version: int, actor: Officer | None, why: str) -> Officer:
    """Let an officer sign in again, with the password they had."""

    def reopen(current: Officer) -> None:
        refuse_state(current, active=False)
        current.is_active = True

    return _act(officer, Act.OPENED, reopen, expected_version, actor, why)


def new_password(officer: Officer, *, expected_version: int, actor: Officer | None, why: str) -> tuple[Officer, str]:
    """Make a one-time password and return it; the old one and every open session end."""
    made: list[str] = []

    def renew(current: Officer) -> None:
        refuse_oneself(current, actor)
        refuse_state(current, active=True)
        made.append(_new_password(current))

    return _act(officer, Act.PASSWORD, renew, expected_version, actor, why), made[0]


def reset_second_factor(officer: Officer, *, expected_version: int, actor: Officer | None, why: str) -> Officer:
    """Forget the authenticator app and the recovery codes: for somebody who lost the phone."""

    def forget(current: Officer) -> None:
        refuse_oneself(current, actor)
        factors = Authenticator.objects.filter(user=current)
        if not factors.exists():
            raise refused("no_factor", "Petugas ini tidak memakai langkah kedua.", "This officer has no second step.")
        factors.delete()

    return _act(officer, Act.SECOND_FACTOR, forget, expected_version, actor, why)


@transaction.atomic
def _act(  # noqa: PLR0913, PLR0917 - the frame of the four acts
    officer: Officer,
    act: OfficerChange.Act,
    do: Callable[[Officer], None],
    expected_version: int,
    actor: Officer | None,
    why: str,
) -> Officer:
    current = _current(officer, expected_version, actor, why)
    do(current)
    _save(current)
    _note(current, act, actor, why)
    return current


def _begin(facility: Facility, actor: Officer | None, why: str) -> None:
    refuse_without_reason(why)
    refuse_stranger(facility, actor)
    ledger.lock(facility)  # orders the acts: two heads cannot close each other at the same moment


def _current(officer: Officer, expected_version: int, actor: Officer | None, why: str) -> Officer:
    if officer.facility is None:
        raise ValueError("an officer without a facility")
    _begin(officer.facility, actor, why)
    current = Officer.objects.select_for_update(of=("self",)).select_related("facility").get(pk=officer.pk)
    if current.version != expected_version:
        raise Stale(current, [_Seen(each) for each in current.changes.select_related("by")[:1]])
    return current


class _Seen:
    """Who changed it, as the message of Stale wants it."""

    def __init__(self, change: OfficerChange) -> None:
        self.who = change.by.full_name if change.by else "-"


def _new_password(officer: Officer) -> str:
    password = one_time_password()
    officer.set_password(password)
    officer.must_change_password = True
    return password


def _check(officer: Officer) -> None:
    try:
        officer.full_clean(exclude=["password"])
    except ValidationError as wrong:
        raise refused_by(wrong) from wrong
    if not officer.full_name:
        raise refused("no_name", "Isi nama lengkapnya.", "Enter the full name.", field="full_name")


def refused_by(wrong: ValidationError) -> Exception:
    """Return the first of Django's own objections as an answer of this service, in the reader's language."""
    field, texts = next(iter(wrong.message_dict.items()))
    return refused("invalid", "{text}", "{text}", field=field, text=texts[0])


def _save(officer: Officer) -> None:
    officer.version += 1
    officer.save()


def _note(  # noqa: PLR0913, PLR0917 - what a line of the history says
    officer: Any, act: OfficerChange.Act, actor: Officer | None, why: str, old: str = "", new: str = ""
) -> None:
    OfficerChange.objects.create(
        officer=officer, at=timezone.now(), by=actor, act=act, old=old, new=new, why=why.strip()
    )
    data: dict[str, Any] = {"version": officer.version}
    if act in {Act.ADDED, Act.ROLE}:
        data |= {"role": str(Role(new))}
    ledger.append(facility=officer.facility, actor=actor, action=ACTS[act], subject=f"officer:{officer.pk}", data=data)
