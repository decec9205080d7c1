"""Finishing one step: the clock of the next office starts."""

import datetime as dt

from django.db import transaction
from django.utils import timezone

from teladan.ledger import services as ledger
from teladan.people.models import Officer
from teladan.rights import actions, records
from teladan.rights.errors import RightsError
from teladan.rights.models import Case, RightStanding, Step
from teladan.rights.services import leaving, moving
from teladan.rights.steps import results_of, spec_of

# Ended by an act of their own, which also says who voted, or what was decided.
OWN_ACT = {"hearing": "close_hearing", "decision": "decide"}


@transaction.atomic
def finish_step(  # noqa: PLR0913 - each is asked of the officer
    step: Step,
    *,
    result: str,
    note: str = "",
    actor: Officer | None,
    expected_version: int,
    now: dt.datetime,
) -> Step:
    """Finish an open step with one of its results and open the next; return the step as it is now.

    A step of an outside office is recorded by the registrar when its answer arrives. Raises RightsError when the step
    is not open, the result is not one of its kind, documents or facts are missing; Stale when somebody was faster.
    """
    ledger.lock(step.case.facility)
    step = _lock(step, expected_version)
    _refuse_wrong(step, result, timezone.localdate(now))
    step.result, step.note, step.done_at, step.done_by = result, note.strip(), now, actor
    today = timezone.localdate(now)
    if result == "correction":
        _insert_loop(step, actor)
    moving.finish([step], actor, note.strip() or result, today)
    if step.kind == "handover":
        leaving.hand_over(step.case, now, actor)
    data = {"kind": step.kind, "result": result, "office": step.office}
    ledger.append(
        facility=step.case.facility,
        actor=actor,
        action=actions.STEP_FINISHED,
        subject=f"case:{step.case.uid}",
        data=data,
    )
    return step


@transaction.atomic
def tick_document(  # noqa: PLR0913 - each is asked of the officer
    step: Step,
    code: str,
    *,
    done: bool,
    document: int | None = None,
    note: str = "",
    actor: Officer | None,
    expected_version: int,
) -> Step:
    """Tick one line of the checklist, with the file that answers it or a note (such as why it is not needed)."""
    ledger.lock(step.case.facility)
    step = _lock(step, expected_version)
    if step.state != Step.State.OPEN or code not in {line["code"] for line in step.checklist}:
        raise _not_open(step)
    ticked = {"code": code, "done": done, "document": document, "note": note.strip()}
    checklist = [ticked if line["code"] == code else line for line in step.checklist]
    records.save(step, actor=actor, reason=f"Dokumen: {code}", checklist=checklist)
    return step


def _lock(step: Step, expected_version: int) -> Step:
    case = Case.objects.select_for_update(of=("self",)).select_related("facility", "stay__person").get(pk=step.case_id)
    found = records.locked(Step, step.pk, expected_version)
    found.case = case
    return found


def _refuse_wrong(step: Step, result: str, today: dt.date) -> None:
    if step.state != Step.State.OPEN:
        raise _not_open(step)
    if step.kind in OWN_ACT or result not in results_of(step.kind):
        raise RightsError(
            step,
            "result",
            id="Hasil ini bukan hasil tahap ini. Pilih salah satu hasil yang ditawarkan.",
            en="This is not a result of this step. Choose one of those offered.",
            field="result",
        )
    if step.kind == "handover" and today < step.case.date:
        raise _too_early(step)
    if step.kind == "documents":
        _refuse_missing(step)
    if step.kind == "complete_facts":
        _refuse_unknown(step)


def _not_open(step: Step) -> RightsError:
    return RightsError(
        step,
        "not_open",
        id="Tahap ini tidak sedang dikerjakan. Muat ulang halaman untuk melihat tahap yang berjalan.",
        en="This step is not open. Reload the page to see which step is.",
    )


def _too_early(step: Step) -> RightsError:
    return RightsError(
        step,
        "too_early",
        id="Hak ini baru berlaku {day}. Serahkan pada hari itu.",
        en="This right takes effect on {day}. Hand over on that day.",
        day=step.case.date,
    )


def _refuse_missing(step: Step) -> None:
    missing = [line["code"] for line in step.checklist if not line["done"]]
    if missing:
        documents = {each.code: each.text for each in spec_of(step.case.right, step.kind).documents}
        raise RightsError(
            step,
            "documents_missing",
            id="Dokumen belum lengkap: {ids}. Tandai yang sudah ada, atau tulis mengapa tidak diperlukan.",
            en="Documents are missing: {ens}. Tick those at hand, or write why one is not needed.",
            field="checklist",
            ids="; ".join(documents[code]["id"] for code in missing),
            ens="; ".join(documents[code]["en"] for code in missing),
        )


def _refuse_unknown(step: Step) -> None:
    right = RightStanding.objects.filter(standing__stay=step.case.stay_id, right=step.case.right).first()
    if right is None or right.status == "needs_facts":
        raise RightsError(
            step,
            "facts_missing",
            id="Data yang kurang belum diisi. Isi pada halaman warga binaan; tahap ini lalu selesai sendiri.",
            en="The missing facts are not filled in yet. Do so on the person's page; this step then ends by itself.",
        )


def _insert_loop(step: Step, actor: Officer | None) -> None:
    """Give whoever corrects a step of their own; then the office that asked checks again."""
    correction = spec_of(step.case.right, "correction")
    again = Step(case=step.case, order=step.order + 2, kind=step.kind, office=step.office)
    asked = Step(case=step.case, order=step.order + 1, kind="correction", office=correction.office)
    records.create_many(Step, [asked, again], actor=actor, reason="Diminta perbaikan")
