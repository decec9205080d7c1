"""How many days before its date the work on each right begins: set by the head, kept with its why."""

import datetime as dt
from collections.abc import Mapping

from django.db import transaction

from teladan.ledger import services as ledger
from teladan.people.errors import Invalid, Stale
from teladan.people.models import Facility, Officer
from teladan.people.problems import Problem, problem
from teladan.people.queries import changes_since
from teladan.people.services import refuse_stranger, refuse_without_reason
from teladan.rights import actions
from teladan.rights.catalogue import OPENING_BY_THEMSELVES
from teladan.rights.models import RightsSetting
from teladan.rights.models.setting import LEAST, MOST
from teladan.rights.remission_day.near import ask_days
from teladan.rights.services.opening import Opened, open_due_cases
from teladan.rights.services.settings import keep_setting, setting_to_change

# The rights whose cases open one by one, and the common days.
PREPARED = (*OPENING_BY_THEMSELVES, "general_remission", "religious_remission", "child_reduction")


@transaction.atomic
def set_preparation(  # noqa: PLR0913 - each is asked of the officer
    facility: Facility,
    days: Mapping[str, int],
    *,
    expected_version: int,
    why: str,
    actor: Officer | None,
    today: dt.date,
) -> Opened:
    """Keep the days of these rights and open at once what they bring near; the night does the same from then on.

    Remission days are asked of the worker: opening one may take longer than a page. Cases that are open stay open.
    Raises Invalid, or Stale when somebody saved after `expected_version`.
    """
    refuse_without_reason(why)
    refuse_stranger(facility, actor)
    if wrong := [found for right, number in days.items() if (found := _wrong(right, number))]:
        raise Invalid(wrong)
    ledger.lock(facility)
    setting = setting_to_change(facility)
    changed = {right: number for right, number in days.items() if setting.days_before(right) != number}
    if setting.version != expected_version and changed:
        raise Stale(setting, changes_since(setting, expected_version))
    if not changed:
        return Opened()
    _keep(setting, changed, actor, why.strip())
    ask_days(facility, today)
    return open_due_cases(facility, today, actor=actor)


def _keep(setting: RightsSetting, changed: Mapping[str, int], actor: Officer | None, why: str) -> None:
    setting.preparation = {**setting.preparation, **changed}
    keep_setting(setting, actor, why)
    acts = [
        ledger.Act(actions.PREPARATION_SET, f"right:{right}", {"days": number, "version": setting.version})
        for right, number in changed.items()
    ]
    ledger.append_many(facility=setting.facility, actor=actor, acts=acts)


def _wrong(right: str, number: int) -> Problem | None:
    if right not in PREPARED:
        raise ValueError(f"{right}: no right that is prepared")
    if LEAST <= number <= MOST:
        return None
    return problem(
        None,
        right,
        "out_of_range",
        "Isi antara {least} dan {most} hari.",
        "Enter between {least} and {most} days.",
        least=LEAST,
        most=MOST,
    )
