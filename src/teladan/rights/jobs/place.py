"""The one place of a worker in an installation: a lock on a file, which goes with the process however that ends.

Whoever holds it knows that work marked as running belongs to a worker that was killed.
"""

import fcntl
from pathlib import Path
from typing import IO


def take_place(folder: Path) -> IO[str] | None:
    """Return the open lock, None while another worker holds it."""
    file = (folder / "worker.lock").open("w")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        file.close()
        return None
    return file


def is_working(folder: Path) -> bool:
    """Return whether a worker is there."""
    if held := take_place(folder):
        held.close()
    return held is None
