"""The settings of a facility: read, locked for a change, kept with who and why."""

from typing import Any

from teladan.people.models import Facility, Officer
from teladan.rights.models import RightsSetting


def setting_of(facility: Facility) -> RightsSetting:
    """Return the facility's settings; unsaved, of version 0, where nobody has set anything yet."""
    return RightsSetting.objects.filter(facility=facility).first() or RightsSetting(facility=facility, version=0)


def setting_to_change(facility: Facility) -> RightsSetting:
    """Return the same, locked. The caller holds the facility's ledger, so that nobody makes the row meanwhile."""
    rows = RightsSetting.objects.select_for_update().filter(facility=facility)
    return rows.first() or RightsSetting(facility=facility, version=0)


def keep_setting(setting: Any, actor: Officer | None, why: str) -> None:
    """Save changed settings, one version later, with who and why in the history."""
    setting.version += 1
    setting._history_user = actor  # noqa: SLF001 - the history's own way of being told
    setting._change_reason = why  # noqa: SLF001
    setting.save()
