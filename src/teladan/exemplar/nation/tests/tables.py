"""The contract's facts as rows of a table, written apart from what reads them."""

import datetime as dt

import pyarrow as pa

from teladan.exemplar.nation.arrow_people import schema

LETTERS = {"illness": "certified_on", "pledge": "kind", "cooperation": "on"}
EPOCH = dt.date(1970, 1, 1).toordinal()


def batch(people):
    """One row a person; ids p0, p1, ..."""
    rows = [{"id": f"p{place}", **row(facts)} for place, facts in enumerate(people)]
    return pa.RecordBatch.from_pylist([days(each) for each in rows], schema=schema())


def row(facts):
    """Null in JSON is known to be none: in a table an object whose every field is empty."""
    found = dict(facts)
    for name, field in LETTERS.items():
        if name in found and found[name] is None:
            found[name] = {field: None}
    if "sentences" in found:
        found["sentences"] = [sentence(each) for each in found["sentences"]]
    return found


def sentence(facts):
    found = dict(facts)
    for name in ("fine", "restitution"):
        if name in found and found[name] is None:
            found[name] = {"amount_rp": None}
    if "final_on" in found and found["final_on"] is None:
        found["not_final"] = True
    return found


def days(value, name=""):
    """Texts of days as days; a month stays a text."""
    if isinstance(value, dict):
        return {each: days(inner, each) for each, inner in value.items()}
    if isinstance(value, list):
        return [days(inner, name) for inner in value]
    dated = isinstance(value, str) and len(value) == 10 and name not in {"case_number", "month"}
    return dt.date.fromisoformat(value) if dated and value[4] == "-" else value
