"""JSON as people send it: anything that cannot be read safely is a FactsError, never a traceback and never a guess."""

import json
from typing import Any

from teladan.law.reading import FactsError


def read_json(text: str) -> Any:
    """Read one JSON value; a field written twice, NaN, a number without end, too deep a nest are refused."""
    try:
        text.encode()
    except UnicodeEncodeError as problem:
        raise FactsError("", f"not UTF-8 text (character {problem.start})") from None
    try:
        return json.loads(text, parse_constant=_no_constant, object_pairs_hook=_once)
    except json.JSONDecodeError as problem:
        raise FactsError("", f"not JSON: {problem}") from None
    except RecursionError:
        raise FactsError("", "not JSON that can be read: nested too deeply") from None
    except FactsError:
        raise
    except ValueError:
        raise FactsError("", "not JSON that can be read: a number has thousands of digits") from None


def _no_constant(name: str) -> None:
    raise FactsError("", f"not JSON: {name} is not a number")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse a field written twice: whichever of the two were taken, the other would be lost in silence."""
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise FactsError(name, "is written twice")
        found[name] = value
    return found
