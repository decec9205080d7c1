"""Is this case in the register already, or waiting already? Said at once, before an officer types anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from teladan.people.checks.verdict import same_case
from teladan.people.models import IntakeProposal, Verdict

if TYPE_CHECKING:
    from teladan.people.intake_services.reading import Message, Read
    from teladan.people.models import Facility


def known_case_problems(facility: Facility, read: list[Read]) -> None:
    """Add to each proposal a message when its case number is known already."""
    registered = _registered(facility)
    waiting = _waiting(facility)
    for found in read:
        number = same_case((found.proposal.get("case_number") or {}).get("value") or "")
        if not number:
            continue
        if number in registered:
            found.problems.append(_in_register(registered[number]))
        elif number in waiting:
            found.problems.append(_is_waiting(waiting[number]))
        waiting.setdefault(number, found.name)


def _registered(facility: Facility) -> dict[str, str]:
    verdicts = Verdict.objects.filter(stay__facility=facility).order_by("stay__released_on", "pk")
    rows = verdicts.values_list("case_number", "stay__register_number")
    return {same_case(number): register for number, register in rows}


def _waiting(facility: Facility) -> dict[str, str]:
    proposals = IntakeProposal.objects.filter(batch__facility=facility, state=IntakeProposal.State.WAITING)
    rows = proposals.values_list("proposal__case_number__value", "file_name")
    return {same_case(number): name for number, name in rows if number}


def _in_register(register_number: str) -> Message:
    return {
        "code": "case_in_register",
        "id": f"Nomor perkara ini sudah ada di register, nomor {register_number}. Pilih orang itu.",
        "en": f"This case number is in the register already, under {register_number}. Choose that person.",
        "register_number": register_number,
    }


def _is_waiting(file_name: str) -> Message:
    return {
        "code": "case_waiting",
        "id": f"Nomor perkara ini sudah menunggu diperiksa dari berkas {file_name}. Batalkan salah satu.",
        "en": f"This case number is waiting already, from the file {file_name}. Reject one of the two.",
        "file_name": file_name,
    }
