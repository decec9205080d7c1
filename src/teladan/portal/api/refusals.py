"""Every refusal of the API, in one shape: the field, what is wrong in both languages, what is expected there."""

import dataclasses
import re
from collections.abc import Iterable
from http import HTTPStatus

from django.http import HttpResponse

from teladan.law.json_text import write_json
from teladan.law.reading import FactsError
from teladan.portal.api.facts_schema import FACTS
from teladan.portal.api.schema_words import TEXT, Schema, open_object, or_null, part, told, value_of

LARGEST = 100_000  # bytes of one request; facts of one person are about 2,000
LONGEST_NAME = 200  # characters of a field's name that are said back
REFUSAL = open_object(
    field=told(TEXT, "The path of the value, such as `sentences[0].term`; empty for the whole."),
    error=told(TEXT, "What is wrong, in English."),
    text=part("Text"),
    expected=told(
        or_null({"type": "object"}), "What is expected there, as JSON Schema; null when nothing can be said."
    ),
)


@dataclasses.dataclass(eq=False)
class Refusal(Exception):  # noqa: N818 - it refuses; nothing broke
    """A request that is not answered: its status, what is wrong (`id`, `en`) and where."""

    status: HTTPStatus
    text: dict[str, str]
    field: str = ""
    expected: Schema | None = None
    headers: dict[str, str] = dataclasses.field(default_factory=dict)

    @property
    def body(self) -> dict[str, object]:
        name = self.field[:LONGEST_NAME]
        return {"field": name, "error": self.text["en"], "text": self.text, "expected": self.expected}

    @property
    def response(self) -> HttpResponse:
        return HttpResponse(
            write_json(self.body), status=self.status, content_type="application/json", headers=self.headers
        )


def unusable(problem: FactsError) -> Refusal:
    """Facts that the law cannot use."""
    return Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, problem.text, problem.field, schema_of(problem.field))


def unreadable(name: str = "") -> Refusal:
    """A request whose address or headers say something that is not understood."""
    text = {
        "id": "alamat atau kepala tidak dapat dibaca; setelah alamat hanya boleh as_of=TTTT-BB-HH, satu kali",
        "en": "the address or a header cannot be read; only as_of=YYYY-MM-DD may follow the address, once",
    }
    return Refusal(HTTPStatus.BAD_REQUEST, text, name, {"enum": ["as_of"]})


def nothing_here(addresses: Iterable[str]) -> Refusal:
    """An address where nothing is."""
    known = list(addresses)
    text = {
        "id": f"tidak ada apa-apa di alamat ini; yang ada: {', '.join(known)}",
        "en": f"there is nothing at this address; there are: {', '.join(known)}",
    }
    return Refusal(HTTPStatus.NOT_FOUND, text, "", {"enum": known})


def not_possible(method: str, allowed: tuple[str, ...]) -> Refusal:
    """A method that the address does not take."""
    names = ", ".join(allowed)
    text = {
        "id": f"{method} tidak dapat dipakai di sini: pakai {names}",
        "en": f"{method} is not possible here: use {names}",
    }
    return Refusal(HTTPStatus.METHOD_NOT_ALLOWED, text, "", {"enum": list(allowed)}, {"Allow": names})


def too_large() -> Refusal:
    """More bytes than facts of one person have."""
    text = {
        "id": f"data lebih besar dari {LARGEST} bita",
        "en": f"the facts are larger than {LARGEST} bytes",
    }
    return Refusal(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, text, "", {"maxLength": LARGEST})


def not_json() -> Refusal:
    """A body that says of itself that it is something else."""
    text = {
        "id": "data ditulis sebagai JSON dalam UTF-8, tidak dimampatkan: kirim dengan Content-Type: application/json",
        "en": "the facts are JSON in UTF-8, not compressed: send them with Content-Type: application/json",
    }
    return Refusal(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, text, "", {"const": "application/json"})


def too_often(seconds: int) -> Refusal:
    """More requests of one address than are answered."""
    text = {
        "id": f"terlalu banyak permintaan dari alamat ini: tunggu {seconds} detik",
        "en": f"too many requests from this address: wait {seconds} seconds",
    }
    return Refusal(HTTPStatus.TOO_MANY_REQUESTS, text, headers={"Retry-After": str(seconds)})


def schema_of(path: str) -> Schema | None:
    """Return the schema of a field by its path; None for the whole and for what is no field."""
    found: Schema | None = FACTS if path else None
    for name in re.findall(r"[^.\[\]]+|\[\d+\]", path):
        found = _inside(found, name)
    return found


def _inside(schema: Schema | None, name: str) -> Schema | None:
    if schema is None:
        return None
    whole = value_of(schema)
    found: Schema | None = whole.get("items") if name[0] == "[" else whole.get("properties", {}).get(name)
    return found
