"""The text of a Word file, paragraphs and tables in the order of the page."""

from io import BytesIO
from typing import Any

from teladan.people.intake.messages import UnreadableError

XML_NO_MEMORY = 2  # what the XML library calls "unknown error" when its memory is used up


def docx_text(data: bytes) -> str:
    """Return the text, one paragraph or table row a line; raises UnreadableError when damaged or empty."""
    import docx  # noqa: PLC0415  # a tenth of a second that a run over TXT files need not pay

    try:
        document = docx.Document(BytesIO(data))
        lines = [line for block in document.iter_inner_content() for line in _lines(block)]
    except MemoryError:
        raise
    except Exception as error:  # broken archives raise KeyError, BadZipFile, XMLSyntaxError and more
        if getattr(error, "code", None) == XML_NO_MEMORY:
            raise MemoryError from error
        raise UnreadableError("damaged", content="DOCX") from error
    text = "\n".join(lines)
    if not text.strip():
        raise UnreadableError("empty")
    return text


def _lines(block: Any) -> list[str]:
    if hasattr(block, "rows"):
        return [" ".join(_cells(row)) for row in block.rows]
    return [block.text]


def _cells(row: Any) -> list[str]:
    seen, texts = set(), []
    for cell in row.cells:
        # A merged cell comes once for every column it spans.
        if id(cell._tc) not in seen:  # noqa: SLF001  # the library gives no public identity of a cell
            seen.add(id(cell._tc))  # noqa: SLF001
            texts.append(" ".join(cell.text.split()))
    return texts
