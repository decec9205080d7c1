"""Whether a file's columns are those of the layout: asked before anything is read, each fault named by its column."""

import difflib
from collections.abc import Iterable
from typing import Any

import pyarrow as pa

from teladan.exemplar.nation.layout import CODE, DAY, EXPECTED, FACTS, FLAG, ID, MONTH, TEXT, WHOLE, Many, UnusableError


def check(schema: pa.Schema) -> None:
    """UnusableError names the first column that is missing, unknown or of another type."""
    _names("", schema.names, FACTS, (ID,))
    for field in schema:
        _type(field.name, field.type, FACTS[field.name])


def _names(path: str, found: Iterable[str], known: dict[str, Any], needs: tuple[str, ...]) -> None:
    found = list(found)
    for name in found:
        if name not in known:
            near = difflib.get_close_matches(name, list(known), n=1)
            hint = f"did you mean {near[0]!r}?" if near else f"expected one of: {', '.join(known)}"
            raise UnusableError(path + name, f"no such column; {hint}")
        if found.count(name) > 1:
            raise UnusableError(path + name, "there are two columns of this name")
    for name in needs:
        if name not in found:
            raise UnusableError(path + name, f"the column is missing: expected {expected(known[name])}")


def _type(path: str, found: pa.DataType, known: Any) -> None:
    if pa.types.is_null(found):  # nobody has a value
        return
    if isinstance(known, Many):
        if not (pa.types.is_list(found) or pa.types.is_large_list(found)):
            raise UnusableError(path, f"expected {expected(known)}, found {found}")
        _type(f"{path}[]", found.value_type, known.item)
    elif isinstance(known, str):
        if not _fits(found, known, path):
            raise UnusableError(path, f"expected {expected(known)}, found {found}")
    elif not pa.types.is_struct(found):
        raise UnusableError(path, f"expected {expected(known)}, found {found}")
    else:
        _names(f"{path}.", [field.name for field in found], known.fields, known.needs)
        for field in found:
            _type(f"{path}.{field.name}", field.type, known.fields[field.name])


def expected(known: Any) -> str:
    """Say what a column holds, as an Arrow type a person can write down."""
    if isinstance(known, Many):
        return f"a list of {expected(known.item)}"
    return EXPECTED[known] if isinstance(known, str) else f"a struct of {', '.join(known.fields)}"


def _fits(found: pa.DataType, kind: str, path: str) -> bool:
    if pa.types.is_dictionary(found):
        found = found.value_type
    text = pa.types.is_string(found) or pa.types.is_large_string(found)
    if kind == DAY:
        return text or pa.types.is_date32(found)
    if kind in (MONTH, CODE, TEXT):
        return text or (path == ID and pa.types.is_integer(found))
    return bool(pa.types.is_integer(found) if kind == WHOLE else kind == FLAG and pa.types.is_boolean(found))
