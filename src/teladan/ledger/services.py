"""Writing the ledger, inside the transaction of the act itself: either both are kept or neither.

One rule of locks for every service: `lock(facility)` first, then rows. Whoever follows it cannot deadlock.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from teladan.ledger import actions
from teladan.ledger.canonical import canonical, refuse_personal
from teladan.ledger.leaf import chained, leaf_of
from teladan.ledger.models import Entry, Head


class NotInTransactionError(RuntimeError):
    """The ledger is written together with the act or not at all."""


@dataclass(frozen=True, slots=True)
class Act:
    """One act to write: see `append`."""

    action: str
    subject: str
    data: dict[str, Any] = field(default_factory=dict)


def append(*, facility: Model, actor: Model | None, action: str, subject: str, data: dict[str, Any]) -> Entry:
    """Write one act and return its entry; `entry.leaf_hash` is the receipt.

    `facility` is a people.Facility, `actor` a people.Officer: the ledger imports no service.
    `action` is a name registered in `teladan.ledger.actions`; `subject` is opaque (`stay:<uuid>`); `data` holds codes,
    numbers, ISO dates and digests, no prose, no names, no floats. `actor` is None for the program itself.
    Raises NotInTransactionError, actions.UnknownActionError, canonical.NotForTheLedgerError.
    """
    return append_many(facility=facility, actor=actor, acts=[Act(action, subject, data)])[0]


def append_many(*, facility: Model, actor: Model | None, acts: Iterable[Act]) -> list[Entry]:
    """Write many acts at once, numbered in the order given; same rules as `append`."""
    acts = list(acts)
    for act in acts:
        _refuse_wrong(act)
    head = lock(facility)
    entries = _entries(head, actor, acts)
    Entry.objects.bulk_create(entries, batch_size=500)
    head.save(update_fields=["number", "chain_hash"])
    return entries


def lock(facility: Model) -> Head:
    """Lock the facility's ledger until the transaction ends, and return its head. Take it before any other lock."""
    if not transaction.get_connection().in_atomic_block:
        raise NotInTransactionError("open a transaction first: the act and its entry are kept together")
    head = Head.objects.select_for_update().filter(facility_id=facility.pk).first()
    if head is None:
        Head.objects.get_or_create(facility_id=facility.pk)
        head = Head.objects.select_for_update().get(facility_id=facility.pk)
    return head


def digest(head: Head, values: Any) -> str:
    """Return a digest of `values` (canonical JSON) that nobody without the facility's salt can guess back."""
    return sha256(bytes.fromhex(head.salt) + canonical(values)).hexdigest()


def _refuse_wrong(act: Act) -> None:
    actions.known(act.action)
    refuse_personal([act.subject, act.data])
    canonical(act.data)


def _entries(head: Head, actor: Model | None, acts: list[Act]) -> list[Entry]:
    at = timezone.now()
    entries = []
    for act in acts:
        head.number += 1
        entry = Entry(
            facility_id=head.facility_id,
            number=head.number,
            at=at,
            actor_id=actor.pk if actor else None,
            action=act.action,
            subject=act.subject,
            data=json.loads(canonical(act.data)),  # as the database will give it back: tuples are lists
        )
        entry.leaf_hash = leaf_of(entry)
        head.chain_hash = entry.chain_hash = chained(head.chain_hash, entry.leaf_hash)
        entries.append(entry)
    return entries
