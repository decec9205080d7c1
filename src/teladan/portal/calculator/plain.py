"""The calculator's fields in the words of a family. What is not here keeps the words of the desk."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from teladan.faces.calculator.fields import DAY_HINT
from teladan.faces.calculator.sheet import Sheet
from teladan.people.models.verdict import Sentence

SURE = _("Saya tahu pasti: tidak ada")
NOT_YET = _("Belum ada putusan, atau tidak tahu")
# Form, field: the question, and what helps to answer it.
WORDS: dict[tuple[str, str], tuple[Promise, Promise | str]] = {
    ("PersonForm", "birth_date"): (_("Tanggal lahir"), ""),
    ("PersonForm", "religion"): (_("Agama"), _("Menentukan hari raya untuk remisi khusus.")),
    ("PersonForm", "as_of"): (_("Hitung untuk tanggal"), DAY_HINT),
    ("DetentionForm", "start"): (_("Kapan mulai ditahan?"), DAY_HINT),
    ("DetentionForm", "end"): (_("Sampai kapan? Kosongkan bila masih di dalam"), ""),
    ("DetentionForm", "place"): (_("Ditahan di mana?"), ""),
    ("SentenceForm", "kind"): (_("Hukumannya apa?"), ""),
    ("SentenceForm", "offence"): (_("Perkaranya apa?"), ""),
    ("SentenceForm", "final"): (_("Putusannya sudah tetap (inkrah)?"), _("Tidak ada banding atau kasasi lagi.")),
    ("SentenceForm", "final_on"): (_("Tetap sejak"), DAY_HINT),
    ("SentenceForm", "articles"): (_("Pasal dalam putusan"), _("misalnya KUHP:363, dipisah koma")),
    ("SentenceForm", "fine"): (_("Apakah ada denda?"), ""),
    ("SentenceForm", "restitution"): (_("Apakah ada uang pengganti?"), ""),
    ("RemissionForm", "kind"): (_("Remisi apa?"), ""),
    ("RemissionForm", "granted_on"): (_("Berlaku sejak"), ""),
    ("AbsenceForm", "reason"): (_("Mengapa di luar?"), ""),
    ("ReportForm", "rating"): (_("Nilai rapornya"), ""),
    ("DisciplineForm", "level"): (_("Hukuman disiplin apa?"), ""),
}


def in_plain_words(sheet: Sheet) -> Sheet:
    """Give the sheet's fields the words of a family; the fields, and what is done with them, stay the same."""
    for form in sheet.forms:
        for name, field in form.fields.items():
            if (words := WORDS.get((type(form).__name__, name))) is not None:
                field.label, field.help_text = words  # type: ignore[assignment]
    for each in sheet.lists:
        each.checked.fields["none"].label = SURE
    _sentence_first(sheet)
    return sheet


def _sentence_first(sheet: Sheet) -> None:
    """Most families come with a prison sentence: it stands there already, and can be taken away."""
    kind = sheet.rows("sentences")[0].fields["kind"]
    kind.initial = "prison"
    kind.widget.choices = [("", NOT_YET), *Sentence.Kind.choices]
