"""Met, not met, not known. What is not known never counts as met."""

from collections.abc import Iterable

Answer = bool | None


def every(answers: Iterable[Answer]) -> Answer:
    """All must hold: one that fails decides; otherwise one that is not known leaves it open."""
    found = list(answers)
    if any(answer is False for answer in found):
        return False
    return None if any(answer is None for answer in found) else True


def some(answers: Iterable[Answer]) -> Answer:
    """One is enough."""
    return no(every(no(answer) for answer in answers))


def no(answer: Answer) -> Answer:
    return None if answer is None else not answer


def unless(applies: Answer, condition: Answer) -> Answer:
    """Whether a condition that binds only some people is fulfilled."""
    return some([no(applies), condition])
