"""Files of the register on their way to an officer: always as a download, never run or shown inside the site."""

from typing import Any

from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header

HEADERS = {"Content-Security-Policy": "sandbox; default-src 'none'", "X-Content-Type-Options": "nosniff"}


def attachment(file: Any, name: str) -> HttpResponse:
    """Return a kept file (at most 20 MB) as a download under its own name; 404 when there is none."""
    if not file:
        raise Http404
    try:
        with file.open("rb") as opened:
            content = opened.read()
    except FileNotFoundError as lost:
        raise Http404 from lost
    disposition = {"Content-Disposition": content_disposition_header(as_attachment=True, filename=name)}
    return HttpResponse(content, content_type="application/octet-stream", headers=HEADERS | disposition)
