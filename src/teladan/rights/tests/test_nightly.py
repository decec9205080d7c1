"""`teladan nightly`."""

from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from teladan.people.models import Facility
from teladan.rights.management.commands import nightly as command
from teladan.rights.models import Case, Standing
from teladan.rights.tests.world import convict, facility

pytestmark = pytest.mark.django_db


def nightly(*words: str) -> str:
    out = StringIO()
    call_command("nightly", *words, stdout=out)
    return out.getvalue()


def test_every_facility_and_again() -> None:
    one, two = facility("Lapas Satu"), facility("Lapas Dua")
    convict(one)
    convict(two)
    said = nightly("--as-of", "2026-06-01")
    assert "Lapas Satu: 1 assessed, 1 changed" in said
    assert "Lapas Dua: 1 assessed, 1 changed" in said
    opened = Case.objects.count()
    assert opened > 0
    again = nightly("--as-of", "2026-06-01")
    assert "1 assessed, 0 changed" in again
    assert "0 opened, 0 again, 0 moved, 0 closed" in again
    assert (Standing.objects.count(), Case.objects.count()) == (2, opened)


def test_a_day_that_is_none() -> None:
    with pytest.raises(CommandError, match="YYYY-MM-DD"):
        nightly("--as-of", "1 Juni")


def test_a_fault_in_one_facility_leaves_the_others_their_night(monkeypatch: pytest.MonkeyPatch) -> None:
    one, two = facility("Lapas Satu"), facility("Lapas Dua")
    convict(one)
    convict(two)
    real = command.assess_facility

    def broken(which: Facility, *words: Any) -> Any:
        if which == one:
            raise ValueError("a fault of the program")
        return real(which, *words)

    monkeypatch.setattr(command, "assess_facility", broken)
    with pytest.raises(CommandError, match="No whole night for: Lapas Satu") as said:
        nightly("--as-of", "2026-06-01")
    assert "Lapas Dua" not in str(said.value)
    assert set(Case.objects.values_list("facility", flat=True)) == {two.pk}
