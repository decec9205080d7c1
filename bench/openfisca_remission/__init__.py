"""General and religious remission, the dates, CMB, PB and CB as a country package for OpenFisca-Core.

For the benchmark only. The same facts as Teladan's: a person of OpenFisca is one record of the register (an order of
detention, a remission, a report), the prisoner is their group. Numbers come from Teladan's regulation files, so that
only the machinery is compared; the formulas are NumPy over whole columns, quicker than OpenFisca's helpers for groups.
Left out, and not in the benchmark's people: children, absences, several sentences, pledges, facts that are not known.
"""

from openfisca_core.entities import build_entity
from openfisca_core.taxbenefitsystems import TaxBenefitSystem

RECORD = build_entity(key="record", plural="records", label="A record of the register", is_person=True)
PRISONER = build_entity(
    key="prisoner",
    plural="prisoners",
    label="Somebody inside, as the group of their records",
    roles=[{"key": "entry", "plural": "entries", "label": "A record of this prisoner"}],
)


def system() -> TaxBenefitSystem:
    """Return the rules."""
    from bench.openfisca_remission import dates, inputs, rights  # noqa: PLC0415 - they need the entities above

    made = TaxBenefitSystem([RECORD, PRISONER])
    for module in (inputs, dates, rights):
        made.add_variables(*module.VARIABLES)
    return made
