"""The locks hold what pyproject.toml and package.json ask for: checked without the network."""

import json
import re
import tomllib
from importlib import metadata

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.house.files import ROOT

PINNED = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^]]*\])?==(\S+)(?: ; (.+?))? \\$", re.MULTILINE)


def pins() -> dict[str, str]:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    return {canonicalize_name(name): version for name, version, _marker in PINNED.findall(lock)}


def asked() -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    groups = [project["dependencies"], *project["optional-dependencies"].values()]
    return [Requirement(line) for group in groups for line in group]


@pytest.mark.parametrize("requirement", asked(), ids=lambda r: r.name)
def test_everything_asked_for_is_pinned(requirement):
    pinned = pins().get(canonicalize_name(requirement.name))
    assert pinned, "not in requirements.lock: run `make lock`"
    assert requirement.specifier.contains(pinned, prereleases=True), f"{pinned} is pinned: run `make lock`"


def test_every_pin_is_installed_as_pinned():
    here = {name: metadata.version(name) for name in pins()}
    assert here == pins(), "run `make install`"


def test_what_the_pins_need_is_pinned_too():
    missing = []
    for requirement in asked():
        missing += _missing(requirement, set())
    assert sorted(set(missing)) == []


def _missing(requirement: Requirement, seen: set[str]) -> list[str]:
    name = canonicalize_name(requirement.name)
    if name not in pins():
        return [name]
    key = f"{name}{sorted(requirement.extras)}"
    if key in seen:
        return []
    seen.add(key)
    needs = [Requirement(line) for line in metadata.requires(name) or []]
    extras = requirement.extras or {""}
    wanted = [n for n in needs if n.marker is None or any(n.marker.evaluate({"extra": e}) for e in extras)]
    return [lost for need in wanted for lost in _missing(need, seen)]


def test_every_pin_carries_hashes():
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\S)", lock.strip())
    assert len(entries) == len(pins())
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_npm_lock_fits_and_names_no_address():
    wanted = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))
    root = lock["packages"][""]
    for group in ("dependencies", "devDependencies"):
        assert root[group] == wanted[group], "run `make lock`"
        for name, version in wanted[group].items():
            assert lock["packages"][f"node_modules/{name}"]["version"] == version
    others = [package for name, package in lock["packages"].items() if name]
    assert all(package["integrity"].startswith("sha512-") for package in others)
    assert not any("resolved" in package for package in others)
