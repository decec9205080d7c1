"""`teladan intake`: one object a line, in order; a file that fails does not stop the rest."""

import json
import subprocess
import sys

import pytest

from teladan.people.intake.command import main
from teladan.people.intake.proposal import propose_verdict
from teladan.people.intake.tests.render import Facts, as_issued

FIELDS = {
    "case_number", "court", "verdict_date", "offence", "outcome", "term", "fine_rp", "substitute", "restitution_rp",
    "place",
}  # fmt: skip


@pytest.fixture
def files(tmp_path):
    (tmp_path / "1.txt").write_text(as_issued(Facts()), "utf-8")
    (tmp_path / "2.pdf").write_bytes(b"%PDF-1.4 rusak")
    (tmp_path / "3.txt").write_text(as_issued(Facts(number=48)), "utf-8")
    return [str(tmp_path / name) for name in ("1.txt", "2.pdf", "3.txt")]


def test_json_has_one_object_a_file_in_order(files, capsys):
    assert main([*files, "--json"]) == 1
    read = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(result["file"], result["ok"]) for result in read] == [("1.txt", True), ("2.pdf", False), ("3.txt", True)]
    assert read[1]["error"] == read[1]["text"]["en"]
    assert "rusak" in read[1]["text"]["id"]
    assert read[2]["case_number"]["number"] == 48


def test_json_holds_every_field_of_the_contract(files, capsys):
    assert main([files[0], "--json"]) == 0
    read = json.loads(capsys.readouterr().out)
    assert set(read) >= FIELDS | {"file", "ok", "articles", "detention", "unsure"}
    assert all("value" in read[name] for name in FIELDS)
    assert set(read["detention"][0]) == {"authority", "start", "end", "passage"}


def test_summary_shows_values_and_passages(files, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "160")
    assert main(files) == 1
    said = capsys.readouterr().out
    assert "47/Pid.B/2018/PN Kpg" in said
    assert "1 (satu) tahun dan 6 (enam) bulan" in said
    assert "damaged" in said
    assert "Berkas PDF rusak" in said


def test_without_a_file_the_usage_is_shown():
    with pytest.raises(SystemExit) as stopped:
        main([])
    assert stopped.value.code == 2


def test_text_files_load_neither_django_nor_the_heavy_readers(files):
    code = (
        "import sys; from teladan.people.intake.command import main; main([sys.argv[1], '--json']);"
        "print([name for name in ('django', 'pypdf', 'docx', 'rich', 'python_calamine') if name in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code, files[0]], capture_output=True, text=True, check=True)  # noqa: S603
    assert ran.stdout.splitlines()[-1] == "[]"


def test_a_fault_in_one_file_does_not_stop_the_rest(files, capsys, monkeypatch):
    def fail(text):
        if "Nomor 47/" in text:
            raise ZeroDivisionError
        return propose_verdict(text)

    monkeypatch.setattr("teladan.people.intake.command.propose_verdict", fail)
    assert main([files[0], files[2], "--json"]) == 1
    read = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [result["ok"] for result in read] == [False, True]
    assert read[0]["code"] == "fault"


def test_a_sheet_names_every_problem_with_row_and_column(tmp_path, capsys):
    path = tmp_path / "daftar.csv"
    path.write_text(
        "nomor perkara;tanggal putusan;tahun\n1/Pid.B/2024/PN Kpg;5-3-2024;2\n2/Pid.B/2024/PN Kpg;31-2-2024;0\n",
        "utf-8",
    )
    assert main([str(path), "--json"]) == 1
    read = json.loads(capsys.readouterr().out)
    assert [row["row"] for row in read["rows"]] == [2]
    assert [(p["code"], p["row"], p["column"]) for p in read["problems"]] == [
        ("bad_date", 3, "B"),
        ("zero_term", 3, "C"),
    ]
    assert main([str(path)]) == 1
    assert "Row 3, column C" in capsys.readouterr().out


def test_a_sheet_with_nothing_wrong_is_read(tmp_path, capsys):
    path = tmp_path / "daftar.csv"
    path.write_text("nomor perkara;tanggal putusan;tahun\n1/Pid.B/2024/PN Kpg;5-3-2024;2\n", "utf-8")
    assert main([str(path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["ok"] is True
