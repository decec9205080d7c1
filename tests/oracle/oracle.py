"""Facts in, dates and rights out: the whole of the second reading."""

from tests.oracle import leaves, remissions
from tests.oracle.late import late_remission
from tests.oracle.person import Person
from tests.oracle.timeline import timeline

RIGHTS = (
    remissions.general_remission,
    remissions.religious_remission,
    remissions.additional_remission,
    remissions.decade_remission,
    remissions.humanitarian_remission,
    late_remission,
    remissions.child_reduction,
    *leaves.LEAVES,
)


def assess(facts: dict, switches: dict | None = None) -> dict:
    """The contract's assessment: dates as `date`, lengths in days, criteria met, not met or not known by name."""
    person = Person(facts, switches)
    rights = [right(person).told(person.as_of) for right in RIGHTS]
    return {
        "as_of": person.as_of,
        "timeline": timeline(person),
        "rights": {found["right"]: found for found in rights},
    }
