"""What is given: records with a kind, days, a code and an amount, in the order of their days; facts of the prisoner."""

from typing import Any

from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from bench.openfisca_remission import PRISONER, RECORD

LISTS = ("detention", "remissions", "conduct", "discipline", "risk", "programme")


def given(name: str, entity: Any) -> type[Variable]:
    """A variable without a formula: a whole number that holds for ever."""
    held = {"value_type": int, "entity": entity, "definition_period": DateUnit.ETERNITY, "label": name}
    return type(name, (Variable,), held)


OF_RECORD = ("kind", "on", "until", "code", "amount")
OF_PRISONER = ("religion", "sentenced", "years", "months", "days", "offence", "final_on", "fine_owed")
VARIABLES = [given(name, RECORD) for name in OF_RECORD] + [given(name, PRISONER) for name in OF_PRISONER]
