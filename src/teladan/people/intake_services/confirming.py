"""An officer has checked a proposal: it enters the register, with its document, all or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied

from teladan.people import changes
from teladan.people.errors import Invalid
from teladan.people.intake_services.acts import CONFIRMED
from teladan.people.intake_services.unsure import unsure_problems
from teladan.people.models import Document, IntakeProposal, Stay
from teladan.people.problems import problem
from teladan.people.row_values import assign
from teladan.people.services.admission import admit
from teladan.people.services.first_rows import judgment_rows, new_orders
from teladan.people.services.rows import locked, refuse_new, refuse_stale
from teladan.people.services.writing import Writing, writing
from teladan.people.whole import whole_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from teladan.people.models import Officer


def confirm(  # noqa: PLR0913 - each is asked of the officer
    proposal: IntakeProposal,
    corrected_values: Mapping[str, Any],
    *,
    actor: Officer,
    why: str,
    expected_version: int,
    stay: Stay | None = None,
    not_same_because: str = "",
    today: dt.date | None = None,
) -> Stay:
    """Enter a checked proposal in the register and return the stay; pressed twice, it enters once.

    `corrected_values` are those of `initial_values`, corrected and completed: `verdict`, `sentence` (None: no custody
    was imposed), `detention` (list), and for somebody new `person` and `stay`. With `stay`, the verdict is added to
    somebody already inside (orders recorded already are left as they are), and `stay` among the values changes it.
    Raises Invalid, Stale, ProbablySame as `services.admit` does, and Invalid for an unsure field that is still empty.
    """
    with changes.gathered(), writing(proposal.batch.facility, actor, why, today) as act:
        current: IntakeProposal = locked(proposal)
        if current.state == IntakeProposal.State.CONFIRMED and current.stay is not None:
            return current.stay
        refuse_stale(current, expected_version)
        refuse_decided(current)
        if missing := unsure_problems(current.proposal, corrected_values):
            raise Invalid(missing)
        if stay is None:
            entered = _admit(act, corrected_values, not_same_because)
        else:
            entered = _add_to(act, stay, corrected_values)
        _attach(act, current, entered)
        _close(act, current, entered)
    return entered


def refuse_decided(proposal: IntakeProposal) -> None:
    """Raise Invalid when the proposal is not waiting any more."""
    if proposal.state != IntakeProposal.State.WAITING:
        raise Invalid(
            [
                problem(
                    proposal,
                    "",
                    "not_waiting",
                    "Usulan ini sudah {state}. Muat ulang daftarnya.",
                    "This proposal is not waiting any more ({state}). Load the list again.",
                    state=proposal.get_state_display(),
                )
            ]
        )


def _admit(act: Writing, values: Mapping[str, Any], not_same_because: str) -> Stay:
    return admit(
        facility=act.facility,
        person=values.get("person") or {},
        stay=values.get("stay") or {},
        detention=values.get("detention") or (),
        verdicts=[_judgment(values)],
        actor=act.actor,
        why=act.why,
        not_same_because=not_same_because,
        today=act.today,
    )


def _judgment(values: Mapping[str, Any]) -> dict[str, Any]:
    sentence = values.get("sentence")
    return {**(values.get("verdict") or {}), "sentences": [sentence] if sentence else []}


def _add_to(act: Writing, stay: Stay, values: Mapping[str, Any]) -> Stay:
    if stay.facility_id != act.facility.pk:
        raise PermissionDenied
    current: Stay = locked(stay)
    before = whole_of(current)
    changed = assign(current, values.get("stay") or {})
    rows = [*new_orders(before, values.get("detention") or ()), *judgment_rows(before, [_judgment(values)])]
    after = before.with_row(current)
    for row in rows:
        after = after.with_row(row)
    refuse_new(before, after, act.today)
    if changed:
        act.update(current, current, changed)
    for row in rows:
        act.create_after(row, current)
    return current


def _attach(act: Writing, proposal: IntakeProposal, stay: Stay) -> None:
    if not proposal.file:  # a row of a sheet: the sheet holds other people too
        return
    if Document.objects.filter(stay=stay, sha256=proposal.sha256).exists():
        return
    document = Document(
        stay=stay,
        kind=Document.Kind.VERDICT,
        name=proposal.file_name,
        sha256=proposal.sha256,
        added_by=act.actor,
    )
    document.file.name = proposal.file.name
    act.create(document, stay)


def _close(act: Writing, proposal: IntakeProposal, stay: Stay) -> None:
    proposal.state = IntakeProposal.State.CONFIRMED
    proposal.stay = stay
    act.update(proposal, stay, {"state", "stay"})
    act.say(CONFIRMED, f"stay:{stay.uid}", {"proposal": str(proposal.uid)})
