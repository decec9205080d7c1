"""Why a change of the register is refused. Every error says what is wrong and what to do, in both languages."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from teladan.people.problems import Problem, problem


class Refused(Exception):  # noqa: N818 - an answer, not a failure
    """A change that was not made. `problems` has at least one entry; nothing was written."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = list(problems)
        super().__init__(", ".join(problem.code for problem in self.problems))  # codes only: no names in logs

    def by_field(self) -> dict[str, list[Problem]]:
        """Return the problems of each field, for a form; those of a whole row are under the empty name."""
        found: dict[str, list[Problem]] = {}
        for wrong in self.problems:
            found.setdefault(wrong.field, []).append(wrong)
        return found


class Invalid(Refused):
    """The values contradict themselves or the register."""


class Stale(Refused):
    """Somebody changed the row meanwhile. `current` is the row as it is, `changes` what was done since."""

    def __init__(self, current: Any, changes: list[Any]) -> None:
        self.current = current
        self.changes = changes
        who = ", ".join(dict.fromkeys(change.who for change in changes)) or "-"
        super().__init__(
            [
                problem(
                    current,
                    "",
                    "stale",
                    "Data ini diubah oleh {who} setelah Anda membukanya. Bandingkan kedua isian, lalu simpan lagi.",
                    "{who} changed this after you opened it. Compare both versions, then save again.",
                    who=who,
                )
            ]
        )


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody in the register who may be the same person, and why."""

    person: Any
    stay: Any
    because: str


class ProbablySame(Refused):
    """Probably somebody already in the register. May be confirmed with a reason (`not_same_because`)."""

    def __init__(self, candidates: list[Candidate]) -> None:
        self.candidates = candidates
        super().__init__(_same(candidate) for candidate in candidates)


def _same(candidate: Candidate) -> Problem:
    reasons = {
        "case_number": ("nomor perkara sama", "the same case number"),
        "nik": ("NIK sama", "the same national number"),
        "name_and_birth": ("nama mirip dan tanggal lahir sama", "a similar name and the same birth date"),
        "same_name": ("nama sama, tanggal lahir belum lengkap", "the same name, a birth date not known"),
    }
    id_, en = reasons[candidate.because]
    return problem(
        candidate.stay,
        "",
        f"probably_same_{candidate.because}",
        "Mungkin orang yang sama dengan {name} (register {number}): {why}. "
        "Jika memang orang lain, tuliskan alasannya lalu simpan lagi.",
        "Probably the same person as {name} (register {number}): {why_en}. "
        "If this is somebody else, give the reason and save again.",
        name=candidate.person.name,
        number=candidate.stay.register_number if candidate.stay else "-",
        why=id_,
        why_en=en,
    )
