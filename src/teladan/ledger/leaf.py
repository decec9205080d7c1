"""What of an entry is hashed, and how entries are chained."""

from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from teladan.ledger.canonical import canonical
from teladan.ledger.models import Entry
from teladan.ledger.tree import leaf_hash

FIRST = "0" * 64


def leaf_of(entry: Entry) -> str:
    """Return the leaf hash that the entry's content gives, in hexadecimal digits."""
    return leaf_hash(canonical(_content(entry))).hex()


def chained(before: str, leaf: str) -> str:
    """Return SHA-256(chain hash before || leaf hash); the chain begins with 32 zero bytes."""
    return sha256(bytes.fromhex(before) + bytes.fromhex(leaf)).hexdigest()


def _content(entry: Entry) -> dict[str, Any]:
    return {
        "action": entry.action,
        "actor": entry.actor_id,
        "at": _moment(entry.at),
        "data": entry.data,
        "facility": entry.facility_id,
        "number": entry.number,
        "subject": entry.subject,
    }


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="microseconds")
