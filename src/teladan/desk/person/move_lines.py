"""One change of the dates as the page tells it: what moved, and the reasons with links, by what the reader may see."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from teladan.desk import words
from teladan.desk.roles import may
from teladan.people.queries import Change
from teladan.rights.because import grant, shift, short
from teladan.rights.models import FeastCorrection
from teladan.rights.queries import Line, Moved, RightMoved
from teladan.rights.queries.moves import Reason, Rule

Text = str | Promise
OTHER_NAMES: dict[str, Text] = {
    "term_days": _("Lama pidana"),
    "remission_days": _("Jumlah remisi"),
    "substitute_days": _("Pengganti denda dan uang pengganti"),
    "register_class": _("Golongan register"),
    "detention_ends": _("Penahanan berakhir"),
    "problem": _("Tidak dapat dihitung"),
}
IN_DAYS = ("term_days", "remission_days", "substitute_days")
FEW = 3
NO_RIGHT = ("", "excluded", "closed")  # what these become among themselves moves nothing for anybody
# Where rows of each kind are shown, and who may see there what they say.
PLACES = {
    **dict.fromkeys(("verdict", "sentence"), ("person_sentence", "#putusan", "verdicts.read")),
    "detention": ("person_sentence", "#penahanan", "verdicts.read"),
    "absence": ("person_sentence", "#absen", "verdicts.read"),
    "remission": ("person_sentence", "#remisi", "verdicts.read"),
    "certificate": ("person_sentence", "#surat", "verdicts.read"),
    **dict.fromkeys(
        ("conductreport", "discipline", "riskassessment", "programme"), ("person_conduct", "", "conduct.read")
    ),
    **dict.fromkeys(("person", "stay"), ("person_history", "", "history.read")),
}


@dataclass(frozen=True)
class Row:
    """One date or right. `more`: conditions that are met now, or not met any more."""

    name: Text
    href: str
    old: str
    new: str
    shift: str
    more: Sequence[str] = ()


@dataclass(frozen=True)
class Record:
    """A row of the register behind a change. `changes`: what its history says, for those who may read it."""

    text: str
    href: str
    decree: str
    changes: Sequence[Change]


@dataclass(frozen=True)
class Why:
    """One reason. `text` is said where there is nothing more to show."""

    kind: str
    text: str
    records: Sequence[Record]
    corrections: Sequence[FeastCorrection]
    rules: Sequence[Rule] | None


@dataclass(frozen=True)
class Told:
    """One change: when it was recorded, for which days, what moved and why."""

    at: datetime
    as_of: date
    law: tuple[str, str]
    dates: Sequence[Row]
    rights: Sequence[Row]
    reasons: Sequence[Why]

    @property
    def folded(self) -> bool:
        """Whether the rights are folded away: behind the dates that lead them, or too many to read at once."""
        return bool(self.rights) and (bool(self.dates) or len(self.rights) > FEW)

    @property
    def names(self) -> str:
        """The rights that changed, one after the other."""
        return ", ".join(str(row.name) for row in self.rights)


def told(line: Line, officer: Any, uid: UUID) -> Told:
    """Return a change for this reader."""
    order = [*words.DATE_NAMES, *OTHER_NAMES]
    dates = sorted(line.dates, key=lambda moved: order.index(moved.name))
    kept = line.kept
    return Told(
        at=kept.at,
        as_of=kept.new_as_of,
        law=(kept.law_version, kept.new_law_version),
        dates=[_date_row(moved, uid) for moved in dates],
        rights=[_right_row(moved, uid) for moved in line.rights if _concerns(moved)],
        reasons=[_why(reason, partial(may, officer), uid) for reason in line.reasons],
    )


def _date_row(moved: Moved, uid: UUID) -> Row:
    known = moved.name in words.DATE_NAMES
    return Row(
        name=words.DATE_NAMES.get(moved.name) or OTHER_NAMES[moved.name],
        href=reverse("desk:person_date", args=[uid, moved.name]) if known else "",
        old=_written(moved.name, moved.old),
        new=_written(moved.name, moved.new),
        shift=_shift(moved),
    )


def _shift(moved: Moved) -> str:
    if moved.name in IN_DAYS and moved.old is not None and moved.new is not None:
        days = moved.new - moved.old
        more = ngettext("%(n)d hari lebih banyak", "%(n)d hari lebih banyak", days)
        fewer = ngettext("%(n)d hari lebih sedikit", "%(n)d hari lebih sedikit", -days)
        return (more if days > 0 else fewer) % {"n": abs(days)}
    return shift(moved) if moved.days or moved.old is None or moved.new is None else ""


def _written(name: str, value: Any) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, date):
        return date_format(value)
    return ngettext("%(n)d hari", "%(n)d hari", value) % {"n": value} if name in IN_DAYS else str(value)


def _concerns(moved: RightMoved) -> bool:
    return not {moved.old.get("status", ""), moved.new.get("status", "")} <= set(NO_RIGHT)


def _right_row(moved: RightMoved, uid: UUID) -> Row:
    same_day = moved.date.days == 0 or (moved.date.old is None and moved.date.new is None)
    return Row(
        name=words.right_name(moved.right),
        href=reverse("desk:person_right", args=[uid, moved.right]),
        old=_state(moved.old),
        new=_state(moved.new),
        shift=gettext("tanggal tetap") if same_day else shift(moved.date),
        more=list(_conditions(moved)),
    )


def _state(values: Mapping[str, Any]) -> str:
    status = values.get("status")
    if not status:
        return ""
    parts = [str(words.SHORT_STATUSES.get(status, status))]
    if values["date"]:
        parts.append(date_format(values["date"]))
    if values["ends"]:
        parts.append(gettext("sampai %(day)s") % {"day": date_format(values["ends"])})
    if values["length_days"]:
        parts.append(words.length_words(values["length_days"]))
    return ", ".join(parts)


def _conditions(moved: RightMoved) -> Iterator[str]:
    for text, names in (
        (_("Kini terpenuhi: %(what)s"), moved.no_more()),
        (_("Kini belum terpenuhi: %(what)s"), moved.since("failed")),
        (_("Kini belum diketahui: %(what)s"), moved.since("unknown")),
    ):
        if names:
            yield text % {"what": "; ".join(map(words.criterion_title, names))}


def _why(reason: Reason, allowed: Callable[[str], bool], uid: UUID) -> Why:
    return Why(
        kind=reason.kind,
        text=short(reason),
        records=list(_records(reason, allowed, uid)),
        corrections=reason.corrections,
        rules=reason.rules,
    )


def _records(reason: Reason, allowed: Callable[[str], bool], uid: UUID) -> Iterator[Record]:
    """Yield the remissions by name, then the other rows that were changed."""
    told_already = set()
    for each in reason.grants:
        row = each.remission
        lines = [change for change in reason.changes if change.row == f"remission:{row.pk}"]
        told_already |= {change.row for change in lines}
        by_case = each.case is not None and allowed("cases.read")
        href = reverse("desk:case", args=[each.case]) if by_case else _place("remission", allowed, uid)
        yield Record(grant(row), href, row.decree_number if allowed("verdicts.read") else "", lines)
    for change in reason.changes:
        if change.row not in told_already:
            yield Record(change.label[:1].upper() + change.label[1:], _place(change.model, allowed, uid), "", [change])


def _place(model: str, allowed: Callable[[str], bool], uid: UUID) -> str:
    name, anchor, permission = PLACES[model]
    return reverse(f"desk:{name}", args=[uid]) + anchor if allowed(permission) else ""
