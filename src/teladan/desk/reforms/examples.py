"""Drafts to begin with: made up, to show the form. None of them is law or on its way to be."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _

from teladan.faces.words import Text
from teladan.rights.reforms.compare import month_after

AHEAD = 4  # months until the draft is law
HEAD = """id = "{name}"
from = FIRST
regulation = "{regulation}"
title = {{ id = "{id}", en = "{en}" }}
"""


@dataclass(frozen=True)
class Example:
    """A draft that can be chosen; its days lie ahead of whatever day it is."""

    name: str
    title: Text
    draft: str

    def text(self, day: date) -> str:
        """Return the draft as somebody would write it on this day, law for a year where it ends."""
        first = month_after(day, AHEAD)
        last = month_after(first, 12) - timedelta(days=1)
        return self.draft.replace("FIRST", first.isoformat()).replace("LAST", last.isoformat())


def _example(name: str, title: Text, id_: str, en: str, changes: str) -> Example:
    return Example(name, title, HEAD.format(name=name, regulation="Contoh rancangan", id=id_, en=en) + changes)


_ALL = (
    _example(
        "cb-dua-tahun",
        _("CB untuk pidana sampai dua tahun"),
        "CB untuk pidana sampai dua tahun",
        "CB for terms of up to two years",
        '\n[[change]]\nrule = "conditional_leave"\nset = { longest_term_days = 720, longest_days = 270 }\n',
    ),
    _example(
        "tangga-tahun-kalender",
        _("Besaran remisi menurut tahun kalender"),
        "Besaran remisi menurut tahun menjalani, bukan menurut remisi yang diterima",
        "Remission by the year of serving, not by the remissions received",
        '\n[[change]]\nrule = "general_remission"\nset = { ladder = "calendar_year" }\n'
        '\n[[change]]\nrule = "religious_remission"\nset = { ladder = "calendar_year" }\n',
    ),
    _example(
        "asimilasi-rumah",
        _("Asimilasi di rumah dibuka lagi"),
        "Asimilasi di rumah dibuka lagi selama satu tahun",
        "Assimilation at home opens again for a year",
        '\n[[change]]\nrule = "home_assimilation"\nuntil = LAST\nset = { cutoff = LAST }\n',
    ),
    _example(
        "permenimipas-baru",
        _("Peraturan baru: masa tanpa pelanggaran lebih panjang"),
        "Peraturan baru tentang PB, CMB dan CB: masa tanpa pelanggaran satu tahun",
        "A new regulation on parole and leaves: a year without violations",
        "".join(
            f'\n[[change]]\nrule = "{right}"\narticle = "-"\nset = {{ window_days = 360, window_special_days = 360 }}\n'
            for right in ("parole", "pre_release_leave", "conditional_leave")
        ),
    ),
)
EXAMPLES = {each.name: each for each in _ALL}
