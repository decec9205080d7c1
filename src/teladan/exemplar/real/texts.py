"""The real verdict texts through the intake, and what it read through the law."""

import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from teladan.exemplar.real.law import ONE_DAY
from teladan.law.assess import assess_many
from teladan.law.columns import from_facts
from teladan.law.facts import Facts, FactsError, parse
from teladan.people.intake.files.read import read_path
from teladan.people.intake.messages import UnreadableError
from teladan.people.intake.proposal import propose_verdict

NOT_INSIDE = {"acquitted", "discharged", "probation", "fine_only", "measure"}
SERVED = {"prison", "confinement", "life"}
MONEY = ("fine_rp", "restitution_rp")


@dataclass
class Read:
    """Counts over the texts."""

    files: int = 0
    seconds: float = 0.0
    unreadable: Counter[str] = field(default_factory=Counter)
    unsure: Counter[str] = field(default_factory=Counter)
    ends: Counter[str] = field(default_factory=Counter)
    assessed: int = 0


def run(folder: Path) -> Read:
    """Read every text, then assess all whose sentence was read, in one call."""
    found, people = Read(), []
    for path in sorted(folder.glob("*.txt")):
        start = time.perf_counter()
        proposal = _propose(path, found)
        found.seconds += time.perf_counter() - start
        found.files += 1
        if proposal:
            found.unsure.update(proposal["unsure"])
            people += _facts(proposal, found)
    found.assessed = len(assess_many(from_facts(people), ONE_DAY))
    return found


def _propose(path: Path, found: Read) -> dict[str, Any] | None:
    try:
        return propose_verdict(read_path(path))
    except UnreadableError as error:
        found.unreadable[error.problem.code] += 1
        return None


def _facts(proposal: dict[str, Any], found: Read) -> list[Facts]:
    outcome = proposal["outcome"]["value"]
    if outcome in NOT_INSIDE:
        found.ends["nobody inside: " + outcome.replace("_", " ")] += 1
    elif outcome not in SERVED or (outcome != "life" and not proposal["term"]["value"]):
        found.ends["asked: punishment not read"] += 1
    else:
        try:
            return [parse(_told(proposal, outcome))]
        except FactsError as error:
            found.ends[f"refused by the law: {error.field.split('[')[0]}"] += 1
    return []


def _told(proposal: dict[str, Any], kind: str) -> dict[str, Any]:
    sentence: dict[str, Any] = {"kind": kind} | ({"term": proposal["term"]["value"]} if kind != "life" else {})
    if offence := proposal["offence"]["value"]:
        sentence["offence"] = offence
    for name in MONEY:
        if name not in proposal["unsure"]:
            amount = proposal[name]["value"]
            sentence[name.removesuffix("_rp")] = {"amount_rp": amount} if amount else None
    place = proposal["place"]["value"] or "prison"
    orders = [{"start": order["start"], "end": order["end"], "place": place} for order in proposal["detention"]]
    return {"sentences": [sentence]} | ({"detention": orders} if orders else {})
