"""The benchmark's nation through OpenFisca-Core: the simulation, its answers, and where they differ from Teladan's."""

from typing import Any

import numpy as np
from openfisca_core.simulations import SimulationBuilder

from bench.nation_people import AS_OF, Nation
from bench.openfisca_remission import system
from bench.openfisca_remission.dates import NEVER
from bench.openfisca_remission.inputs import LISTS, OF_RECORD
from bench.openfisca_remission.rights import LEAVES, REMISSIONS
from teladan.law.assess import Result
from teladan.law.terms import FAR

DATES = ("start", "expiry_initial", "one_third", "half", "two_thirds", "expiry")
RIGHTS = (*REMISSIONS, *LEAVES)
PERIOD = AS_OF.isoformat()
# The columns of each list of the law, as the columns of a record.
COLUMNS = {
    "detention": {"on": "start", "until": "end", "code": "place"},
    "remissions": {"on": "on", "code": "kind", "amount": "days"},
    "conduct": {"on": "on", "code": "rating"},
    "discipline": {"on": "on", "code": "level"},
    "risk": {"on": "on", "code": "level"},
    "programme": {"on": "start", "until": "until"},
}
Answers = dict[str, Any]


def simulation(nation: Nation) -> Any:
    """Give OpenFisca the nation: every record one of its persons, everybody inside a group."""
    whose, columns = _records(nation)
    builder = SimulationBuilder()
    rules = system()
    builder.create_entities(rules)
    builder.declare_person_entity("record", np.arange(whose.size))
    prisoners = builder.declare_entity("prisoner", np.arange(nation.size))
    builder.join_with_persons(prisoners, whose, roles=np.full(whose.size, "entry"))
    made = builder.build(rules)
    for name, values in (*columns.items(), *_prisoners(nation).items()):
        made.set_input(name, PERIOD, values)
    return made


def _records(nation: Nation) -> tuple[Any, Answers]:
    """Whose each record is, and its columns, by prisoner and day."""
    parts: dict[str, list[Any]] = {name: [] for name in ("whose", *OF_RECORD)}
    for kind, name in enumerate(LISTS):
        row, values = nation.lists[name]
        parts["whose"].append(row)
        parts["kind"].append(np.full(row.size, kind))
        for column in ("on", "until", "code", "amount"):
            default = np.full(row.size, FAR if column == "until" else 0)
            parts[column].append(values.get(COLUMNS[name].get(column, ""), default))
    table = {name: np.concatenate(values) for name, values in parts.items()}
    order = np.lexsort((table["on"], table["whose"]))
    columns = {name: values[order].astype(np.int32) for name, values in table.items()}
    return columns.pop("whose"), columns


def _prisoners(nation: Nation) -> Answers:
    row, sentence = nation.lists["sentences"]

    def of(name: str, empty: int) -> Any:
        found = np.full(nation.size, empty, np.int32)
        found[row] = sentence[name]
        return found

    given = {name: of(name, 0) for name in ("years", "months", "days", "offence")}
    sentenced = np.zeros(nation.size, np.int32)
    sentenced[row] = 1
    owed = (sentence["fine_amount"] > sentence["fine_paid"]).astype(np.int32)
    fine_owed = np.zeros(nation.size, np.int32)
    fine_owed[row] = owed
    given |= {"final_on": of("final_on", FAR), "fine_owed": fine_owed, "sentenced": sentenced}
    return given | {"religion": nation.singles["religion"].astype(np.int32)}


def answers(made: Any) -> Answers:
    """Everything that is asked: the dates, and of each right its date, length and whether on the day."""
    names = ["custody_start" if name == "start" else name for name in DATES] + ["dated"]
    names += [f"{right}_{part}" for right in RIGHTS for part in ("date", "length_days", "eligible")]
    return {name: made.calculate(name, PERIOD) for name in names}


def differences(found: Answers, result: Result) -> dict[str, int]:
    """How many people each answer differs for; a part that agrees is not in it."""
    dated = found["dated"] == 1
    told = {}
    for name in DATES:
        ours = _number(result.timeline[name])
        theirs = found["custody_start" if name == "start" else name]
        told[name] = np.where(dated, ours != theirs, (name != "start") & (ours != NEVER))
    for right in RIGHTS:
        ours = result.rights[right]
        told[f"{right} date"] = _number(ours.date) != found[f"{right}_date"]
        told[f"{right} length"] = (ours.length_days != found[f"{right}_length_days"]) & (right != "parole")
        told[f"{right} eligible"] = (ours.status == 0) != (found[f"{right}_eligible"] == 1)
    return {name: int(wrong.sum()) for name, wrong in told.items() if wrong.any()}


def _number(dates: Any) -> Any:
    return np.where(np.isnat(dates), NEVER, dates.view(np.int64))
