"""The text of a request: looked at before it is read, and never read further than facts can be long."""

from django.http import HttpRequest

from teladan.portal.api import refusals
from teladan.portal.api.refusals import LARGEST

UTF8 = ("utf-8", "utf8")


def text_of(request: HttpRequest) -> str:
    """Return the body; raises a Refusal for what is no JSON or too large. Bytes that are no UTF-8 are kept as such."""
    _refuse_other_kinds(request)
    return _bytes_of(request).decode("utf-8-sig", "surrogateescape")


def _refuse_other_kinds(request: HttpRequest) -> None:
    """A sender that says nothing is believed to send JSON."""
    kind = request.content_type or "application/json"
    charset = (request.content_params or {}).get("charset", "utf-8")
    packed = request.headers.get("Content-Encoding", "identity")
    is_json = kind == "application/json" or kind.endswith("+json")
    if not is_json or charset.lower() not in UTF8 or packed.lower() != "identity":
        raise refusals.not_json()


def _bytes_of(request: HttpRequest) -> bytes:
    length = request.META.get("CONTENT_LENGTH") or ""
    if not length:  # sent in pieces: how much it is shows only in reading
        body: bytes = request.META["wsgi.input"].read(LARGEST + 1) if _in_pieces(request) else b""
    elif not (length.isascii() and length.isdigit()):
        raise refusals.unreadable()
    elif int(length) > LARGEST:
        raise refusals.too_large()
    else:
        body = request.body
    if len(body) > LARGEST:
        raise refusals.too_large()
    return body


def _in_pieces(request: HttpRequest) -> bool:
    return "chunked" in request.headers.get("Transfer-Encoding", "").lower()
