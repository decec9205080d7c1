"""Facts to start from: everything known, nothing in the way."""

import copy
import json
from pathlib import Path

import pytest

BASE = {
    "as_of": "2026-11-24",
    "person": {"birth_date": "1985-03-02", "sex": "male", "religion": "protestant", "nationality": "ID"},
    "detention": [{"start": "2024-02-11", "end": None, "place": "prison"}],
    "sentences": [
        {
            "final_on": "2024-08-01",
            "kind": "prison",
            "term": {"years": 5, "months": 6},
            "offence": "theft",
            "articles": ["KUHP:363"],
            "fine": None,
            "restitution": None,
        }
    ],
    "absences": [],
    "remissions": [],
    "conduct": [{"month": "2024-09", "rating": "good"}],
    "discipline": [],
    "risk": [{"on": "2024-06-01", "level": "low"}],
    "programme": [{"from": "2024-03-01", "until": None}],
    "merits": [],
    "illness": None,
    "pledge": None,
    "cooperation": None,
    "on_leave": None,
}
CONTRACT = json.loads(Path(__file__).with_name("contract.json").read_text(encoding="utf-8"))  # also of bench/law.py


@pytest.fixture
def base():
    return copy.deepcopy(BASE)


@pytest.fixture
def contract():
    return copy.deepcopy(CONTRACT)


@pytest.fixture
def right():
    def find(assessment, name):
        return next(found for found in assessment["rights"] if found["right"] == name)

    return find
