"""Reads the golden cases and compares an assessment with what a case expects. Only what is named is compared."""

import json
from pathlib import Path

CASES = Path(__file__).parent.parent / "cases"
SCHEMA = 1
FIELDS = {"schema", "id", "why", "law", "confidence", "facts", "switches", "expect"}
EXPECTED = {"timeline", "rights", "refused"}
OF_A_RIGHT = {"status", "date", "length", "ends", "met", "not_met", "unknown"}


def all_cases() -> list[Path]:
    return sorted(CASES.glob("*/*.json"))


def read(path: Path) -> dict:
    """One case. Not of this shape is an error, so that a typing mistake cannot pass by comparing nothing."""
    case = json.loads(path.read_text(encoding="utf-8"))
    assert case["schema"] == SCHEMA, f"{path}: schema {case['schema']}"
    assert case["id"] == path.stem, f"{path}: the id is not the file's name"
    assert set(case) <= FIELDS, f"{path}: unknown {set(case) - FIELDS}"
    assert case["why"].strip(), f"{path}: say why"
    assert case["confidence"] in ("A", "B", "C"), f"{path}: confidence"
    assert case["expect"], f"{path}: expects nothing"
    assert set(case["expect"]) <= EXPECTED, f"{path}: unknown {set(case['expect']) - EXPECTED}"
    for right, expected in case["expect"].get("rights", {}).items():
        assert expected, f"{path}: expects nothing of {right}"
        assert set(expected) <= OF_A_RIGHT, f"{path}: unknown {set(expected) - OF_A_RIGHT}"
    return case


def in_days(length: dict | None) -> int | None:
    """Lengths are compared in days: a year of 360, a month of 30."""
    if length is None:
        return None
    return 360 * length.get("years", 0) + 30 * length.get("months", 0) + length.get("days", 0)


def flat(assessment: dict) -> dict:
    """An assessment of the contract as the oracle tells it: rights by name, lengths in days, criteria by answer."""
    rights = {}
    for found in assessment["rights"]:
        answers = {True: set(), False: set(), None: set()}
        for finding in found["findings"]:
            answers[finding["met"]].add(finding["criterion"])
        rights[found["right"]] = {
            "status": found["status"],
            "date": found["date"],
            "length": in_days(found["length"]),
            "ends": found["ends"],
            "met": answers[True],
            "not_met": answers[False],
            "unknown": answers[None],
        }
    return {"timeline": assessment["timeline"], "rights": rights}


def flat_oracle(told: dict) -> dict:
    """What the oracle says, in the same words; its dates as text."""
    rights = {
        right: {
            "status": found["status"],
            "date": text(found["date"]),
            "length": found["length"],
            "ends": text(found["ends"]),
            "met": found["met"],
            "not_met": found["failed"],
            "unknown": found["unknown"],
        }
        for right, found in told["rights"].items()
    }
    return {"timeline": {name: text(value) for name, value in told["timeline"].items()}, "rights": rights}


def text(value):
    return value.isoformat() if hasattr(value, "isoformat") else value


def differences(expect: dict, found: dict) -> list[str]:
    """Where what was found is not what the case names."""
    told = [
        f"timeline.{name}: expected {wanted}, found {found['timeline'].get(name)}"
        for name, wanted in expect.get("timeline", {}).items()
        if found["timeline"].get(name, "absent") != wanted
    ]
    for right, wanted in expect.get("rights", {}).items():
        told += right_differences(right, wanted, found["rights"][right])
    return told


def right_differences(right: str, wanted: dict, found: dict) -> list[str]:
    told = []
    for name in ("status", "date", "length", "ends"):
        if name in wanted:
            value = in_days(wanted[name]) if name == "length" else wanted[name]
            if value != found[name]:
                told.append(f"{right}.{name}: expected {value}, found {found[name]}")
    for name in ("met", "not_met", "unknown"):
        missing = set(wanted.get(name, ())) - found[name]
        if missing:
            told.append(f"{right}.{name}: {sorted(missing)} is not among {sorted(found[name])}")
    return told
