"""`teladan assess-all` from end to end: three inputs, stopped and taken up, refused rows, faults of the file."""

import datetime as dt
import json
from io import StringIO

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from django.core.management import CommandError, call_command

from teladan.exemplar.nation import parquet_source, run
from teladan.exemplar.nation.answers import criteria_of
from teladan.exemplar.nation.tests.tables import batch
from teladan.exemplar.nation.tests.test_csv_source import cells, write
from teladan.law import LAW_VERSION
from teladan.law.assess import CRITERIA, assess
from teladan.law.rights import NAMES
from tests import golden

AS_OF = "2026-11-24"


def cases():
    """Facts of golden cases, each on its own day."""
    found = [golden.read(path) for path in golden.all_cases()]
    return [case["facts"] for case in found if "refused" not in case["expect"]][:: len(found) // 120 - 1][:120]


@pytest.fixture
def people(tmp_path):
    path = tmp_path / "people.parquet"
    pq.write_table(pa.Table.from_batches([batch(cases())]), path, row_group_size=50)
    return path


def assess_all(*given, **options):
    told = StringIO()
    call_command("assess-all", *map(str, given), stdout=told, **options)
    return told.getvalue()


def row_agrees(row, facts):
    """One row of the file says what `teladan assess` explains, finding by finding."""
    explained = assess(facts, dt.date.fromisoformat(facts.get("as_of", AS_OF)))
    assert row["as_of"].isoformat() == explained["as_of"]
    for name in set(row) & set(explained["timeline"]):
        value = row[name].isoformat() if isinstance(row[name], dt.date) else row[name]
        assert value == explained["timeline"][name], name
    for right in explained["rights"]:
        found = row[right["right"]]
        assert found["status"] == right["status"]
        for name in ("date", "ends"):
            assert (found[name] and found[name].isoformat()) == right[name]
        if right["status"] != "closed":
            for bits, met in (("failed", False), ("unknown", None)):
                told = {each["criterion"] for each in right["findings"] if each["met"] is met}
                assert {name for place, name in enumerate(CRITERIA) if found[bits] >> place & 1} == told, right["right"]


def test_from_parquet_every_row_is_what_its_explanation_says(people, tmp_path):
    out = tmp_path / "answers.parquet"
    told = assess_all(people, out=out, as_of=AS_OF)
    table = pq.read_table(out)
    assert "120 assessed, 0 refused" in told
    assert table.column("id").to_pylist() == [f"p{place}" for place in range(120)]
    for row, facts in zip(table.to_pylist(), cases(), strict=True):
        row_agrees(row, facts)
    assert criteria_of(table.schema.metadata) == list(CRITERIA)
    assert table.schema.metadata[b"teladan.law_version"].decode() == LAW_VERSION
    assert [name for name in table.schema.names if name in NAMES] == list(NAMES)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["answers.parquet", "people.parquet"]


def test_from_csv_the_same(people, tmp_path):
    path = tmp_path / "people.csv"
    write(path, [{"id": f"p{place}", **cells(facts)} for place, facts in enumerate(cases())])
    assess_all(path, out=tmp_path / "csv.parquet", as_of=AS_OF)
    assess_all(people, out=tmp_path / "answers.parquet", as_of=AS_OF)
    assert pq.read_table(tmp_path / "csv.parquet").equals(pq.read_table(tmp_path / "answers.parquet"))


def test_refused_rows_do_not_stop_it_and_are_told(tmp_path):
    people = [{"person": {"sex": "male"}}, {"person": {"sex": "x"}}, {"as_of": "1950-01-01"}, {}]
    pq.write_table(pa.Table.from_batches([batch(people)]), tmp_path / "people.parquet")
    out = tmp_path / "answers.parquet"
    with pytest.raises(SystemExit) as ended:
        assess_all(tmp_path / "people.parquet", out=out, as_of=AS_OF)
    assert ended.value.code == 1
    assert pq.read_table(out).column("id").to_pylist() == ["p0", "p3"]
    lines = [json.loads(line) for line in (tmp_path / "answers.parquet.refused.jsonl").read_text().splitlines()]
    assert [(line["id"], line["row"], line["field"]) for line in lines] == [("p1", 1, "person.sex"), ("p2", 2, "as_of")]
    assert lines[0]["error"].startswith("expected one of: male, female")


class Killed(BaseException):
    """Nothing catches it, as nothing catches SIGKILL."""


@pytest.mark.parametrize("stop", range(1, 8))
@pytest.mark.parametrize("where", ["writing", "joining"])
def test_killed_at_any_moment_and_started_again_it_goes_on(people, tmp_path, monkeypatch, stop, where):
    monkeypatch.setattr(parquet_source, "ROWS_AT_ONCE", 20)
    expected = tmp_path / "whole.parquet"
    assess_all(people, out=expected, as_of=AS_OF)
    out = tmp_path / "answers.parquet"
    with monkeypatch.context() as patched:
        kill_after(patched, stop, where)
        with pytest.raises(Killed):
            assess_all(people, out=out, as_of=AS_OF)
    assert not out.exists()
    read = count_reads(monkeypatch)
    assess_all(people, out=out, as_of=AS_OF)
    # 120 rows in groups of 50 are read as 20, 20, 10, 20, 20, 10, 20. The one it was killed in is read again.
    assert len(read) == (7 - stop + 1 if where == "writing" else 0)
    assert pq.read_table(out).equals(pq.read_table(expected))
    assert not (tmp_path / "answers.parquet.parts").exists()


def kill_after(patched, stop, where):
    """Die in the middle of writing the part of this number, or of joining it."""
    seen = []

    def dies(really):
        def dying(*given, **more):
            seen.append(given)
            if len(seen) < stop:
                return really(*given, **more)
            if where == "writing":
                given[1].write_bytes(b"PAR1 half")
            raise Killed

        return dying

    name = "write_table" if where == "writing" else "read_table"
    patched.setattr(pq, name, dies(getattr(pq, name)))


def count_reads(monkeypatch):
    seen = []
    really = run._assess
    monkeypatch.setattr(run, "_assess", lambda chunk, *more: seen.append(chunk) or really(chunk, *more))
    return seen


def test_parts_of_other_work_are_not_taken_up(people, tmp_path, monkeypatch):
    out = tmp_path / "answers.parquet"
    with monkeypatch.context() as patched:
        kill_after(patched, 2, "joining")
        with pytest.raises(Killed):
            assess_all(people, out=out, as_of=AS_OF)
    with pytest.raises(CommandError, match="--restart") as refused:
        assess_all(people, out=out, as_of="2026-11-25")
    assert refused.value.returncode == 2
    assert "120 assessed" in assess_all(people, out=out, as_of="2026-11-25", restart=True)


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ({"name": ["a"]}, "name: no such column"),
        ({"person": [{"sex": "male"}]}, "id: the column is missing: expected a text"),
        ({"id": ["a"], "detention": ["2024-02-11"]}, r"detention: expected a list of a struct of start, end, .* found"),
        ({"id": ["a"], "detention": [[{"end": None}]]}, r"detention\[\].start: the column is missing: expected a date"),
        ({"id": ["a"], "risk": [[{"on": 3, "level": "low"}]]}, r"risk\[\].on: expected a date .*, found int64"),
        ({"id": ["a"], "person": [{"religon": "islam"}]}, "person.religon: no such column; did you mean 'religion'?"),
        ({"id": ["a"], "person": ["x"]}, "person: expected a struct of birth_date, sex"),
    ],
)
def test_a_fault_of_the_file_is_named_before_anything_is_computed(tmp_path, columns, said):
    pq.write_table(pa.table(columns), tmp_path / "people.parquet")
    with pytest.raises(CommandError, match=said) as refused:
        assess_all(tmp_path / "people.parquet", out=tmp_path / "answers.parquet")
    assert refused.value.returncode == 2
    assert not (tmp_path / "answers.parquet.parts").exists()


@pytest.mark.parametrize(
    ("given", "options", "said"),
    [
        ([], {}, "give either"),
        (["people.parquet"], {"database": True}, "give either"),
        (["people.parquet"], {"facility": "a"}, "belongs to --database"),
        (["missing.parquet"], {}, "no such file"),
        (["people.txt"], {}, "ends in .parquet or .csv"),
        (["broken.parquet"], {}, "no Parquet file"),
        (["people.parquet"], {"as_of": "24/11/2026"}, "expected a date"),
        (["people.parquet"], {"switch": ["leap_day"]}, "NAME=VALUE"),
        (["people.parquet"], {"switch": ["leap_day=never"]}, "expected one of"),
    ],
)
def test_what_is_asked_wrongly_is_told(people, tmp_path, given, options, said):
    (tmp_path / "people.txt").write_text("id")
    (tmp_path / "broken.parquet").write_text("id")
    with pytest.raises(CommandError, match=said) as refused:
        assess_all(*(tmp_path / name for name in given), out=tmp_path / "answers.parquet", **options)
    assert refused.value.returncode == 2


def test_a_switch_of_counting_is_kept_in_the_file(people, tmp_path):
    out = tmp_path / "answers.parquet"
    assess_all(people, out=out, as_of=AS_OF, switch=["leap_day=february_28"])
    assert json.loads(pq.read_schema(out).metadata[b"teladan.conventions"])["leap_day"] == "february_28"


@pytest.mark.django_db
def test_from_an_empty_register_nobody(tmp_path):
    out = tmp_path / "answers.parquet"
    assert "0 assessed, 0 refused" in assess_all(database=True, out=out)
    assert pq.read_table(out).num_rows == 0
