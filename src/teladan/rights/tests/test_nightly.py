"""`teladan nightly`."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

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
