"""The frame of every write: transaction, ledger lock, history with its reason, ledger entries, after-change."""

from __future__ import annotations

from collections import defaultdict
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from teladan.ledger import services as ledger
from teladan.people import bulk, changes
from teladan.people.acts import act_name
from teladan.people.errors import Invalid
from teladan.people.models import Person
from teladan.people.problems import problem
from teladan.people.row_values import content_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator
    from uuid import UUID

    from teladan.ledger.models import Head
    from teladan.people.models import Facility, Officer, Stay
    from teladan.people.models.base import Recorded


@dataclass
class Writing:
    """One act under way. Rows are written through it, so that none misses its history or its ledger entry."""

    facility: Facility
    actor: Officer | None
    why: str
    today: dt.date
    head: Head
    acts: list[ledger.Act] = field(default_factory=list)
    stays: dict[UUID, Stay] = field(default_factory=dict)
    lines: dict[UUID, list[str]] = field(default_factory=lambda: defaultdict(list))

    def create(self, row: Recorded, stay: Stay | None) -> None:
        """Keep a new row; without a stay for one that belongs to none yet."""
        self._sign(row)
        row.save(force_insert=True)
        self._note(row, stay, "added")

    def create_after(self, row: Any, stay: Stay) -> None:
        """Keep a new row that was made, for the checks, before the rows it belongs to had a primary key."""
        for name in ("person", "stay", "verdict"):
            if hasattr(row, f"{name}_id"):
                setattr(row, name, getattr(row, name))
        self.create(row, stay)

    def create_many(self, rows: list[tuple[Recorded, Stay]]) -> None:
        """Keep new rows of one model."""
        if rows:
            made = [row for row, _ in rows]
            model = type(made[0])
            bulk.insert(model, made)
            bulk.remember(model, [row.pk for row in made], bulk.ADDED, self.actor, self.why)
            for row, stay in rows:
                self._note(row, stay, "added")

    def update(self, row: Recorded, stay: Stay | None, names: set[str]) -> None:
        """Keep a changed row, one version later. `names` are the fields that changed."""
        row.version += 1
        self._sign(row)
        row.save(force_update=True)
        self._note(row, stay, "changed", fields=sorted(names))

    def delete(self, row: Recorded, stay: Stay) -> None:
        """Take a row out of the register; its history stays."""
        row.version += 1
        self._sign(row)
        self._note(row, stay, "removed")
        row.delete()

    def say(self, action: str, subject: str, data: dict[str, Any]) -> None:
        """Add an act of its own to the ledger, beside those of the rows."""
        self.acts.append(ledger.Act(action, subject, data))

    def finish(self) -> None:
        """Write the ledger, then tell who wants to know."""
        ledger.append_many(facility=self.facility, actor=self.actor, acts=self.acts)
        stays = self.stays.values()  # a stay may have had no key yet when its person was written
        changes.tell(stays, {stay.pk: self.lines[stay.uid] for stay in stays})

    def _sign(self, row: Any) -> None:
        row._history_user = self.actor  # noqa: SLF001 - the history's own way of being told
        row._change_reason = self.why  # noqa: SLF001

    def _note(self, row: Any, stay: Stay | None, verb: str, **more: Any) -> None:
        name = f"{row._meta.model_name}:{row.pk}"  # noqa: SLF001
        data = {
            "row": name,
            "version": row.version,
            "digest": ledger.digest(self.head, content_of(row)),
        }
        self.acts.append(ledger.Act(act_name(row, verb), subject_of(row, stay), data | more))
        if stay:
            self.stays[stay.uid] = stay
            self.lines[stay.uid].append(f"{name}@{row.version}")


def subject_of(row: Any, stay: Stay | None) -> str:
    """Return the opaque name under which the ledger keeps acts on a row: its stay, else itself."""
    if stay is None or isinstance(row, Person):  # a person outlives the stay
        return f"{row._meta.model_name}:{row.uid}"  # noqa: SLF001
    return f"stay:{stay.uid}"


@contextmanager
def writing(facility: Facility, actor: Officer | None, why: str, today: dt.date | None = None) -> Iterator[Writing]:
    """Open a transaction, lock the facility's ledger, and finish the act when the block ends without an error."""
    refuse_without_reason(why)
    refuse_stranger(facility, actor)
    with transaction.atomic():
        head = ledger.lock(facility)
        act = Writing(facility, actor, why.strip(), today or timezone.localdate(), head)
        yield act
        act.finish()


def refuse_without_reason(why: str) -> None:
    """Raise Invalid when nothing says why."""
    if not why.strip():
        raise Invalid(
            [
                problem(
                    None,
                    "why",
                    "why_missing",
                    "Tuliskan alasan perubahan ini.",
                    "Say why this is changed.",
                )
            ]
        )


def refuse_stranger(facility: Facility, actor: Officer | None) -> None:
    """Raise PermissionDenied for an officer of another facility, whatever a page let through."""
    if actor is not None and actor.facility_id != facility.pk:
        raise PermissionDenied
