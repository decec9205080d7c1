"""Logs without personal data: the code says what happened, values stay out."""

import json
import logging
import traceback
from datetime import UTC, datetime
from typing import Any

# Only these extras are written; anything else a caller attaches is left out.
FIELDS = ("route", "method", "status", "milliseconds", "request_id", "count", "task")


class JsonLines(logging.Formatter):
    """One event, one line of JSON: time (UTC), level, logger, the message without its values, known extras."""

    def format(self, record: logging.LogRecord) -> str:
        event: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": _event(record),
        }
        event |= {name: getattr(record, name) for name in FIELDS if hasattr(record, name)}
        if record.exc_info and record.exc_info[0]:
            event |= _failure(record.exc_info[0], record.exc_info[2])
        return json.dumps(event, ensure_ascii=False)


def _event(record: logging.LogRecord) -> str:
    # Django puts what a visitor sent, such as the host, into the text of its refusals itself.
    if record.name.startswith("django.security"):
        return "refused"
    return str(record.msg)  # not getMessage(): the arguments may be names


def _failure(kind: type[BaseException], trace: Any) -> dict[str, Any]:
    # The exception's own message may quote a row, so only its class and the places are kept.
    places = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)]
    return {"exception": f"{kind.__module__}.{kind.__qualname__}", "places": places[-12:]}
