"""Files kept with a stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from teladan.people.documents import check_file, keep_file
from teladan.people.models import Document
from teladan.people.services.rows import locked
from teladan.people.services.writing import writing

if TYPE_CHECKING:
    import datetime as dt

    from teladan.people.models import Officer, Stay


def attach_document(  # noqa: PLR0913
    stay: Stay,
    *,
    kind: str,
    name: str,
    content: bytes,
    actor: Officer | None,
    why: str,
    today: dt.date | None = None,
) -> Document:
    """Keep a file with the stay under its SHA-256; return its document. The same file of the same kind is kept once.

    Raises Invalid for an unknown kind, an empty file, one above the limit, or content that is not what its name says.
    """
    digest = check_file(kind, name, content)
    with writing(stay.facility, actor, why, today) as act:
        current = locked(stay)
        if there := Document.objects.filter(stay=current, kind=kind, sha256=digest).first():
            return there
        document = Document(stay=current, kind=kind, name=name, sha256=digest, added_by=actor)
        document.file.name = keep_file(document, name, content)
        act.create(document, current)
    return document
