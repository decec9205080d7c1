"""Names that cannot be a real person's: composed of invented parts, away from the names people there bear."""

import tomllib
from functools import cache
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from teladan.exemplar.demo.chance import Chance

FILE = Path(__file__).parent / "data" / "names.toml"
NEAREST = 2  # letters to change; a name nearer to a real one is refused


@cache
def parts() -> dict[str, list[str]]:
    """Return the parts of names and the real names kept away from, by their keys in `names.toml`."""
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


@cache
def family_names() -> tuple[str, ...]:
    """Return every family name that can be composed."""
    return _compose("family", "real_family")


@cache
def given_names() -> tuple[str, ...]:
    """Return every given name that can be composed."""
    return _compose("given", "real_given")


def full_name(chance: Chance) -> str:
    """Return two given names and a family name, all made up."""
    first, second = chance.one_of(given_names()), chance.one_of(given_names())
    given = first if first == second or chance.happens(0.4) else f"{first} {second}"
    return f"{given} {chance.one_of(family_names())}"


def _compose(kind: str, real: str) -> tuple[str, ...]:
    middles = dict.fromkeys(parts()[f"{kind}_middle"])
    made = (
        first + middle + last
        for first in parts()[f"{kind}_first"]
        for middle in middles
        for last in parts()[f"{kind}_last"]
    )
    known = [name.lower() for name in parts()[real]]
    return tuple(name for name in made if not _near_a_real_name(name.lower(), known))


def _near_a_real_name(name: str, known: list[str]) -> bool:
    return any(Levenshtein.distance(name, other, score_cutoff=NEAREST - 1) < NEAREST for other in known)
