"""Reads the golden cases and compares an assessment with what a case expects. Only what is named is compared."""

import json
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path

CASES = Path(__file__).parent.parent / "cases"
FAMILIES = tuple(CASES / name for name in ("arithmetic", "changes", "criteria", "notes", "switches"))
PEOPLE = CASES / "people.json"
EXPECTED = {"timeline", "rights", "refused", "notes"}
FIELDS = {"schema", "id", "why", "law", "confidence", "facts", "switches", "expect"}
OF_A_FAMILY = {"schema", "family", "law", "confidence", "cases"}
OF_ITS_CASE = {"id", "why", "law", "confidence", "person", "year", "as_of", "change", "unknown", "switches", *EXPECTED}
OF_A_RIGHT = {"status", "date", "length", "ends", "met", "not_met", "unknown"}


def all_cases() -> list[Path]:
    """The files that hold one case each."""
    return sorted(path for path in CASES.glob("*/*.json") if path.parent not in FAMILIES)


def every_case() -> dict[str, dict]:
    """Every case by its name: FOLDER/ID, and FOLDER/FAMILY/ID for those of a family."""
    return {f"{path.parent.name}/{path.stem}": read(path) for path in all_cases()} | dict(of_families())


def read(path: Path) -> dict:
    """One case. Not of this shape is an error, so that a typing mistake cannot pass by comparing nothing."""
    case = json.loads(path.read_text(encoding="utf-8"))
    assert case["schema"] == 1, f"{path}: schema {case['schema']}"
    assert case["id"] == path.stem, f"{path}: the id is not the file's name"
    assert set(case) <= FIELDS, f"{path}: unknown {set(case) - FIELDS}"
    checked(case, str(path))
    return case


def checked(case: dict, where: str) -> None:
    assert case["why"].strip(), f"{where}: say why"
    assert case["confidence"] in ("A", "B", "C"), f"{where}: confidence"
    assert case["expect"], f"{where}: expects nothing"
    assert set(case["expect"]) <= EXPECTED, f"{where}: unknown {set(case['expect']) - EXPECTED}"
    for right, expected in case["expect"].get("rights", {}).items():
        assert expected, f"{where}: expects nothing of {right}"
        assert set(expected) <= OF_A_RIGHT | {"exactly"}, f"{where}: unknown {set(expected) - OF_A_RIGHT}"


# Families ----------------------------------------------------------------------------------------------------------


def of_families() -> Iterator[tuple[str, dict]]:
    """The cases of each family, written as changes to one of the people."""
    told = json.loads(PEOPLE.read_text(encoding="utf-8"))
    for path in sorted(path for folder in FAMILIES for path in folder.glob("*.json")):
        written = json.loads(path.read_text(encoding="utf-8"))
        assert written["schema"] == 2, f"{path}: schema {written['schema']}"
        assert written["family"] == path.stem, f"{path}: the family is not the file's name"
        assert set(written) == OF_A_FAMILY, f"{path}: {set(written) ^ OF_A_FAMILY}"
        for case in written["cases"]:
            where = f"{path.parent.name}/{path.stem}/{case['id']}"
            assert set(case) <= OF_ITS_CASE, f"{where}: unknown {set(case) - OF_ITS_CASE}"
            yield where, spread(case, written, told, where)


def spread(case: dict, written: dict, told: dict, where: str) -> dict:
    """A case of a family with all its facts; what its rights do not name as failing or open is met."""
    facts = in_year(told["people"][case["person"]]["facts"], case.get("year", told["year"]) - told["year"])
    facts["as_of"] = case["as_of"]
    for name, value in case.get("change", {}).items():
        put(facts, name, value)
    for name in case.get("unknown", []):
        take(facts, name)
    rights = {}
    for names, expected in case.get("rights", {}).items():
        exactly = {"exactly": True, "not_met": [], "unknown": []} if "met" not in expected else {}
        rights |= {name: {**exactly, **expected} for name in names.split()}
    full = {
        "id": case["id"],
        "why": case["why"],
        "law": case.get("law", written["law"]),
        "confidence": case.get("confidence", written["confidence"]),
        "facts": facts,
        "expect": {**{name: case[name] for name in ("timeline", "notes") if name in case}, "rights": rights},
        "changed": list(case.get("change", {})),
        **({"switches": case["switches"]} if "switches" in case else {}),
    }
    checked(full, where)
    return full


def in_year(facts, years: int):
    """The same life so many calendar years later: every date and month of the facts."""
    if isinstance(facts, dict):
        return {name: in_year(value, years) for name, value in facts.items()}
    if isinstance(facts, list):
        return [in_year(value, years) for value in facts]
    if isinstance(facts, str) and facts[:4].isdigit():
        return f"{int(facts[:4]) + years}{facts[4:]}"
    return deepcopy(facts)


def put(facts: dict, name: str, value) -> None:
    holder, last = found(facts, name)
    holder[last] = value


def take(facts: dict, name: str) -> None:
    holder, last = found(facts, name)
    del holder[last]


def found(facts, name: str) -> tuple:
    """The holder of a value written as `sentences.0.offence`, and its place there."""
    *above, last = name.split(".")
    for step in above:
        facts = facts[int(step)] if isinstance(facts, list) else facts[step]
    return facts, int(last) if isinstance(facts, list) else last


# Comparing ---------------------------------------------------------------------------------------------------------


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
    notes = {note["code"] for note in assessment["notes"]}
    return {"timeline": assessment["timeline"], "rights": rights, "notes": notes}


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
    if "notes" in found:
        told += note_differences(expect.get("notes", {}), found["notes"])
    for right, wanted in expect.get("rights", {}).items():
        told += right_differences(right, wanted, found["rights"][right])
    return told


def note_differences(wanted: dict, found: set[str]) -> list[str]:
    """The oracle writes no notes: what a case says of them is asked of the engine only."""
    told = [f"notes: {code} is not among {sorted(found)}" for code in wanted.get("with", []) if code not in found]
    return told + [f"notes: {code} is there" for code in wanted.get("without", []) if code in found]


def right_differences(right: str, wanted: dict, found: dict) -> list[str]:
    told = []
    for name in ("status", "date", "length", "ends"):
        if name in wanted:
            value = in_days(wanted[name]) if name == "length" else wanted[name]
            if value != found[name]:
                told.append(f"{right}.{name}: expected {value}, found {found[name]}")
    if wanted.get("exactly"):
        return told + [
            f"{right}.{name}: expected exactly {sorted(wanted[name])}, found {sorted(found[name])}"
            for name in ("not_met", "unknown")
            if set(wanted[name]) != set(found[name])
        ]
    for name in ("met", "not_met", "unknown"):
        missing = set(wanted.get(name, ())) - found[name]
        if missing:
            told.append(f"{right}.{name}: {sorted(missing)} is not among {sorted(found[name])}")
    return told
