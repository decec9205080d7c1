"""The Merkle tree of RFC 9162 section 2.1, on SHA-256. Hashes are 32 bytes; leaves are given as leaf hashes."""

from collections.abc import Sequence
from hashlib import sha256

EMPTY = sha256(b"").digest()


def leaf_hash(content: bytes) -> bytes:
    """Return HASH(0x00 || content)."""
    return sha256(b"\x00" + content).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Return HASH(0x01 || left || right)."""
    return sha256(b"\x01" + left + right).digest()


def root(leaves: Sequence[bytes]) -> bytes:
    """Return the tree head MTH(leaves); the head of the empty tree is the hash of nothing (2.1.1)."""
    complete: list[tuple[int, bytes]] = []  # subtrees of 2^n leaves, the largest first
    for leaf in leaves:
        size, top = 1, leaf
        while complete and complete[-1][0] == size:
            top = node_hash(complete.pop()[1], top)
            size *= 2
        complete.append((size, top))
    if not complete:
        return EMPTY
    top = complete.pop()[1]
    while complete:
        top = node_hash(complete.pop()[1], top)
    return top


def inclusion_proof(index: int, leaves: Sequence[bytes]) -> list[bytes]:
    """Return PATH(index, leaves): what a reader needs to lead one leaf to the root (2.1.3.1). `index` counts from 0."""
    if not 0 <= index < len(leaves):
        raise IndexError(f"leaf {index} of {len(leaves)}")
    if len(leaves) == 1:
        return []
    split = _split(len(leaves))
    if index < split:
        return [*inclusion_proof(index, leaves[:split]), root(leaves[split:])]
    return [*inclusion_proof(index - split, leaves[split:]), root(leaves[:split])]


def is_included(leaf: bytes, index: int, size: int, proof: Sequence[bytes], head: bytes) -> bool:
    """Return whether the proof leads the leaf at `index` of a tree of `size` leaves to `head` (2.1.3.2)."""
    if not 0 <= index < size:
        return False
    first, last, found = index, size - 1, leaf
    for other in proof:
        if last == 0:
            return False
        if first & 1 or first == last:
            found = node_hash(other, found)
            while not first & 1 and first:
                first, last = first >> 1, last >> 1
        else:
            found = node_hash(found, other)
        first, last = first >> 1, last >> 1
    return last == 0 and found == head


def consistency_proof(earlier: int, leaves: Sequence[bytes]) -> list[bytes]:
    """Return PROOF(earlier, leaves): that the tree of the first `earlier` leaves only grew (2.1.4.1)."""
    if not 0 < earlier <= len(leaves):
        raise IndexError(f"{earlier} of {len(leaves)} leaves")
    return _subproof(earlier, leaves, whole=True)


def _subproof(earlier: int, leaves: Sequence[bytes], *, whole: bool) -> list[bytes]:
    if earlier == len(leaves):
        return [] if whole else [root(leaves)]
    split = _split(len(leaves))
    if earlier <= split:
        return [*_subproof(earlier, leaves[:split], whole=whole), root(leaves[split:])]
    return [*_subproof(earlier - split, leaves[split:], whole=False), root(leaves[:split])]


def is_consistent(earlier: int, later: int, old: bytes, new: bytes, proof: Sequence[bytes]) -> bool:
    """Return whether `new` (of `later` leaves) holds everything that `old` (of `earlier` leaves) held (2.1.4.2)."""
    if not 0 < earlier <= later:
        return False
    if earlier == later:
        return not proof and old == new
    path = [old, *proof] if earlier & (earlier - 1) == 0 else list(proof)
    if not path:
        return False
    return _walk_consistency(earlier - 1, later - 1, path) == (old, new)


def _walk_consistency(first: int, last: int, path: list[bytes]) -> tuple[bytes, bytes] | None:
    while first & 1:
        first, last = first >> 1, last >> 1
    before = after = path[0]
    for other in path[1:]:
        if last == 0:
            return None
        if first & 1 or first == last:
            before, after = node_hash(other, before), node_hash(other, after)
            while not first & 1 and first:
                first, last = first >> 1, last >> 1
        else:
            after = node_hash(after, other)
        first, last = first >> 1, last >> 1
    return (before, after) if last == 0 else None


def _split(size: int) -> int:
    """Return the largest power of two smaller than `size`."""
    return 1 << ((size - 1).bit_length() - 1)
