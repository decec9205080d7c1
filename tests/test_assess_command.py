"""`teladan assess` as the contract has it: the library's answer, exit statuses, one line in and one line out."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from teladan.law.assess import assess
from tests import golden

PROGRAM = Path(sys.executable).with_name("teladan")
SAMPLE = [path for path in golden.all_cases() if path.parent.name != "refused"][::60]
REFUSED = [path for path in golden.all_cases() if path.parent.name == "refused"][::8]
GOOD = golden.read(golden.CASES / "published" / "EX10.json")["facts"]


def run(*arguments, text=None):
    return subprocess.run(  # noqa: S603 - our own program
        [PROGRAM, "assess", *map(str, arguments)], input=text, capture_output=True, text=True, check=False, timeout=60
    )


def written(folder, facts):
    path = folder / "facts.json"
    path.write_text(json.dumps(facts), encoding="utf-8")
    return path


@pytest.mark.parametrize("path", SAMPLE, ids=lambda path: path.stem)
def test_the_same_as_the_library(path, tmp_path):
    facts = golden.read(path)["facts"]
    done = run(written(tmp_path, facts), "--json")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout) == assess(facts)


def test_a_worksheet_for_people(tmp_path):
    done = run(written(tmp_path, GOOD))
    assert done.returncode == 0
    assert "2019" in done.stdout
    with pytest.raises(json.JSONDecodeError):
        json.loads(done.stdout)


def test_as_of_overrides_and_facts_come_from_standard_input():
    done = run("-", "--json", "--as-of", "2019-01-02", text=json.dumps(GOOD))
    assert done.returncode == 0
    assert json.loads(done.stdout) == assess({**GOOD, "as_of": "2019-01-02"})


@pytest.mark.parametrize("path", REFUSED, ids=lambda path: path.stem)
def test_unusable_facts(path, tmp_path):
    case = golden.read(path)
    done = run(written(tmp_path, case["facts"]), "--json")
    assert (done.returncode, done.stdout) == (2, "")
    assert case["expect"]["refused"]["field"] in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '"facts"', "{} {}"])
def test_what_is_not_a_fact_file(text):
    done = run("-", "--json", text=text)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr


def test_a_file_that_is_not_there(tmp_path):
    done = run(tmp_path / "none.json", "--json")
    assert (done.returncode, done.stdout) == (2, "")
    assert "none.json" in done.stderr


def lines_of(folder, lines):
    path = folder / "people.jsonl"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    done = run(path, "--json")
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines()]


def test_many_lines(tmp_path):
    facts = [golden.read(path)["facts"] for path in SAMPLE]
    status, told = lines_of(tmp_path, [json.dumps(one) for one in facts])
    assert status == 0
    assert told == [assess(one) for one in facts]


def test_a_bad_line_does_not_stop_the_rest(tmp_path):
    bad = {**GOOD, "as_of": "2025-02-29"}
    status, told = lines_of(tmp_path, [json.dumps(GOOD), json.dumps(bad), "{", json.dumps(GOOD)])
    assert status == 1
    assert told[0] == told[3] == assess(GOOD)
    assert (told[1]["line"], told[1]["field"]) == (2, "as_of")
    assert told[1]["error"]
    assert told[2]["line"] == 3
    assert told[2]["error"]
