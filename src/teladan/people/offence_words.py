"""What officers call an offence, in Indonesian and English."""

from rapidfuzz import fuzz, process

from teladan.people.models import Offence
from teladan.people.spelling import fold

WORDS: dict[Offence, str] = {
    Offence.NARCOTICS: "narkotika narkoba sabu ganja drugs narcotics",
    Offence.CORRUPTION: "korupsi tipikor suap corruption bribery",
    Offence.TERRORISM: "terorisme teroris terrorism",
    Offence.STATE_SECURITY: "makar keamanan negara state security treason",
    Offence.HUMAN_RIGHTS: "pelanggaran ham human rights",
    Offence.TRANSNATIONAL: "transnasional perdagangan orang transnational trafficking",
    Offence.SEXUAL: "kesusilaan asusila perkosaan pencabulan cabul sexual rape",
    Offence.CHILD_PROTECTION: "perlindungan anak child protection",
    Offence.MURDER: "pembunuhan bunuh murder homicide",
    Offence.ROBBERY: "perampokan rampok begal curas robbery",
    Offence.THEFT: "pencurian curi curat curanmor theft stealing",
    Offence.FRAUD: "penipuan penggelapan tipu gelap fraud embezzlement",
    Offence.ASSAULT: "penganiayaan aniaya pengeroyokan assault",
    Offence.TRAFFIC: "lalu lintas kecelakaan traffic accident",
}
IGNORED = {"negara", "anak", "orang", "state", "child", "human", "lalu", "lintas"}  # alone they say too little
ALIKE = 88

_CODES: dict[str, Offence] = {
    fold(word): code for code, words in WORDS.items() for word in words.split() if word not in IGNORED
}
_PHRASES: dict[str, Offence] = {
    fold(phrase): code
    for phrase, code in {
        "perlindungan anak": Offence.CHILD_PROTECTION,
        "keamanan negara": Offence.STATE_SECURITY,
        "lalu lintas": Offence.TRAFFIC,
        "perdagangan orang": Offence.TRANSNATIONAL,
    }.items()
}


def offences_named(text: str) -> set[Offence]:
    """Return the offences a search text names, a slip of the pen allowed; none for a name of a person."""
    folded = fold(text)
    for phrase, code in _PHRASES.items():
        if phrase in folded:
            return {code}
    found = (process.extractOne(word, _CODES.keys(), scorer=fuzz.ratio, score_cutoff=ALIKE) for word in folded.split())
    return {_CODES[match[0]] for match in found if match}
