"""People, feasts and forecasts as bytes between two processes: arrays only, nothing that could run."""

import io
import json
from collections.abc import Mapping
from typing import Any

import numpy as np

from teladan.law.columns import LISTS, SINGLES, People
from teladan.law.feasts import Feasts
from teladan.law.forecast import Forecast, Grants
from teladan.law.ragged import Ragged

HEADER = "header"
GRANTS = ("row", "on", "kind", "days", "rung", "estimated", "expiry")
PATH = ("leaves", "way", "expiry", "release", "unsure")


def pack(header: Mapping[str, Any], arrays: Mapping[str, Any]) -> bytes:
    """Return a header as JSON and arrays by name in one piece."""
    text = np.frombuffer(json.dumps(header).encode(), np.uint8)
    out = io.BytesIO()
    np.savez(out, **{HEADER: text, **arrays})
    return out.getvalue()


def unpack(data: bytes) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return what `pack` put in."""
    with np.load(io.BytesIO(data), allow_pickle=False) as found:
        arrays = dict(found)
    header: dict[str, Any] = json.loads(arrays.pop(HEADER).tobytes())
    return header, arrays


def of_people(people: People) -> dict[str, Any]:
    """Return the columns of people by name."""
    arrays: dict[str, Any] = {}
    for name in LISTS:
        arrays |= {f"list.{name}.{column}": people.lists[name].columns[column] for column in LISTS[name]}
        arrays |= {f"offsets.{name}": people.lists[name].offsets, f"known.{name}": people.lists[name].known}
    return arrays | {f"single.{name}": people.singles[name] for name in SINGLES}


def to_people(arrays: Mapping[str, Any]) -> People:
    """Return the people of these columns."""
    singles = {name: arrays[f"single.{name}"] for name in SINGLES}
    lists = {
        name: Ragged(
            arrays[f"offsets.{name}"],
            {column: arrays[f"list.{name}.{column}"] for column in LISTS[name]},
            arrays[f"known.{name}"],
        )
        for name in LISTS
    }
    return People(singles["birth"].size, singles, lists)


def of_feasts(feasts: Feasts) -> dict[str, Any]:
    """Return the feast days by religion."""
    days: dict[str, Any] = {f"feast.{religion}": days for religion, days in feasts.days.items()}
    return days | {f"estimated.{religion}": flags for religion, flags in feasts.estimated.items()}


def to_feasts(arrays: Mapping[str, Any]) -> Feasts:
    """Return the feasts of these columns."""
    return Feasts(_under("feast.", arrays), _under("estimated.", arrays))


def of_forecast(found: Forecast) -> dict[str, Any]:
    """Return a forecast by name."""
    arrays = {name: getattr(found, name) for name in PATH}
    return arrays | {f"grants.{name}": getattr(found.grants, name) for name in GRANTS}


def to_forecast(as_of: Any, arrays: Mapping[str, Any]) -> Forecast:
    """Return the forecast of these columns."""
    path = {name: arrays[name] for name in PATH}
    return Forecast(as_of=as_of, grants=Grants(**_under("grants.", arrays)), **path)


def _under(start: str, arrays: Mapping[str, Any]) -> dict[str, Any]:
    return {name.removeprefix(start): values for name, values in arrays.items() if name.startswith(start)}
