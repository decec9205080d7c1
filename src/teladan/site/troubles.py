"""What stops a command from outside, such as a full disk: in words, with what to do, instead of a traceback."""

import os
import sys

SERVER = "The database does not answer ({said}). Check that it runs, and TELADAN_DATABASE."
# A word of the database's own message, and what to say then.
DATABASE = {
    "no such table": "The database has no tables yet: run `teladan migrate`.",
    "does not exist": "The database or its tables are not there yet ({said}): create it, then run `teladan migrate`.",
    "no such column": "The database is older than the program: run `teladan migrate`.",
    "locked": "The database is busy: another program holds it. Wait for it to end, then run the command again.",
    "full": "The disk is full: nothing was written. Make room in TELADAN_VAR, then run the command again.",
    "readonly": "The database cannot be written ({said}). Check the owner and the rights of TELADAN_VAR.",
    "unable to open": "The database cannot be opened ({said}). Check TELADAN_DATABASE and the rights of TELADAN_VAR.",
}


def told(problem: Exception) -> str | None:
    """Return what to say about a problem from outside; None for a fault of the program, whose traceback is needed."""
    if isinstance(problem, OSError):
        place = f"{problem.filename}: " if problem.filename else ""
        return f"{place}{problem.strerror or problem}. Check the name, the rights and the room on the disk."
    # `assess` and `intake` never load Django, and none of its problems come without it.
    return _of_django(problem) if "django.db.utils" in sys.modules else None


def _of_django(problem: Exception) -> str | None:
    from django.core.exceptions import ImproperlyConfigured  # noqa: PLC0415
    from django.db import OperationalError, ProgrammingError  # noqa: PLC0415

    if isinstance(problem, ImproperlyConfigured):
        return str(problem)
    if not isinstance(problem, OperationalError | ProgrammingError):
        return None
    said = str(problem).partition("\n")[0].strip()
    words = next((words for sign, words in DATABASE.items() if sign in said), None)
    if words is None and isinstance(problem, ProgrammingError):
        return None
    return (words or SERVER).format(said=said)


def stop_writing() -> None:
    """Send what is still to be written nowhere: the reader of a pipe has gone, and that is no fault."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
