"""Which facts are missing for one person: the names that a finding shows."""

from collections.abc import Callable, Iterable
from typing import Final

from teladan.law.codes import OFFENCES
from teladan.law.columns import LISTS
from teladan.law.sentence import LIFE, NOT_KNOWN
from teladan.law.situation import Situation


def missing(s: Situation, row: int, facts: Iterable[str]) -> list[str]:
    """The facts among these that are not known for a person."""
    return [name for name in facts if _is_missing(s, row, name)]


def nothing_pronounced(s: Situation, row: int) -> bool:
    """Whether it is known that no sentence has been pronounced yet."""
    return bool(s.list("sentences").known[row]) and not _any_sentence(lambda *_: True)(s, row)


def _is_missing(s: Situation, row: int, name: str) -> bool:
    if name in LISTS:
        return not s.list(name).known[row]
    if name == "assimilation":
        return True  # not among the facts of the contract
    return _TESTS[name](s, row)


def _any_sentence(test: Callable[[Situation, int, int], bool]) -> Callable[[Situation, int], bool]:
    def found(s: Situation, row: int) -> bool:
        lists = s.list("sentences")
        return any(lists["kind"][k][row] != -2 and test(s, k, row) for k in range(lists.depth))

    return found


def _state(column: str) -> Callable[[Situation, int], bool]:
    return _any_sentence(lambda s, k, row: bool(s.list("sentences")[column][k][row] == NOT_KNOWN))


def _term(s: Situation, k: int, row: int) -> bool:
    lists = s.list("sentences")
    return bool(lists["term_known"][k][row] == 0 and lists["kind"][k][row] < LIFE)


def _articles(s: Situation, k: int, row: int) -> bool:
    lists = s.list("sentences")
    by_article = (OFFENCES.index("murder"), OFFENCES.index("child_protection"))
    return bool(lists["articles"][k][row] == 0 and lists["offence"][k][row] in by_article)


def _paid(s: Situation, k: int, row: int) -> bool:
    lists = s.list("sentences")
    return any(
        lists[f"{money}_state"][k][row] > 0 and lists[f"{money}_paid"][k][row] < 0 for money in ("fine", "restitution")
    )


_TESTS: Final[dict[str, Callable[[Situation, int], bool]]] = {
    "sentences.kind": _state("kind"),
    "sentences.term": _any_sentence(_term),
    "sentences.final_on": _state("final_state"),
    "sentences.offence": _state("offence"),
    "sentences.articles": _any_sentence(_articles),
    "sentences.fine": _state("fine_state"),
    "sentences.restitution": _state("restitution_state"),
    "sentences.paid_rp": _any_sentence(_paid),
    "illness": lambda s, row: bool(s.single("illness_state")[row] < 0),
    "pledge": lambda s, row: bool(s.single("pledge_state")[row] < 0),
    "cooperation": lambda s, row: bool(s.single("cooperation_state")[row] < 0),
    "person.birth_date": lambda s, row: not s.birth_known[row],
    "person.religion": lambda s, row: bool(s.single("religion")[row] < 0),
    "person.nationality": lambda s, row: bool(s.single("citizen")[row] < 0),
}
