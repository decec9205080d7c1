"""`teladan assess` inside the process: exit statuses, switches, lines."""

import io
import json
import os
import subprocess
import sys

import pytest

from teladan.law.assess import assess
from teladan.law.command import main

READER_GONE = 141  # 128 and the number of the signal, as of every command


def written(folder, *people):
    path = folder / ("one.json" if len(people) == 1 else "many.jsonl")
    path.write_text("\n".join(p if isinstance(p, str) else json.dumps(p) for p in people), encoding="utf-8")
    return str(path)


def test_json(tmp_path, contract, capsys):
    assert main([written(tmp_path, contract), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == assess(contract)


def test_worksheet(tmp_path, contract, capsys):
    assert main([written(tmp_path, contract)]) == 0
    told = capsys.readouterr().out
    assert "Pembebasan bersyarat" in told
    assert "10 Agustus 2027" in told


def test_switch(tmp_path, contract, capsys):
    assert main([written(tmp_path, contract), "--json", "--switch", "fraction_base=net"]) == 0
    assert json.loads(capsys.readouterr().out)["timeline"]["two_thirds"] == "2027-08-30"


@pytest.mark.parametrize("switch", ["fraction_base", "fraction_base=x", "nothing=x"])
def test_a_bad_switch(tmp_path, contract, capsys, switch):
    assert main([written(tmp_path, contract), "--switch", switch]) == 2
    assert capsys.readouterr().err.startswith("teladan assess: ")


@pytest.mark.parametrize("as_of", ["tomorrow", "2026-02-29", "1999-12-22"])
def test_a_bad_day(tmp_path, contract, capsys, as_of):
    assert main([written(tmp_path, contract), "--as-of", as_of]) == 2
    assert "as" in capsys.readouterr().err


def test_bytes_that_are_not_text(tmp_path, capsys):
    path = tmp_path / "facts.json"
    path.write_bytes(b"\xff\xfe{}")
    assert main([str(path)]) == 2
    assert "not UTF-8" in capsys.readouterr().err


def test_lines_of_different_days_come_back_in_order(tmp_path, contract, capsys):
    other = {**contract, "as_of": "2027-08-10"}
    path = written(tmp_path, contract, other, '{"person": {"religion": "x"}}', {**contract, "as_of": "1990-01-01"})
    assert main([path, "--json"]) == 1
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert lines[:2] == [assess(contract), assess(other)]
    assert [(line["line"], line["field"]) for line in lines[2:]] == [(3, "person.religion"), (4, "as_of")]


def test_standard_input(monkeypatch, contract, capsys):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(json.dumps(contract).encode())))
    assert main(["-", "--json", "--as-of", "2027-08-10"]) == 0
    assert json.loads(capsys.readouterr().out)["as_of"] == "2027-08-10"


def test_without_a_day_it_means_today(tmp_path, contract, capsys):
    del contract["as_of"]
    assert main([written(tmp_path, contract), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["as_of"] >= "2026-01-01"


def test_the_law_loads_no_django():
    code = "import sys, teladan.law.command, teladan.law.remission_day; print('django' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.strip() == "False"


@pytest.mark.parametrize("options", [(), ("--json",)])
@pytest.mark.parametrize("people", [1, 2])
def test_a_reader_who_has_gone_is_no_fault(tmp_path, contract, options, people):
    read, write = os.pipe()
    os.close(read)
    path = written(tmp_path, *[contract] * people)
    command = [sys.executable, "-m", "teladan.site.program", "assess", path, *options]
    done = subprocess.run(command, stdout=write, stderr=subprocess.PIPE, check=False)  # noqa: S603
    os.close(write)
    assert (done.returncode, done.stderr) == (READER_GONE, b"")
