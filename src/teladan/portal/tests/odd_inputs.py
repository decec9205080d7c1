"""What nobody sends by chance: each must be refused at once, in words. Used by the tests and by `make fuzz-api`."""

import gzip
import json
from dataclasses import dataclass, field

JSON = "application/json"
TERM = {"kind": "prison", "term": {"years": 1}}


@dataclass(frozen=True)
class Odd:
    """A request: its body, the kind it says it is, further headers, and the answer it must get."""

    name: str
    body: bytes
    status: int = 422
    kind: str = JSON
    headers: dict[str, str] = field(default_factory=dict)


def _facts(**facts: object) -> bytes:
    return json.dumps(facts).encode()


INPUTS = [
    Odd("a body of 1 MB", b" " * 1_000_000 + b"{}", 413),
    Odd("a body of 1 MB, well-formed", _facts(sentences=[{"case_number": "x" * 1_000_000}]), 413),
    Odd("10,000 sentences", _facts(sentences=[TERM] * 10_000), 413),
    Odd("10,000 sentences, each as short as can be", b'{"sentences":[' + b"{}," * 9_999 + b"{}]}"),
    Odd("201 sentences", _facts(sentences=[TERM] * 201)),
    Odd("1,001 conduct reports", _facts(conduct=[{"month": "2026-01", "rating": "good"}] * 1_001)),
    Odd("200 sentences of 100 years", _facts(sentences=[{"kind": "prison", "term": {"years": 100}}] * 200)),
    Odd("year 0001", _facts(detention=[{"start": "0001-01-01"}])),
    Odd("year 9999", _facts(detention=[{"start": "2024-01-01", "end": "9999-12-31"}])),
    Odd("as_of in year 0001", _facts(as_of="0001-01-01")),
    Odd("as_of in year 9999", _facts(as_of="9999-12-31")),
    Odd("29 February of no leap year", _facts(as_of="2026-02-29")),
    Odd("NaN", b'{"sentences": [{"term": {"years": NaN}}]}'),
    Odd("Infinity", b'{"sentences": [{"term": {"years": Infinity}}]}'),
    Odd("a number with an exponent without end", b'{"sentences": [{"term": {"years": 1e999}}]}'),
    Odd("a whole number of 4,000 digits", b'{"sentences": [{"term": {"years": ' + b"9" * 4_000 + b"}}]}"),
    Odd("a whole number of 50,000 digits", b'{"sentences": [{"term": {"years": ' + b"9" * 50_000 + b"}}]}"),
    Odd("a number that is no whole one", _facts(sentences=[{"term": {"years": 1.5}}])),
    Odd("a truth for a number", _facts(sentences=[{"term": {"years": True}}])),
    Odd("a field twice", b'{"as_of": "2026-01-01", "as_of": "2025-01-01"}'),
    Odd("an unknown field", _facts(sentence=[])),
    Odd("a field with a name of 90,000 letters", _facts(**{"x" * 90_000: 1})),
    Odd("a code of 90,000 letters", _facts(person={"religion": "islam" * 18_000})),
    Odd("half of a character", rb'{"person": {"religion": "\ud83d"}}'),
    Odd("half of a character as a field", rb'{"\udfff": 1}'),
    Odd("a zero byte", b'{"as_of": "2026\x00"}'),
    Odd("bytes that are no UTF-8", b'{"as_of": "\xff\xfe"}'),
    Odd("UTF-16", '{"as_of": "2026-01-01"}'.encode("utf-16")),
    Odd("lists in lists, 50,000 deep", b"[" * 50_000),
    Odd("objects in objects, 900 deep", b'{"person":' * 900 + b"1" + b"}" * 900),
    Odd("lists in lists, 990 deep, closed", b'{"sentences":' + b"[" * 990 + b"]" * 990 + b"}"),
    Odd("an empty body", b""),
    Odd("a text", b'"facts"'),
    Odd("a list", b"[]"),
    Odd("two objects", b"{} {}"),
    Odd("compressed", gzip.compress(b"{}"), 415, headers={"Content-Encoding": "gzip"}),
    Odd("compressed, and not said so", gzip.compress(b"{}")),
    Odd("a form", b"as_of=2026-01-01", 415, "application/x-www-form-urlencoded"),
    Odd("a file", b"--x--", 415, "multipart/form-data; boundary=x"),
    Odd("another alphabet of bytes", b"{}", 415, "application/json; charset=utf-16"),
    Odd("end before start", _facts(detention=[{"start": "2025-01-02", "end": "2025-01-01"}])),
    Odd("a negative amount", _facts(sentences=[{"fine": {"amount_rp": -1}}])),
]
