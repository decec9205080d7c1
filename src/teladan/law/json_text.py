"""JSON as people send it: anything that cannot be read safely is a FactsError, never a traceback and never a guess."""

import json
from collections.abc import Mapping
from typing import Any

from teladan.law.reading import FactsError


def read_json(text: str) -> Any:
    """Read one JSON value; refused: a field twice, NaN, an endless number, half a character, too deep a nest."""
    try:
        text.encode()
    except UnicodeEncodeError as problem:
        raise FactsError("", "not UTF-8 text (character {place})", place=problem.start) from None
    try:
        value = json.loads(text, parse_constant=_no_constant, object_pairs_hook=_once)
    except json.JSONDecodeError as problem:
        raise FactsError("", "not JSON: {problem}", problem=problem) from None
    except RecursionError:
        raise FactsError("", "not JSON that can be read: nested too deeply") from None
    except FactsError:
        raise
    except ValueError:
        raise FactsError("", "not JSON that can be read: a number has thousands of digits") from None
    _refuse_halves(text, value)
    return value


def write_json(found: Mapping[str, Any]) -> str:
    """An answer as one line of JSON, ASCII only: the same bytes from the command and from the API."""
    return json.dumps(found) + "\n"


def _no_constant(name: str) -> None:
    raise FactsError("", "not JSON: {name} is not a number", name=name)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse a field written twice: whichever of the two were taken, the other would be lost in silence."""
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise FactsError(name, "is written twice")
        found[name] = value
    return found


def _refuse_halves(text: str, value: Any) -> None:
    r"""Refuse half of a character: "\\ud83d" alone is no text, and no answer that quotes it could be written."""
    if "\\u" not in text:
        return
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise FactsError("", "not text: half of a character stands alone") from None
    except RecursionError:
        raise FactsError("", "not JSON that can be read: nested too deeply") from None
