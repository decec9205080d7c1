"""Files are received: read, kept, and laid before an officer. The register is not touched."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from simple_history.utils import bulk_create_with_history

from teladan.ledger import services as ledger
from teladan.people.documents import keep_file
from teladan.people.intake_services.acts import RECEIVED
from teladan.people.intake_services.known import known_case_problems
from teladan.people.intake_services.reading import Read, read_files
from teladan.people.models import IntakeBatch, IntakeProposal
from teladan.people.services.writing import refuse_stranger

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from teladan.people.models import Facility, Officer

WHY = "Berkas diterima / Files received"


def receive(files: Iterable[Any], *, facility: Facility, actor: Officer, key: UUID | None = None) -> IntakeBatch:
    """Read uploads (`name`, `size`, `read()`) and keep a proposal for each verdict or row of a sheet; return the batch.

    A file that cannot be read becomes a proposal in state `unreadable` whose `problems` say why and what to do; the
    others go on. A case number that the register or another waiting proposal has already is named in `problems`.
    `key` is made by the page: the same files sent twice under one key are received once.
    """
    refuse_stranger(facility, actor)
    read = read_files(files)  # slow: before the lock is taken
    with transaction.atomic():
        head = ledger.lock(facility)
        if key and (there := IntakeBatch.objects.filter(uid=key, facility=facility, made_by=actor).first()):
            return there
        known_case_problems(facility, read)
        batch = IntakeBatch.objects.create(facility=facility, made_by=actor, **({"uid": key} if key else {}))
        rows = [_row(batch, found) for found in read]
        bulk_create_with_history(rows, IntakeProposal, default_user=actor, default_change_reason=WHY)
        data = {"count": len(rows), "files": [ledger.digest(head, found.sha256) for found in read if found.data]}
        ledger.append(facility=facility, actor=actor, action=RECEIVED, subject=f"batch:{batch.uid}", data=data)
    return batch


def _row(batch: IntakeBatch, found: Read) -> IntakeProposal:
    state = IntakeProposal.State.WAITING if found.readable else IntakeProposal.State.UNREADABLE
    row = IntakeProposal(
        batch=batch,
        file_name=found.name,
        row=found.row,
        sha256=found.sha256,
        text=found.text,
        proposal=found.proposal,
        problems=found.problems,
        state=state,
    )
    if found.data:
        row.file.name = keep_file(row, found.name, found.data)
    return row
