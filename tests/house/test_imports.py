"""The import rules hold the house together, and really refuse what they forbid."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.house.files import ROOT

HOUSE = ROOT / "src" / "teladan"
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
# A module that would break a rule, what it imports, and the rule that refuses it: one at least for every rule.
FORBIDDEN = [
    ("law", "django", "law"),
    ("law", "teladan.people.models", "law"),
    ("law", "teladan.exemplar.demo", "law"),
    ("law", "pyarrow", "law"),
    ("people.intake", "django.db", "intake"),
    ("people.intake", "teladan.people.models", "intake"),
    ("people", "teladan.rights.models", "layers"),
    ("people", "teladan.desk.lists.people", "layers"),
    ("people", "teladan.exemplar.demo.loader", "layers"),
    ("ledger", "teladan.people.models", "layers"),
    ("rights", "teladan.desk.cases.pages", "layers"),
    ("rights", "teladan.site.views", "layers"),
    ("rights", "teladan.faces.words", "layers"),
    ("faces", "teladan.desk.access", "layers"),
    ("exemplar", "teladan.desk.access", "layers"),
    ("desk", "teladan.site.settings", "layers"),
    ("desk", "teladan.portal.asked", "layers"),
    ("portal", "teladan.desk.access", "layers"),
    ("portal", "teladan.site.client_address", "layers"),
    ("portal.api", "teladan.people.models", "public"),
    ("portal.api", "teladan.ledger.services", "public"),
    ("rights", "teladan.people.services.changing", "register"),
    ("rights", "teladan.people.queries.name_search", "register"),
    ("rights", "teladan.people.whole", "register"),
    ("site", "teladan.rights.services.deciding", "rights"),
    ("site", "teladan.rights.records", "rights"),
    ("people", "teladan.ledger.leaf", "ledger"),
    ("rights", "teladan.exemplar.demo.loader", "demo"),
    ("desk", "teladan.exemplar.demo.loader", "demo"),
]


def rooms() -> list[str]:
    return sorted(path.name for path in HOUSE.iterdir() if (path / "__init__.py").exists())


@pytest.mark.parametrize("room", rooms())
def test_every_room_has_its_place_in_the_layers(room):
    layers = next(contract["layers"] for contract in CONTRACTS if contract["id"] == "layers")
    places = " ".join(layers).replace("(", " ").replace(")", " ").split()
    assert f"teladan.{room}" in places


def test_every_rule_is_tried():
    assert {contract["id"] for contract in CONTRACTS} == {rule for _room, _wanted, rule in FORBIDDEN}


def copied(place: Path) -> Path:
    house = place / "teladan"
    shutil.copytree(HOUSE, house, ignore=shutil.ignore_patterns("tests", "templates", "static", "*.toml", "*.po"))
    shutil.copy(ROOT / "pyproject.toml", place)
    return place


def lint(place: Path) -> str:
    program = Path(sys.executable).with_name("lint-imports")
    environment = {"PYTHONPATH": str(place), "COLUMNS": "500"}
    command = [program, "--no-cache"]
    done = subprocess.run(command, cwd=place, env=environment, capture_output=True, text=True, check=False)  # noqa: S603
    return done.stdout


def test_the_house_keeps_its_rules(tmp_path):
    said = lint(copied(tmp_path))
    assert f"{len(CONTRACTS)} kept, 0 broken." in said, said


@pytest.fixture(scope="module")
def broken(tmp_path_factory) -> dict[str, str]:
    """Break every rule at once, each import in a module of its own; give what is said below each rule's name."""
    place = copied(tmp_path_factory.mktemp("broken"))
    for number, (room, wanted, _rule) in enumerate(FORBIDDEN):
        module = place.joinpath("teladan", *room.split("."), f"breaks_{number}.py")
        module.write_text(f"import {wanted}\n", encoding="utf-8")
    said = lint(place).split("Broken contracts", 1)[-1]
    names = sorted((said.index(contract["name"]), contract) for contract in CONTRACTS if contract["name"] in said)
    ends = [start for start, _contract in names[1:]] + [len(said)]
    return {contract["id"]: said[start:end] for (start, contract), end in zip(names, ends, strict=True)}


@pytest.mark.parametrize("number", range(len(FORBIDDEN)), ids=lambda number: "-".join(FORBIDDEN[number]))
def test_a_forbidden_import_is_refused(broken, number):
    room, wanted, rule = FORBIDDEN[number]
    # The law may not use Django's parts either: the rule names the package.
    assert f"teladan.{room}.breaks_{number} -> {wanted.removesuffix('.db')}" in broken.get(rule, "")
