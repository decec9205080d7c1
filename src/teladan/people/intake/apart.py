"""A file in a format that can be made to harm is read in a process of its own: what breaks there breaks nothing here.

A few kilobytes of PDF, DOCX or XLSX can ask for gigabytes or hours, and a library in Rust or C then ends its whole
process. The other side is `worker.py`; it answers in JSON, so that nothing a file says is ever run here.
"""

import datetime as dt
import json
import signal
import subprocess
import sys
from typing import Any

from teladan.people.intake.messages import UnreadableError

SECONDS = 20  # of the processor for one file; a verdict of four hundred pages takes about half of it
WAITING = 2  # by the clock it may be so many times longer, on a machine with much else to do


def read_apart(kind: str, data: bytes, seconds: int = SECONDS) -> Any:
    """Return the text of a PDF or DOCX, the rows of an XLSX; raises UnreadableError, also when reading goes too far."""
    command = [sys.executable, "-P", "-m", "teladan.people.intake.worker", kind, str(seconds)]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=seconds * WAITING, check=False)  # noqa: S603
    except subprocess.TimeoutExpired as late:
        raise UnreadableError("too_slow", seconds=seconds) from late
    if done.returncode == -signal.SIGXCPU:
        raise UnreadableError("too_slow", seconds=seconds)
    if done.returncode != 0:
        raise UnreadableError("too_heavy")
    answer = json.loads(done.stdout, object_hook=_day)
    if "code" in answer:
        raise UnreadableError(answer["code"], **answer["facts"])
    return answer["read"]


def _day(found: dict[str, Any]) -> Any:
    return dt.date.fromisoformat(found["day"]) if "day" in found else found
