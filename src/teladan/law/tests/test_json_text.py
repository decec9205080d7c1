"""Facts as files and pipes bring them: each of these once ended in a traceback, a lost line or a silent choice."""

import io
import json
import sys

import pytest

from teladan.law.assess import assess
from teladan.law.command import main
from teladan.law.facts import FactsError, parse
from teladan.law.json_text import read_json

UNREADABLE = {
    "nested_too_deep": b"[" * 100_000,
    "number_without_end": b'{"as_of": ' + b"9" * 5000 + b"}",
    "not_a_number": b'{"as_of": NaN}',
    "latin_1": '{"as_of": "é"}'.encode("latin-1"),
    "lone_surrogate": b'{"\\ud800": 1}',
}


def lines_told(path, capsys):
    status = main([str(path), "--json"])
    return status, [json.loads(line) for line in capsys.readouterr().out.split("\n") if line]


@pytest.mark.parametrize("raw", UNREADABLE.values(), ids=UNREADABLE)
def test_one_unreadable_file_is_refused_without_a_traceback(tmp_path, capsys, raw):
    (tmp_path / "facts.json").write_bytes(raw)
    assert main([str(tmp_path / "facts.json"), "--json"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("teladan assess: ")


@pytest.mark.parametrize("raw", UNREADABLE.values(), ids=UNREADABLE)
def test_an_unreadable_line_does_not_stop_the_rest(tmp_path, contract, capsys, raw):
    good = json.dumps(contract).encode()
    (tmp_path / "people.jsonl").write_bytes(b"\n".join([good, raw, good]))
    status, told = lines_told(tmp_path / "people.jsonl", capsys)
    assert status == 1
    assert told[0] == told[2] == assess(contract)
    assert told[1]["line"] == 2
    assert told[1]["error"]


def test_a_line_separator_inside_a_text_does_not_end_the_line(tmp_path, contract, capsys):
    contract["sentences"][0]["case_number"] = "12/Pid.B\u2028\u0085"
    line = json.dumps(contract, ensure_ascii=False)
    (tmp_path / "people.jsonl").write_text(f"{line}\r\n{line}\n", encoding="utf-8", newline="")
    status, told = lines_told(tmp_path / "people.jsonl", capsys)
    assert status == 0
    assert told == [assess(contract)] * 2


@pytest.mark.parametrize("bad", ['{"as_of": ', "nonsense", "[1]"])
def test_a_bad_line_on_standard_input_does_not_stop_the_rest(monkeypatch, contract, capsys, bad):
    good = json.dumps(contract)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(f"{good}\n{bad}\n{good}\n".encode())))
    status, told = lines_told("-", capsys)
    assert status == 1
    assert [one.get("line") for one in told] == [None, 2, None]


def test_a_field_written_twice_is_refused():
    with pytest.raises(FactsError, match="remissions: is written twice"):
        read_json('{"remissions": [1], "remissions": []}')


def test_an_empty_day_is_not_no_day(tmp_path, contract, capsys):
    (tmp_path / "facts.json").write_text(json.dumps(contract), encoding="utf-8")
    assert main([str(tmp_path / "facts.json"), "--json", "--as-of", ""]) == 2
    assert "--as-of" in capsys.readouterr().err


def test_lengths_that_leave_the_calendar_name_their_field(contract):
    contract["sentences"] = [contract["sentences"][0] | {"term": {"years": 100}}] * 11
    with pytest.raises(FactsError, match="sentences: the lengths together"):
        parse(contract)


def test_rights_lost_until_a_day_before_the_violation(contract):
    contract["discipline"] = [{"on": "2025-03-02", "level": "heavy", "rights_lost_until": "2025-03-01"}]
    with pytest.raises(FactsError, match=r"discipline\[0\]\.rights_lost_until"):
        parse(contract)
