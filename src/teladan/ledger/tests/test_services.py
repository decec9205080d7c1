"""What the ledger takes, in which order, how fast, and what it refuses."""

import pytest
from django.db import transaction

from teladan.ledger import actions, queries, services
from teladan.ledger.canonical import NotForTheLedgerError, canonical
from teladan.ledger.models import Entry
from teladan.ledger.services import Act, append, append_many
from teladan.ledger.tests.conftest import ACTION, make_facility


def write(facility, actor=None, **values):
    return append(
        facility=facility, actor=actor, **({"action": ACTION, "subject": "stay:1", "data": {"count": 1}} | values)
    )


def test_entries_are_numbered_within_a_facility(facility, officer):
    other = make_facility("Lapas Lain")
    numbers = [write(facility, officer).number, write(other).number, write(facility).number]
    assert numbers == [1, 1, 2]
    assert queries.verify(facility) == []
    assert queries.verify(other) == []


def test_a_rolled_back_act_leaves_no_gap(facility):
    write(facility)
    savepoint = transaction.savepoint()
    write(facility)
    transaction.savepoint_rollback(savepoint)
    assert write(facility).number == 2
    assert queries.verify(facility) == []


@pytest.mark.django_db(transaction=True)
def test_outside_a_transaction_nothing_is_written():
    facility = make_facility()
    with pytest.raises(services.NotInTransactionError):
        write(facility)
    assert not Entry.objects.exists()


def test_an_unregistered_act_is_refused(facility):
    with pytest.raises(actions.UnknownActionError, match=r"ledger\.test\.never"):
        write(facility, action="ledger.test.never")
    assert not Entry.objects.exists()


@pytest.mark.parametrize(
    "data",
    [
        {"share": 0.5},
        {"share": {"deep": [1, 2.0]}},
        {"note": "Yohanes Contoh"},
        {"nik": "5371010101800001"},
        {"nik": ["x-5371010101800001"]},
        {"Yohanes Contoh": 1},
        {1: "x"},
        {"what": object()},
    ],
)
def test_personal_data_and_floats_are_refused(facility, data):
    with pytest.raises(NotForTheLedgerError):
        write(facility, data=data)
    assert not Entry.objects.exists()


def test_a_digest_with_many_digits_in_a_row_is_taken(facility):
    digest = "ba0d1323b4971e15a7ca08a4141f94bda4520423924974269e5f8361670d15c7"
    assert write(facility, data={"digest": digest}).data == {"digest": digest}


def test_the_refusal_does_not_repeat_the_text(facility):
    with pytest.raises(NotForTheLedgerError) as refused:
        write(facility, subject="Yohanes Contoh")
    assert "Yohanes" not in str(refused.value)


def test_canonical_json_has_one_spelling():
    assert canonical({"b": [True, None, 1], "a": "é"}) == '{"a":"é","b":[true,null,1]}'.encode()
    assert canonical({"a": 1, "b": 2}) == canonical({"b": 2, "a": 1})


def test_an_action_keeps_its_text():
    with pytest.raises(ValueError, match="registered already"):
        actions.register(ACTION, id="Lain", en="Other")
    assert actions.register(ACTION, id="Diuji", en="Tested") == ACTION


def test_an_action_speaks_both_languages(settings):
    from django.utils.translation import override  # noqa: PLC0415

    with override("id"):
        assert actions.known(ACTION).text == "Diuji"
    with override("en"):
        assert actions.known(ACTION).text == "Tested"


def test_a_remission_day_is_written_in_one_go(facility, officer):
    acts = [Act(ACTION, f"stay:{number}", {"days": number, "digest": "a" * 64}) for number in range(1400)]
    entries = append_many(facility=facility, actor=officer, acts=acts)
    assert [entry.number for entry in entries] == list(range(1, 1401))
    assert queries.verify(facility) == []


def test_many_acts_take_a_fixed_number_of_queries(facility, django_assert_max_num_queries):
    write(facility)
    with django_assert_max_num_queries(3):
        append_many(facility=facility, actor=None, acts=[Act(ACTION, "stay:1")] * 100)
