"""One spelling for one content, so that a hash can be made again: sorted keys, no spaces, no floats, UTF-8."""

import json
import re
from typing import Any

# Codes, dates, numbers, identifiers, digests. A space means prose or a name: neither belongs in the ledger.
CODE = re.compile(r"[A-Za-z0-9_.:/+-]{0,128}")
# Standing alone: a digest in hexadecimal may hold sixteen digits in a row by chance.
NATIONAL_NUMBER = re.compile(r"(?<![A-Za-z0-9])\d{16}(?![A-Za-z0-9])")


class NotForTheLedgerError(ValueError):
    """Data that the ledger does not take: a float, prose, a name, a national number."""


def canonical(content: Any) -> bytes:
    """Return the canonical JSON of dictionaries, lists, strings, integers, booleans and null.

    Raises NotForTheLedgerError for a float or another type: its spelling differs between programs.
    """
    _refuse_floats(content)
    return json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def refuse_personal(data: Any) -> None:
    """Raise NotForTheLedgerError when a string in `data` could be prose, a name or a national number."""
    if isinstance(data, dict):
        for key, value in data.items():
            refuse_personal(key)
            refuse_personal(value)
    elif isinstance(data, list | tuple):
        for value in data:
            refuse_personal(value)
    elif isinstance(data, str):
        _refuse_prose(data)


def _refuse_prose(text: str) -> None:
    # The text itself stays out of the message: it may be the very thing that must not be logged.
    if not CODE.fullmatch(text) or NATIONAL_NUMBER.search(text):
        raise NotForTheLedgerError(
            "the ledger takes codes, numbers, dates and digests; give the digest of a text instead"
        )


def _refuse_floats(content: Any) -> None:
    if isinstance(content, dict):
        if not all(isinstance(key, str) for key in content):
            raise NotForTheLedgerError("keys are strings")
        for value in content.values():
            _refuse_floats(value)
    elif isinstance(content, list | tuple):
        for value in content:
            _refuse_floats(value)
    elif content is not None and not isinstance(content, str | int):
        raise NotForTheLedgerError(f"{type(content).__name__} has no single spelling; give a string or an integer")
