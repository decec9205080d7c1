"""`teladan assess --confirmed`: the notes of an installation in which a lawyer has confirmed a rule."""

import json
import sys

import pytest

from teladan.law.manual import versions
from teladan.rights.models import Confirmation
from teladan.site import program

ESCAPE = "criterion.no_escape.1999-12-23"
FACTS = {
    "as_of": "2026-11-24",
    "person": {"birth_date": "1985-05-05", "religion": "protestant", "nationality": "ID"},
    "detention": [{"start": "2024-01-01", "end": None, "place": "prison"}],
    "sentences": [{"final_on": "2024-03-31", "kind": "prison", "offence": "theft", "term": {"years": 6}}],
    "absences": [{"from": "2026-10-01", "until": "2026-10-05", "reason": "escape"}],
    "remissions": [],
}


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """Run the command on these facts and return which rules its notes name as unconfirmed."""
    path = tmp_path / "facts.json"
    path.write_text(json.dumps(FACTS), encoding="utf-8")

    def go(*more):
        monkeypatch.setattr(sys, "argv", ["teladan", "assess", str(path), "--json", *more])
        assert program.run() == 0
        notes = json.loads(capsys.readouterr().out)["notes"]
        return {note["criterion"] for note in notes if note["code"] == "unconfirmed"}

    return go


def confirm(digest):
    given = {"rule": ESCAPE, "digest": digest, "regulation": "R", "article": "1", "why": "x"}
    Confirmation.objects.create(**given, made_at="2026-06-01T09:00:00+08:00")


@pytest.mark.django_db
def test_a_confirmed_rule_is_not_named_when_the_database_is_asked(run):
    confirm(versions()[ESCAPE][1].digest)
    assert run() - run("--confirmed") == {"no_escape"}


@pytest.mark.django_db
def test_one_confirmed_for_other_words_is_named(run):
    confirm("0" * 32)
    assert "no_escape" in run("--confirmed")


def test_without_the_wish_no_database_is_asked(run):
    assert "no_escape" in run()
