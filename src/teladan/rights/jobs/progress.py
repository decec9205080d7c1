"""How far a job is, and whether it is to stop: in files, because the act's transaction shows nothing until it ends.

A job holds SQLite's only write lock while it runs: neither its progress nor a wish to stop may need the database.
"""

from uuid import UUID

from django.core.cache import caches

HOURS = 3600 * 24


class Stopped(Exception):  # noqa: N818 - an answer, not a failure
    """Somebody stopped the job; its transaction is undone."""


def tell(job: UUID, part: str) -> None:
    """Keep which part of the job begins."""
    _kept().set(f"part-{job}", part, HOURS)


def part_of(job: UUID) -> str:
    """Return the part that is being done; empty when none has begun."""
    return str(_kept().get(f"part-{job}", ""))


def ask_to_stop(job: UUID) -> None:
    """Wish that the job ends before its next part."""
    _kept().set(f"stop-{job}", True, HOURS)


def is_to_stop(job: UUID) -> bool:
    """Return whether somebody wishes that the job ends."""
    return bool(_kept().get(f"stop-{job}"))


def forget(job: UUID) -> None:
    """Throw away what was kept about a job."""
    _kept().delete_many([f"part-{job}", f"stop-{job}"])


def _kept():  # noqa: ANN202 - a cache
    return caches["progress"]
