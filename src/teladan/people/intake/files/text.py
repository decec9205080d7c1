"""Plain text: UTF-8, UTF-16 with its mark, or the old Windows page when nothing else it could be."""

import codecs

from teladan.people.intake.messages import UnreadableError

MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
# Bytes that old Windows programs put for curly quotes, dashes, dots, no-break spaces and degree signs.
WINDOWS = frozenset(
    b"\x80\x82\x84\x85\x91\x92\x93\x94\x95\x96\x97\x99\xa0\xa7\xa9\xae\xb0\xb1\xb2\xb3\xb7\xbc\xbd\xbe\xe9"
)


def text_of(data: bytes) -> str:
    """Return the text of a TXT file; raises UnreadableError for another encoding, and for an empty text."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _filled(_decode(data, encoding))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        text = _windows(data, error.start)
    if "\x00" in text:
        raise UnreadableError("wrong_encoding", position=text.index("\x00"))
    return _filled(text)


def _decode(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableError("wrong_encoding", position=error.start) from None


def _windows(data: bytes, position: int) -> str:
    high = [byte for byte in data if byte >= 0x80]
    if any(byte not in WINDOWS for byte in high) or len(high) * 20 > len(data):
        raise UnreadableError("wrong_encoding", position=position)
    return _decode(data, "cp1252")


def _filled(text: str) -> str:
    if not text.strip("\ufeff \t\r\n\f\v"):
        raise UnreadableError("empty")
    return text
