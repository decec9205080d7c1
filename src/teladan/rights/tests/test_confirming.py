"""What a lawyer confirmed holds for every facility, until it is taken back or the words change."""

import datetime as dt
from dataclasses import replace

import pytest

from teladan.law.manual import versions
from teladan.ledger.models import Entry
from teladan.people.models import Absence
from teladan.people.queries import facts_of
from teladan.rights import confirmations, findings
from teladan.rights.confirmations import confirmed, known_before, last_by_rule
from teladan.rights.day import judged_on
from teladan.rights.errors import RightsError
from teladan.rights.models import Confirmation, Job, RightStanding, Standing
from teladan.rights.services.assess import assess_facility
from teladan.rights.services.confirming import confirm_rule, withdraw_confirmation
from teladan.rights.tests.world import TODAY, convict, facility, kept, now, officer

pytestmark = pytest.mark.django_db
ESCAPE = "criterion.no_escape.1999-12-23"
WORDS = {"regulation": "Keppres 174/1999", "article": "12", "read_on": TODAY, "why": "Bunyinya sama."}


def confirm(where, rule=ESCAPE, **more):
    said = {"actor": officer(where, "legal"), "now": now()} | WORDS | more
    return confirm_rule(rule, said.pop("digest", versions()[rule][1].digest), **said)


def withdraw(row, **more):
    return withdraw_confirmation(row, **({"why": "Keliru membaca.", "actor": None, "now": now()} | more))


def escaped(where):
    """Somebody for whom the rule about escapes decides."""
    stay = convict(where, years=6)
    kept(Absence, stay=stay, reason="escape", from_day=TODAY - dt.timedelta(days=60), until=TODAY)
    assess_facility(where, TODAY)
    return stay


def named(stay):
    """The rules that the kept notes name as unconfirmed."""
    notes = Standing.objects.get(stay=stay).notes
    return {note["criterion"] for note in notes if note["code"] == "unconfirmed"}


def refusal(act):
    with pytest.raises(RightsError) as refused:
        act()
    return refused.value.code


def test_it_is_kept_with_who_when_why_and_the_exact_words() -> None:
    row = confirm(facility(), source="LN 1999 No. 223")
    rule, version = versions()[ESCAPE]
    assert (row.rule, row.digest, row.mark) == (ESCAPE, version.digest, "C")
    assert row.said["title"] == dict(rule.title)
    assert row.said["numbers"] == dict(version.raw)
    assert (row.regulation, row.article, row.source, row.why) == (
        "Keppres 174/1999",
        "12",
        "LN 1999 No. 223",
        WORDS["why"],
    )
    assert row.made_by is not None
    assert row.made_at == now()
    assert confirmed() == {ESCAPE}


def test_every_facility_has_it_in_its_ledger_and_only_the_own_one_names_the_officer() -> None:
    here, there = facility(), facility("Lapas Lain")
    row = confirm(here)
    withdraw(row, actor=row.made_by)
    for action in ("rights.rule.confirmed", "rights.rule.withdrawn"):
        acts = Entry.objects.filter(action=action).values_list("facility", "actor")
        assert set(acts) == {(here.pk, row.made_by_id), (there.pk, None)}


def test_the_kept_notes_of_every_facility_follow_and_nothing_else_does() -> None:
    stays = [escaped(facility()), escaped(facility("Lapas Lain"))]
    assert [named(stay) for stay in stays] == [{"no_escape"}, {"no_escape"}]
    before = list(RightStanding.objects.order_by("pk").values())
    of_a_standing = ("expiry", "release", "two_thirds", "facts_hash", "known_from")
    dates = list(Standing.objects.order_by("pk").values(*of_a_standing))
    with judged_on(TODAY):
        row = confirm(stays[0].facility)
    assert [named(stay) for stay in stays] == [set(), set()]
    assert list(RightStanding.objects.order_by("pk").values()) == before
    assert list(Standing.objects.order_by("pk").values(*of_a_standing)) == dates
    with judged_on(TODAY):
        withdraw(row)
    assert [named(stay) for stay in stays] == [{"no_escape"}, {"no_escape"}]
    assert set(Job.objects.values_list("kind", "state")) == {("confirm", "done")}
    assert Job.objects.count() == 4


def test_what_the_worker_did_not_do_the_night_does() -> None:
    stay = escaped(facility())
    row = confirm(stay.facility)
    Standing.objects.update(notes=[{"code": "unconfirmed", "criterion": "no_escape"}], confirmed_seen=row.pk - 1)
    assess_facility(stay.facility, TODAY)
    assert named(stay) == set()
    assert Standing.objects.get(stay=stay).confirmed_seen == row.pk


def test_a_facility_without_anybody_inside_has_nothing_to_do() -> None:
    confirm(facility())
    assert not Job.objects.exists()


def test_pages_that_ask_the_law_anew_say_the_same() -> None:
    stay = escaped(facility())

    def codes():
        (found,) = findings.find(facts_of([stay], TODAY), TODAY)
        told = [found.notes, found.explained["notes"]]
        assert told[0] == told[1]
        return {note.get("criterion") for note in told[0] if note["code"] == "unconfirmed"}

    assert codes() == {"no_escape"}
    confirm(stay.facility)
    assert codes() == set()


def test_other_words_are_not_confirmed_and_the_earlier_confirmation_is_still_known(monkeypatch) -> None:
    row = confirm(facility())
    rule, version = versions()[ESCAPE]
    changed = dict(versions()) | {ESCAPE: (rule, replace(version, digest="f" * 32))}
    monkeypatch.setattr(confirmations, "versions", lambda: changed)
    assert confirmed() == frozenset()
    assert last_by_rule()[ESCAPE] == row
    monkeypatch.setattr(confirmations, "versions", dict)  # the version is gone altogether
    assert confirmed() == frozenset()


def test_words_that_changed_may_be_confirmed_again() -> None:
    where = facility()
    first = confirm(where)
    Confirmation.objects.filter(pk=first.pk).update(digest="0" * 32)
    assert confirmed() == frozenset()
    again = confirm(where)
    assert again != first
    assert confirmed() == {ESCAPE}


def test_sent_twice_it_is_kept_once_and_taken_back_once() -> None:
    where = facility()
    row = confirm(where)
    assert confirm(where) == row
    assert withdraw(row) == withdraw(row)
    assert Confirmation.objects.count() == 2
    assert confirmed() == frozenset()
    assert confirm(where) not in (row, Confirmation.objects.get(withdraws=row))


def test_a_past_answer_knows_what_was_confirmed_then() -> None:
    where = facility()
    row = confirm(where, now=now(hour=9))
    withdraw(row, now=now(hour=11))
    hours = [known_before(now(hour=hour)) for hour in (9, 10, 12)]
    assert hours == [frozenset(), {ESCAPE}, frozenset()]


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"digest": "0" * 32}, "changed"),
        ({"regulation": " "}, "no_text"),
        ({"article": " "}, "no_article"),
        ({"why": "  "}, "why_missing"),
        ({"read_on": TODAY + dt.timedelta(days=1)}, "later"),
    ],
)
def test_what_is_refused(wrong, code) -> None:
    where = facility()
    assert refusal(lambda: confirm(where, **wrong)) == code
    assert not Confirmation.objects.exists()
    assert not Entry.objects.filter(action="rights.rule.confirmed").exists()


def test_what_is_confirmed_is_not_confirmed_by_another() -> None:
    where = facility()
    confirm(where)
    assert refusal(lambda: confirm(where, why="Saya juga membaca.")) == "confirmed"


def test_a_withdrawal_says_why_and_is_not_taken_back() -> None:
    row = confirm(facility())
    assert refusal(lambda: withdraw(row, why=" ")) == "why_missing"
    gone = withdraw(row)
    with pytest.raises(ValueError, match="not taken back"):
        withdraw(gone)


def test_a_version_that_does_not_exist() -> None:
    with pytest.raises(KeyError):
        confirm(facility(), "criterion.gratis.2000-01-01", digest="0" * 32)
