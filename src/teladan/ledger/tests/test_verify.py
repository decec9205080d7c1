"""Whatever is done to the table behind the program's back is noticed."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction

from teladan.ledger import queries, tree
from teladan.ledger.models import Entry, Head
from teladan.ledger.services import Act, append_many
from teladan.ledger.tests.conftest import ACTION


@pytest.fixture
def five(facility, officer):
    with transaction.atomic():
        return append_many(
            facility=facility, actor=officer, acts=[Act(ACTION, f"stay:{n}", {"n": n}) for n in range(5)]
        )


def alter_data(five):
    Entry.objects.filter(pk=five[2].pk).update(data={"n": 99})


def alter_actor(five):
    Entry.objects.filter(pk=five[2].pk).update(actor=None)


def remove_one(five):
    Entry.objects.filter(pk=five[2].pk).delete()


def remove_last(five):
    Entry.objects.filter(pk=five[4].pk).delete()


def remove_all(five):
    Entry.objects.all().delete()


def exchange_two(five):
    Entry.objects.filter(pk=five[1].pk).update(number=77)
    Entry.objects.filter(pk=five[2].pk).update(number=2)
    Entry.objects.filter(pk=five[1].pk).update(number=3)


def turn_back_the_head(five):
    Head.objects.update(number=4, chain_hash=five[3].chain_hash)


@pytest.mark.parametrize(
    ("tamper", "codes"),
    [
        (alter_data, {"leaf"}),
        (alter_actor, {"leaf"}),
        (remove_one, {"gap", "chain"}),
        (remove_last, {"head"}),
        (remove_all, {"head"}),
        (exchange_two, {"leaf", "chain"}),
        (turn_back_the_head, {"head"}),
    ],
)
def test_tampering_is_found(facility, five, tamper, codes):
    assert queries.verify(facility) == []
    tamper(five)
    found = queries.verify(facility)
    assert {problem.code for problem in found} == codes
    assert all(problem.id and problem.en for problem in found)


def test_a_receipt_leads_to_the_root(facility, five):
    receipt = queries.receipt(five[3])
    proof = [bytes.fromhex(step) for step in receipt.proof]
    leaf, root = bytes.fromhex(receipt.leaf_hash), bytes.fromhex(queries.root(facility))
    assert tree.is_included(leaf, receipt.number - 1, receipt.size, proof, root)


def test_the_log_only_grew(facility, five):
    leaves = [bytes.fromhex(entry.leaf_hash) for entry in five]
    proof = [bytes.fromhex(step) for step in queries.consistency(facility, 3)]
    assert tree.is_consistent(3, 5, tree.root(leaves[:3]), tree.root(leaves), proof)


def test_the_command_says_whether_all_agrees(facility, five):
    out, err = StringIO(), StringIO()
    call_command("ledger-verify", stdout=out, stderr=err)
    assert queries.root(facility) in out.getvalue()
    alter_data(five)
    with pytest.raises(CommandError, match="1 problem"):
        call_command("ledger-verify", stdout=out, stderr=err)
    assert "nomor 3 telah diubah" in err.getvalue()
