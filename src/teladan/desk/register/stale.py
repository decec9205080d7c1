"""Somebody else saved first: my values beside theirs, field by field, and a choice where both of us changed one."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.utils.functional import Promise

from teladan.desk.register.form import RowForm
from teladan.desk.register.shown import in_words

MINE, THEIRS, COMPARING = "mine", "theirs", "comparing"


@dataclass(frozen=True)
class Difference:
    """A field that differs. `chosen` is empty when both changed it, so that the officer must say which holds."""

    name: str
    label: str | Promise
    mine: str
    theirs: str
    chosen: str

    @property
    def choice(self) -> str:
        return f"choose-{self.name}"


def differences(form: RowForm, current: Any, seen: int) -> list[Difference]:
    """Return where the form and the row as it is now differ; `seen` is the version the form was made from."""
    names = [field.name for field in form.asked()]
    now = form.kind.initial(current, names)
    before = current.history.filter(version=seen).order_by("-history_id").first()
    first = form.kind.initial(before, names) if before else {}
    return [each for name in names if (each := _difference(form, name, now, first))]


def _difference(form: RowForm, name: str, now: dict[str, Any], first: dict[str, Any]) -> Difference | None:
    bound = form[name]
    raw, field = bound.data, bound.field
    if not field.has_changed(field.prepare_value(now.get(name)), raw):
        return None
    mine_changed = name not in first or field.has_changed(field.prepare_value(first[name]), raw)
    theirs_changed = name not in first or first[name] != now.get(name)
    chosen = "" if mine_changed and theirs_changed else MINE if mine_changed else THEIRS
    clean = form.cleaned_data.get(name, raw)
    return Difference(name, bound.label, in_words(field, clean), in_words(field, now.get(name)), chosen)


def compared(form: RowForm, sent: QueryDict) -> dict[str, str]:
    """Return what the officer sends after comparing: own values, theirs where theirs was chosen."""
    texts = ((name, value) for name, value in sent.items() if isinstance(value, str))
    data = {name: value for name, value in texts if not name.startswith("choose-")}
    now = form.kind.initial(form.row, [field.name for field in form.asked()])
    for bound in form.asked():
        if sent.get(f"choose-{bound.name}") == THEIRS:
            value = bound.field.prepare_value(now.get(bound.name))
            data[bound.name] = _raw(bound.field.widget.format_value(value))
    return data


def undecided(sent: QueryDict) -> list[str]:
    """Return the fields that were shown for comparison and about which nothing was chosen."""
    return [name for name in sent.getlist(COMPARING) if sent.get(f"choose-{name}") not in {MINE, THEIRS}]


def sent_again(form: RowForm, found: list[Difference]) -> Iterator[tuple[str, str]]:
    """Yield the hidden fields that carry the officer's values through the comparison."""
    names = [*(field.name for field in form.asked()), "why"]
    yield from ((name, str(form[name].data or "")) for name in names)
    yield from ((COMPARING, each.name) for each in found)


def _raw(value: Any) -> str:
    if isinstance(value, list | tuple):
        value = value[0] if value else ""
    return "" if value is None else str(value)
