"""The other side of `apart.py`: a process that reads a draft before it reads the law, and answers on standard output.

The first module it names is the draft's (`law.reform`), which reads no law; everything else is imported after the
draft is laid over the files.
"""

import sys

from teladan.law import reform, regulations


def main() -> int:
    """Read the question, answer it; what does not fit is an answer too."""
    size = int.from_bytes(sys.stdin.buffer.read(8), "big")
    draft = reform.read(sys.stdin.buffer.read(size).decode())
    regulations.amend(draft)
    sys.stdout.buffer.write(_answer(draft, sys.stdin.buffer.read()))
    return 0


def _answer(draft: reform.Reform, question: bytes) -> bytes:
    from teladan.rights.reforms import carry  # noqa: PLC0415 - after the draft

    try:
        arrays = _forecast(draft, question)
    except (regulations.LawError, KeyError, TypeError) as wrong:
        # A condition that looks at something a right does not plan, a number that does not fit the others.
        return carry.pack({"wrong": str(wrong)}, {})
    return carry.pack({"law_version": regulations.law_version()}, arrays)


def _forecast(draft: reform.Reform, question: bytes) -> dict:
    import datetime as dt  # noqa: PLC0415

    from teladan.law.conventions import choose  # noqa: PLC0415
    from teladan.law.forecast import forecast  # noqa: PLC0415
    from teladan.rights.reforms import carry  # noqa: PLC0415

    header, arrays = carry.unpack(question)
    found = forecast(
        carry.to_people(arrays),
        dt.date.fromisoformat(header["as_of"]),
        feasts=carry.to_feasts(arrays),
        later=(draft.first, choose(**draft.conventions)),
    )
    return carry.of_forecast(found)


if __name__ == "__main__":
    sys.exit(main())
