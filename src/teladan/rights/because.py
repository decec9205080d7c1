"""Why an assessment is another one, in a few words of the reader's language: for a page, and for paper."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from django.utils.formats import date_format
from django.utils.translation import get_language, gettext, ngettext
from django.utils.translation import gettext_lazy as _

from teladan.people.fact_lists import FACT_LISTS
from teladan.people.models import Remission
from teladan.people.queries import FACT_MODELS
from teladan.rights.models import Cause
from teladan.rights.queries.moves import Moved, Reason, Rule

OTHER_FACTS = {"on_leave": _("Menjalani hak integrasi")}
FEW = 3  # rules named in a short sentence


def because(reasons: Iterable[Reason]) -> str:
    """Return all reasons in one clause: `Remisi umum 17 Agustus 2025, 2 bulan; hari berganti`."""
    return "; ".join(short(reason) for reason in reasons)


def short(reason: Reason) -> str:
    """Return one reason as a clause, without who and without what the register's history says."""
    if reason.kind == Cause.REGISTER:
        return _of_the_register(reason)
    if reason.kind == Cause.LAW:
        return _of_the_law(reason.rules)
    if reason.kind == Cause.FEAST:
        return "; ".join(
            gettext("hari raya %(religion)s ditetapkan %(day)s")
            % {"religion": row.get_religion_display(), "day": date_format(row.day)}
            for row in reason.corrections
        )
    if reason.kind == Cause.DAY:
        return _of_the_day(reason)
    return gettext("program diperbarui")


def grant(row: Remission) -> str:
    """Return a remission as it is spoken of: kind, day, length."""
    length = [
        ngettext("%(n)d bulan", "%(n)d bulan", row.months) % {"n": row.months} if row.months else "",
        ngettext("%(n)d hari", "%(n)d hari", row.days) % {"n": row.days} if row.days else "",
    ]
    told = f"{row.get_kind_display()} {date_format(row.granted_on)}"
    return ", ".join(filter(None, [told, " ".join(filter(None, length))]))


def shift(moved: Moved) -> str:
    """Return by how much a date moved, and in which direction, in words."""
    if moved.old is None:
        return gettext("baru ada")
    if moved.new is None:
        return gettext("tidak ada lagi")
    days = moved.days or 0
    if days < 0:
        return ngettext("%(n)d hari lebih awal", "%(n)d hari lebih awal", -days) % {"n": -days}
    return ngettext("%(n)d hari lebih lambat", "%(n)d hari lebih lambat", days) % {"n": days}


def _of_the_register(reason: Reason) -> str:
    grants = [grant(each.remission) for each in reason.grants]
    labels = _labels()
    others = [labels[name] for name in reason.models if name in labels and not (name == "remission" and grants)]
    told = [gettext("data berubah: %(what)s") % {"what": ", ".join(others)}] if others else []
    return "; ".join([*grants, *told]) or gettext("data register berubah")


def _labels() -> Mapping[str, str]:
    return {str(model._meta.model_name): str(model._meta.verbose_name) for model in FACT_MODELS}  # noqa: SLF001


def _of_the_law(rules: Sequence[Rule] | None) -> str:
    named = [rule for rule in rules or () if rule.kind != "table"]
    if not named:
        return gettext("aturan berubah")
    titles = list(dict.fromkeys(_said(rule.title) for rule in named))
    few = ", ".join(titles[:FEW])
    if len(titles) > FEW:
        return gettext("aturan berubah: %(titles)s, dan lainnya") % {"titles": few}
    return gettext("aturan berubah: %(titles)s") % {"titles": few}


def _of_the_day(reason: Reason) -> str:
    if not reason.arrived:
        return gettext("hari berganti")
    told = [gettext("%(what)s mulai dihitung") % {"what": grant(each.remission)} for each in reason.grants]
    others = [name for name in reason.arrived if not (name == "remissions" and reason.grants)]
    return "; ".join(
        [
            *told,
            *(
                gettext("tanggal yang dicatat tiba: %(list)s %(days)s")
                % {"list": list_name(name), "days": days_in_words(reason.arrived[name])}
                for name in others
            ),
        ]
    )


def list_name(name: str) -> str:
    """Return what a list of facts is called."""
    return str({**FACT_LISTS, **OTHER_FACTS}.get(name, name))


def days_in_words(days: Iterable[dt.date]) -> str:
    """Return days one after the other."""
    return ", ".join(date_format(day) for day in days)


def _said(text: Mapping[str, str]) -> str:
    return text["en" if (get_language() or "id").startswith("en") else "id"]
