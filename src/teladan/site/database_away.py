"""Whether a request failed only because the database is busy or away: the same request sent later works."""

from django.db import InterfaceError, OperationalError

# What SQLite says when another program holds the file, or its folder is not there.
SQLITE = ("locked", "busy", "unable to open")
# Classes of PostgreSQL's states: no connection, deadlock, too many connections, lock not had in time, shut down.
POSTGRESQL = ("08", "40", "53300", "55P03", "57")


def is_away(problem: BaseException | None) -> bool:
    """Return whether waiting is all that helps; a full disk or a missing table is another matter."""
    if not isinstance(problem, OperationalError | InterfaceError):
        return False
    state = getattr(problem.__cause__, "sqlstate", "")  # "" is SQLite, None a PostgreSQL that was not reached
    if state == "":
        return any(sign in str(problem) for sign in SQLITE)
    return state is None or state.startswith(POSTGRESQL)
