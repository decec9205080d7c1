"""Both readings of the law beside each other, field by field."""

from tests import golden
from tests.oracle import assess as read_from_the_statute

OUTCOME = ("status", "date", "length", "ends")


def disagreements(facts: dict, told_by_engine: dict) -> list[str]:
    """Every field in which the engine's assessment differs from the oracle's."""
    engine, oracle = golden.flat(told_by_engine), golden.flat_oracle(read_from_the_statute(facts))
    found = [
        f"timeline.{name}: engine {engine['timeline'].get(name)}, oracle {value}"
        for name, value in oracle["timeline"].items()
        if engine["timeline"].get(name) != value
    ]
    if set(engine["rights"]) != set(oracle["rights"]):
        found.append(f"rights: engine {sorted(engine['rights'])}, oracle {sorted(oracle['rights'])}")
    for right in oracle["rights"].keys() & engine["rights"].keys():
        found += of_a_right(right, engine["rights"][right], oracle["rights"][right])
    return sorted(found)


def of_a_right(right: str, engine: dict, oracle: dict) -> list[str]:
    """Of a closed scheme, and of a sentence for life, only the outcome is compared: the conditions bind nobody."""
    outcome_only = oracle["status"] == "closed" or "fixed_term" in engine["not_met"] & oracle["not_met"]
    names = OUTCOME if outcome_only else (*OUTCOME, "not_met", "unknown")
    return [
        f"{right}.{name}: engine {shown(engine[name])}, oracle {shown(oracle[name])}"
        for name in names
        if engine[name] != oracle[name]
    ]


def shown(value):
    return sorted(value) if isinstance(value, set) else value
