"""One row of a table as the contract's JSON, for the rows that are read one by one."""

from collections.abc import Mapping
from typing import Any

from teladan.exemplar.nation.layout import FACTS, ID, NOT_FINAL, SENTENCE, Group, Many
from teladan.law.facts import FactsError


def contract(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return the facts of a row whose empty values are None; FactsError where a row contradicts itself."""
    found = {name: _value(row[name], known, name) for name, known in FACTS.items() if name != ID and name in row}
    return {name: value for name, value in found.items() if value is not LEFT_OUT}


LEFT_OUT = object()  # not the same as None, which is known to be none


def _value(value: Any, known: Any, path: str) -> Any:
    if value is None:
        return LEFT_OUT
    if isinstance(known, Many):
        return [_item(item, known.item, f"{path}[{place}]") for place, item in enumerate(value)]
    return _group(value, known, path) if isinstance(known, Group) else value


def _item(value: Any, known: Any, path: str) -> Any:
    """An item has its place in the list also when nothing is in it."""
    found = _value(value, known, path)
    return (None if value is None else {}) if found is LEFT_OUT else found


def _group(value: Mapping[str, Any], known: Group, path: str) -> Any:
    found = {name: _value(each, known.fields[name], f"{path}.{name}") for name, each in value.items()}
    found = {name: each for name, each in found.items() if each is not LEFT_OUT}
    if known is SENTENCE:
        return _sentence(found, path)
    return found or (None if known.may_be_none else LEFT_OUT)


def _sentence(found: dict[str, Any], path: str) -> dict[str, Any]:
    if found.pop(NOT_FINAL, False):
        if "final_on" in found:
            raise FactsError(f"{path}.{NOT_FINAL}", "is true although final_on is given")
        found["final_on"] = None
    return found
