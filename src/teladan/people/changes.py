"""Who is told when a stay has changed: an explicit list, called inside the same transaction."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from teladan.people.models import Stay

One = Callable[[Stay], None]
Many = Callable[[list[Stay]], None]

_told: dict[One, Many | None] = {}
_waiting: ContextVar[dict[int, Stay] | None] = ContextVar("stays waiting to be told", default=None)


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


def tell(stays: Iterable[Stay]) -> None:
    """Call every callback for these stays, or wait for the end of `gathered`."""
    waiting = _waiting.get()
    found = {stay.pk: stay for stay in stays}
    if waiting is not None:
        waiting.update(found)
    elif found:
        _call(list(found.values()))


@contextmanager
def gathered() -> Iterator[None]:
    """Tell once at the end, however many changes are made inside: for admissions, imports, remission days."""
    if _waiting.get() is not None:
        yield
        return
    waiting: dict[int, Stay] = {}
    token = _waiting.set(waiting)
    try:
        yield
    finally:
        _waiting.reset(token)
    tell(waiting.values())


def _call(stays: list[Stay]) -> None:
    for callback, many in list(_told.items()):
        if many and len(stays) > 1:
            many(stays)
        else:
            for stay in stays:
                callback(stay)
