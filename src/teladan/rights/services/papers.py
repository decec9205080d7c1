"""Taking a file out of the register: not while a step of a case rests on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from teladan.ledger import services as ledger
from teladan.people import services as people
from teladan.rights.errors import RightsError
from teladan.rights.findings import right_title
from teladan.rights.models import Step

if TYPE_CHECKING:
    import datetime as dt

    from teladan.people.models import Document, Officer


@transaction.atomic
def remove_document(
    document: Document, *, expected_version: int, actor: Officer | None, why: str, today: dt.date | None = None
) -> None:
    """Take a wrongly filed document out; the history keeps its name and digest, the disk keeps the file.

    The file is kept because its digest stands in the ledger, and because the same file may lie with somebody else.
    Raises RightsError while a checklist names the document, Stale when somebody was first.
    """
    ledger.lock(document.stay.facility)  # a checklist is ticked under the same lock
    if step := _answered_by(document):
        raise _needed(document, step)
    people.remove(document, expected_version=expected_version, actor=actor, why=why, today=today)


def _answered_by(document: Document) -> Step | None:
    steps = Step.objects.filter(case__stay=document.stay_id).select_related("case").order_by("pk")
    return next((step for step in steps if any(line.get("document") == document.pk for line in step.checklist)), None)


def _needed(document: Document, step: Step) -> RightsError:
    title = right_title(step.case.right)
    if step.state == Step.State.DONE:
        return RightsError(
            document,
            "document_decided_on",
            id="Dokumen ini dasar tahap yang sudah selesai ({right}). Ia tetap disimpan bersama perkaranya.",
            en="A step that has ended rests on this document ({right_en}). It stays with its case.",
            right=title["id"],
            right_en=title["en"],
        )
    return RightsError(
        document,
        "document_needed",
        id="Dokumen ini menjawab daftar dokumen pada perkara {right}. Ganti dahulu dokumennya di sana, lalu hapus.",
        en="This document answers the checklist of a case ({right_en}). Replace it there first, then remove it.",
        right=title["id"],
        right_en=title["en"],
    )
