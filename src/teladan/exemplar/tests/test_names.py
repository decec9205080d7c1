"""Made-up names are nobody's."""

from pathlib import Path

from rapidfuzz.distance import Levenshtein

from teladan.exemplar.demo import names
from teladan.exemplar.demo.chance import Chance

# Written apart from `names.toml`: clan and family names borne on Timor, Rote, Sabu, Sumba, Flores and Alor.
BORNE = (Path(__file__).parent / "borne_names.txt").read_text(encoding="utf-8").split()


def test_no_family_name_is_borne_there() -> None:
    borne = {name.lower() for name in BORNE}
    assert not [name for name in names.family_names() if name.lower() in borne]


def test_every_family_name_is_two_letters_away_from_those_kept_away_from() -> None:
    real = [name.lower() for name in names.parts()["real_family"]]
    for name in names.family_names():
        assert all(Levenshtein.distance(name.lower(), other) >= 2 for other in real), name


def test_a_real_name_among_the_parts_would_be_refused(monkeypatch) -> None:
    parts = names.parts() | {
        "family_first": ["Nuba"],
        "family_middle": [""],
        "family_last": ["tonis", "tonik", "zzzoi"],
    }
    monkeypatch.setattr(names, "parts", lambda: parts)
    assert names._compose("family", "real_family") == ("Nubazzzoi",)


def test_enough_names_for_five_thousand_people() -> None:
    made = [names.full_name(Chance(1, slot)) for slot in range(5000)]
    assert len(set(made)) > 4900
    assert all(made)
