"""The tree against published vectors, against RFC 9162's own recursive definition, and against forgery."""

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teladan.ledger import tree

# The eight leaves and tree heads used by Certificate Transparency implementations for RFC 6962, whose tree is the same.
CONTENTS = [
    bytes.fromhex(text)
    for text in ("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
]
HEADS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
LEAVES = [tree.leaf_hash(content) for content in CONTENTS]


@pytest.mark.parametrize("size", range(9))
def test_published_heads(size):
    assert tree.root(LEAVES[:size]).hex() == HEADS[size]


def test_published_inclusion_proof():
    assert [step.hex() for step in tree.inclusion_proof(0, LEAVES)] == [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ]


def test_published_consistency_proof():
    assert [step.hex() for step in tree.consistency_proof(6, LEAVES)] == [
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ]


def mth(contents):
    """Return MTH of section 2.1.1, word for word, written without looking at the program."""
    if not contents:
        return sha256().digest()
    if len(contents) == 1:
        return sha256(b"\x00" + contents[0]).digest()
    k = 1
    while k * 2 < len(contents):
        k *= 2
    return sha256(b"\x01" + mth(contents[:k]) + mth(contents[k:])).digest()


contents = st.lists(st.binary(max_size=8), max_size=40)


@given(contents)
def test_root_is_the_recursive_definition(leaves):
    assert tree.root([tree.leaf_hash(leaf) for leaf in leaves]) == mth(leaves)


@st.composite
def trees(draw):
    leaves = [tree.leaf_hash(leaf) for leaf in draw(st.lists(st.binary(max_size=8), min_size=1, max_size=40))]
    return leaves, draw(st.integers(0, len(leaves) - 1))


@given(trees())
def test_every_leaf_is_proved(drawn):
    leaves, index = drawn
    proof = tree.inclusion_proof(index, leaves)
    assert tree.is_included(leaves[index], index, len(leaves), proof, tree.root(leaves))


@given(trees(), st.integers(0, 255))
def test_a_forged_leaf_is_not_proved(drawn, byte):
    leaves, index = drawn
    forged = bytes([leaves[index][0] ^ (byte or 1)]) + leaves[index][1:]
    proof = tree.inclusion_proof(index, leaves)
    assert not tree.is_included(forged, index, len(leaves), proof, tree.root(leaves))


@given(trees())
def test_a_proof_for_another_place_fails(drawn):
    leaves, index = drawn
    proof = tree.inclusion_proof(index, leaves)
    head = tree.root(leaves)
    assert not tree.is_included(leaves[index], index, len(leaves), [*proof, head], head)
    assert not tree.is_included(leaves[index], len(leaves), len(leaves), proof, head)
    if proof:
        assert not tree.is_included(leaves[index], index, len(leaves), proof[:-1], head)


@given(trees())
def test_growth_is_proved(drawn):
    leaves, index = drawn
    earlier = index + 1
    old, new = tree.root(leaves[:earlier]), tree.root(leaves)
    proof = tree.consistency_proof(earlier, leaves)
    assert tree.is_consistent(earlier, len(leaves), old, new, proof)


@given(trees(), st.integers(0, 39))
def test_a_rewritten_past_is_not_consistent(drawn, at):
    leaves, index = drawn
    earlier = index + 1
    rewritten = list(leaves)
    rewritten[at % earlier] = tree.leaf_hash(b"something that was not written then")
    old, new = tree.root(leaves[:earlier]), tree.root(rewritten)
    proof = tree.consistency_proof(earlier, rewritten)
    assert not tree.is_consistent(earlier, len(leaves), old, new, proof)


def test_no_proof_outside_the_tree():
    with pytest.raises(IndexError):
        tree.inclusion_proof(8, LEAVES)
    with pytest.raises(IndexError):
        tree.consistency_proof(0, LEAVES)
    assert not tree.is_consistent(0, 8, tree.EMPTY, tree.root(LEAVES), [])
    assert not tree.is_consistent(3, 8, tree.root(LEAVES[:3]), tree.root(LEAVES), [])
