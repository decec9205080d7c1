"""Who is told when a stay has changed: an explicit list, called inside the same transaction."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from teladan.people.models import Stay

One = Callable[[Stay], None]
Many = Callable[[list[Stay]], None]
Lines = Mapping[int, Sequence[str]]  # by stay: lines of the history, `model:key@version`


@dataclass
class _Waiting:
    stays: dict[int, Stay] = field(default_factory=dict)
    lines: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))


_told: dict[One, Many | None] = {}
_waiting: ContextVar[_Waiting | None] = ContextVar("stays waiting to be told", default=None)
_because: ContextVar[Lines | None] = ContextVar("what was changed", default=None)


def after_change(callback: One, *, many: Many | None = None) -> One:
    """Have `callback(stay)` called after each change of a stay or its rows, before the transaction ends.

    `many(stays)`, when given, is called instead for a change of several stays at once. Usable as a decorator. An
    exception from a callback undoes the change. Register in `AppConfig.ready`; twice is once.
    """
    _told[callback] = many
    return callback


def forget(callback: One) -> None:
    """Stop calling `callback`."""
    _told.pop(callback, None)


def because() -> Lines:
    """Return, inside a callback, what was changed: for each stay the lines of the history that the act wrote."""
    return _because.get() or {}


def tell(stays: Iterable[Stay], lines: Lines | None = None) -> None:
    """Call every callback for these stays, or wait for the end of `gathered`. `lines`: see `because`."""
    waiting = _waiting.get()
    found = {stay.pk: stay for stay in stays}
    if waiting is not None:
        waiting.stays.update(found)
        for stay, written in (lines or {}).items():
            waiting.lines[stay].extend(written)
    elif found:
        _call(list(found.values()), lines or {})


@contextmanager
def gathered() -> Iterator[None]:
    """Tell once at the end, however many changes are made inside: for admissions, imports, remission days."""
    if _waiting.get() is not None:
        yield
        return
    waiting = _Waiting()
    token = _waiting.set(waiting)
    try:
        yield
    finally:
        _waiting.reset(token)
    tell(waiting.stays.values(), waiting.lines)


def _call(stays: list[Stay], lines: Lines) -> None:
    token = _because.set(lines)
    try:
        for callback, many in list(_told.items()):
            if many and len(stays) > 1:
                many(stays)
            else:
                for stay in stays:
                    callback(stay)
    finally:
        _because.reset(token)
