"""Reading the ledger: is it whole, what is its tree head, what proves one receipt."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Model

from teladan.ledger import tree
from teladan.ledger.leaf import FIRST, chained, leaf_of
from teladan.ledger.models import Entry, Head


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong at one entry (`number` 0: with the log as a whole)."""

    number: int
    code: str
    id: str
    en: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """Proof that an entry is in the log: leaf `number` leads by `proof` to `root`, the head of `size` entries."""

    number: int
    size: int
    leaf_hash: str
    proof: list[str]
    root: str


def verify(facility: Model) -> list[Problem]:
    """Compute every number, leaf hash and chain hash again; return what does not agree, nothing when all does."""
    problems: list[Problem] = []
    number, chain = 0, FIRST
    for entry in _entries(facility):
        number += 1
        problems += _entry_problems(entry, number, chain)
        number, chain = entry.number, entry.chain_hash
    return [*problems, *_head_problems(facility, number, chain)]


def size(facility: Model) -> int:
    """Return the number of entries."""
    return Entry.objects.filter(facility_id=facility.pk).count()


def root(facility: Model) -> str:
    """Return the Merkle tree head over all leaves, in hexadecimal digits."""
    return tree.root(_leaves(facility)).hex()


def receipt(entry: Entry) -> Receipt:
    """Return the proof that leads this entry to the present tree head."""
    leaves = _leaves(entry.facility)
    proof = tree.inclusion_proof(entry.number - 1, leaves)
    head = tree.root(leaves).hex()
    return Receipt(entry.number, len(leaves), entry.leaf_hash, [step.hex() for step in proof], head)


def consistency(facility: Model, earlier: int) -> list[str]:
    """Return the proof that the log of `earlier` entries, published once, only grew since."""
    return [step.hex() for step in tree.consistency_proof(earlier, _leaves(facility))]


def _entries(facility: Model) -> Iterator[Entry]:
    return Entry.objects.filter(facility_id=facility.pk).order_by("number").iterator(chunk_size=2000)


def _leaves(facility: Model) -> list[bytes]:
    hashes = Entry.objects.filter(facility_id=facility.pk).order_by("number").values_list("leaf_hash", flat=True)
    return [bytes.fromhex(leaf) for leaf in hashes]


def _entry_problems(entry: Entry, number: int, chain: str) -> Iterator[Problem]:
    if entry.number != number:
        yield Problem(
            entry.number,
            "gap",
            f"Catatan nomor {number} tidak ada.",
            f"Entry {number} is missing.",
        )
    if entry.leaf_hash != leaf_of(entry):
        yield Problem(
            entry.number,
            "leaf",
            f"Isi catatan nomor {entry.number} telah diubah.",
            f"The content of entry {entry.number} was altered.",
        )
    if entry.chain_hash != chained(chain, entry.leaf_hash):
        yield Problem(
            entry.number,
            "chain",
            f"Rantai terputus pada catatan nomor {entry.number}.",
            f"The chain breaks at entry {entry.number}.",
        )


def _head_problems(facility: Model, number: int, chain: str) -> Iterator[Problem]:
    head = Head.objects.filter(facility_id=facility.pk).first()
    at, last = (head.number, head.chain_hash) if head else (0, FIRST)
    if (at, last) != (number, chain):
        yield Problem(
            0,
            "head",
            f"Catatan terakhir seharusnya nomor {at}, yang ada nomor {number}.",
            f"The last entry should be number {at}; number {number} was found.",
        )
