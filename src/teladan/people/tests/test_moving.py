"""Rooms, release, fines, lists."""

import datetime as dt

import pytest

from teladan.people import services
from teladan.people.errors import Invalid, Stale
from teladan.people.models import Movement, Stay
from teladan.people.queries import people_inside
from teladan.people.tests.conftest import TODAY, WHY, admit_somebody, verdict_values

ON = dt.date(2026, 5, 1)


def said(officer, version=1):
    return {"expected_version": version, "actor": officer, "why": WHY, "today": TODAY}


def test_a_move_changes_the_room_and_is_recorded(officer, stay):
    moved = services.move_room(stay, " B 2 ", **said(officer))
    assert (moved.room, moved.version) == ("B 2", 2)
    assert stay.movements.first().room == "B 2"
    again = services.move_room(stay, "B 2", **said(officer))
    assert again.version == 2
    assert stay.movements.filter(kind=Movement.Kind.ROOM).count() == 1


def test_a_move_from_an_old_page_is_refused(officer, stay):
    services.move_room(stay, "B 2", **said(officer))
    with pytest.raises(Stale):
        services.move_room(stay, "C 3", **said(officer))
    assert stay.movements.filter(kind=Movement.Kind.ROOM).count() == 1


def test_a_release_ends_custody_and_empties_the_room(facility, officer, stay):
    services.move_room(stay, "B 2", **said(officer))
    gone = services.release(stay, ON, "expiry", **said(officer, 2))
    assert (gone.released_on, gone.release_kind, gone.room) == (ON, "expiry", "")
    assert stay.detentions.get().end == ON
    assert stay.movements.filter(kind=Movement.Kind.RELEASE).count() == 1
    assert not people_inside(facility).exists()


def test_a_release_pressed_twice_releases_once(officer, stay):
    services.release(stay, ON, "expiry", **said(officer))
    services.release(stay, ON, "expiry", **said(officer))
    assert stay.movements.filter(kind=Movement.Kind.RELEASE).count() == 1
    with pytest.raises(Stale):
        services.release(stay, ON, "death", **said(officer))
    with pytest.raises(Invalid) as refused:
        services.release(stay, ON, "death", **said(officer, 2))
    assert refused.value.problems[0].code == "already_released"


@pytest.mark.parametrize(
    ("on", "kind", "code"),
    [
        (dt.date(2025, 2, 28), "expiry", "end_before_start"),
        (dt.date(2026, 12, 1), "expiry", "in_future"),
        (ON, "vanished", "unknown_release_kind"),
    ],
)
def test_an_impossible_release_is_refused_whole(officer, stay, on, kind, code):
    with pytest.raises(Invalid) as refused:
        services.release(stay, on, kind, **said(officer))
    assert code in {problem.code for problem in refused.value.problems}
    assert stay.detentions.get().end is None
    assert Stay.objects.get(pk=stay.pk).released_on is None


def test_a_death_and_a_transfer_are_their_own_movements(officer, stay):
    services.release(stay, ON, "death", **said(officer))
    assert stay.movements.filter(kind=Movement.Kind.DEATH).count() == 1


@pytest.fixture
def fined(facility, officer):
    sentence = {"kind": "prison", "years": 1, "fine_rp": 1000, "substitute_kind": "confinement", "substitute_months": 1}
    stay = admit_somebody(facility, officer, verdicts=[verdict_values(sentences=[sentence])])
    return stay.verdicts.get().sentences.get()


def test_payments_add_up_to_the_fine(officer, fined):
    paid = services.pay_fine(fined, 400, **said(officer))
    paid = services.pay_fine(paid, 600, **said(officer, 2))
    assert paid.fine_paid_rp == 1000
    with pytest.raises(Invalid) as refused:
        services.pay_fine(paid, 1, **said(officer, 3))
    assert refused.value.problems[0].code == "paid_too_much"


def test_a_receipt_sent_twice_counts_once(officer, fined):
    services.pay_fine(fined, 400, **said(officer))
    assert services.pay_fine(fined, 400, **said(officer)).fine_paid_rp == 400


@pytest.mark.parametrize("amount", [0, -5])
def test_a_payment_of_nothing_is_refused(officer, fined, amount):
    with pytest.raises(Invalid) as refused:
        services.pay_fine(fined, amount, **said(officer))
    assert refused.value.problems[0].code == "payment_zero"


def test_a_restitution_that_was_not_imposed_cannot_be_paid(officer, fined):
    with pytest.raises(Invalid) as refused:
        services.pay_fine(fined, 5, what="restitution", **said(officer))
    assert refused.value.problems[0].code == "nothing_imposed"


def test_lists_are_confirmed_one_after_another(officer, stay):
    services.confirm_lists(stay, ["discipline"], **said(officer))
    services.confirm_lists(stay, ["absences", "discipline"], **said(officer, 2))
    assert Stay.objects.get(pk=stay.pk).known_lists == ["absences", "discipline"]
    with pytest.raises(Invalid) as refused:
        services.confirm_lists(stay, ["hobbies"], **said(officer, 3))
    assert refused.value.problems[0].code == "unknown_list"
