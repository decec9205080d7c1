"""The text layer of a PDF."""

import contextlib
import logging
import warnings
from io import BytesIO
from typing import Any

from teladan.people.intake.messages import UnreadableError

ENOUGH_LETTERS = 40
MOST_PAGES = 1_500


def pdf_text(data: bytes) -> str:
    """Return the text of all pages; raises UnreadableError when damaged, locked, or without a text layer."""
    import pypdf  # noqa: PLC0415  # a third of a second that a run over TXT files need not pay

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        reader = _open(pypdf, data)
        text = "\n".join(_pages(reader))
    if sum(char.isalpha() for char in text) < ENOUGH_LETTERS:
        raise UnreadableError("image_only")
    return text


def _open(pypdf: Any, data: bytes) -> Any:
    try:
        reader = pypdf.PdfReader(BytesIO(data))
        locked = reader.is_encrypted and not reader.decrypt("")
        pages = 0 if locked else len(reader.pages)
    except MemoryError:
        raise
    except Exception as error:  # the library raises many kinds for a broken file
        raise UnreadableError("damaged", content="PDF") from error
    if locked:
        raise UnreadableError("encrypted")
    if not pages:
        raise UnreadableError("damaged", content="PDF")
    return reader


def _pages(reader: Any) -> list[str]:
    """Return the text of each page that can be read; if none can, the file is damaged."""
    texts, failed = [], 0
    for page in reader.pages[:MOST_PAGES]:
        text = None
        with contextlib.suppress(Exception):
            text = page.extract_text()
        failed += text is None
        texts.append(text or "")
    if failed == len(texts):
        raise UnreadableError("damaged", content="PDF")
    return texts
