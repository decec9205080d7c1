"""Met, not met, not known. What is not known never counts as met."""

from collections.abc import Iterable

Answer = bool | None


def every(answers: Iterable[Answer]) -> Answer:
    """All must hold: one that fails decides; otherwise one that is not known leaves it open."""
    found: Answer = True
    for answer in answers:
        if answer is False:
            return False
        found = found and answer
    return found


def some(answers: Iterable[Answer]) -> Answer:
    """One is enough."""
    found: Answer = False
    for answer in answers:
        if answer:
            return True
        found = None if answer is None else found
    return found


def no(answer: Answer) -> Answer:
    return None if answer is None else not answer


def unless(applies: Answer, condition: Answer) -> Answer:
    """Whether a condition that binds only some people is fulfilled."""
    return some([no(applies), condition])
