"""Names sound alike and are written differently: `Soeharto`, `Suharto`; `Djaelani`, `Jaelani`."""

import re
import unicodedata

# Old (Van Ophuijsen) and new spelling, and letters that clerks exchange.
SAME = (
    ("oe", "u"),
    ("dj", "j"),
    ("tj", "c"),
    ("sj", "sy"),
    ("nj", "ny"),
    ("ph", "f"),
    ("th", "t"),
    ("ch", "h"),
    ("kh", "h"),
    ("ie", "i"),
    ("x", "ks"),
)
LETTERS = str.maketrans({"y": "i", "v": "f", "q": "k", "z": "s"})
TITLES = {"alias", "als", "bin", "binti", "bn", "bt"}
NOT_LETTER = re.compile(r"[^a-z0-9]+")
DOUBLED = re.compile(r"([a-z])\1+")


def fold(name: str) -> str:
    """Return the name in lower case without accents, patronymic words or spelling variants."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = [word for word in NOT_LETTER.sub(" ", plain.replace("'", "")).split() if word not in TITLES]
    return " ".join(_fold_word(word) for word in words)


def _fold_word(word: str) -> str:
    for old, new in SAME:
        word = word.replace(old, new)
    return DOUBLED.sub(r"\1", word.translate(LETTERS))
