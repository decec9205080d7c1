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


def rooms() -> list[str]:
    return sorted(path.name for path in HOUSE.iterdir() if (path / "__init__.py").exists())


@pytest.mark.parametrize("room", rooms())
def test_every_room_has_its_place_in_the_layers(room):
    layers = next(contract["layers"] for contract in CONTRACTS if contract["id"] == "layers")
    places = " ".join(layers).replace("(", " ").replace(")", " ").split()
    assert f"teladan.{room}" in places


@pytest.fixture(scope="module")
def copy(tmp_path_factory) -> Path:
    place = tmp_path_factory.mktemp("house")
    shutil.copytree(
        HOUSE, place / "teladan", ignore=shutil.ignore_patterns("tests", "templates", "*.toml", "__pycache__")
    )
    shutil.copy(ROOT / "pyproject.toml", place)
    return place


def lint(place: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(  # noqa: S603
        [program, "--no-cache"], cwd=place, env={"PYTHONPATH": str(place)}, capture_output=True, text=True, check=False
    )


def test_the_house_keeps_its_rules(copy):
    done = lint(copy)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("file", "line", "rule"),
    [
        ("law/__init__.py", "import django", "The law is pure"),
        ("law/__init__.py", "import teladan.people.models", "The law is pure"),
        ("people/intake/__init__.py", "from django.db import models", "The intake reads verdicts"),
        ("people/apps.py", "import teladan.rights", "Arrows point one way"),
        ("ledger/apps.py", "import teladan.people", "Arrows point one way"),
        ("rights/apps.py", "import teladan.desk", "Arrows point one way"),
        ("desk/apps.py", "import teladan.site.settings", "Arrows point one way"),
    ],
)
def test_a_forbidden_import_is_refused(copy, file, line, rule):
    path = copy / "teladan" / file
    before = path.read_text(encoding="utf-8")
    path.write_text(f"{line}\n{before}", encoding="utf-8")
    try:
        done = lint(copy)
    finally:
        path.write_text(before, encoding="utf-8")
    assert done.returncode == 1
    broken = [text for text in done.stdout.splitlines() if text.endswith("BROKEN")]
    assert any(text.startswith(rule) for text in broken), done.stdout
