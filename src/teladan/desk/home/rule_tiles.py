"""Tiles about the law itself: what nobody has confirmed, what was confirmed for words that have changed."""

from collections import Counter
from datetime import date

from django.utils.translation import gettext as _

from teladan.desk.home.tile import Tile, listed, pressing
from teladan.faces.manual.version import sureness
from teladan.law.manual import versions
from teladan.rights.confirmations import last_by_rule


def unsure(day: date) -> list[Tile]:
    """Count the versions in force on a day that a lawyer should read, and those of every time."""
    rows = last_by_rule()
    told = [(sureness(version, rows.get(name)), version.runs_on(day)) for name, (_rule, version) in versions().items()]
    count = Counter(told)
    now, ever = count["open", True], count["open", True] + count["open", False]
    earlier = count["earlier", True] + count["earlier", False]
    return [
        Tile(
            now,
            _("Aturan berlaku yang belum dipastikan"),
            listed("rules_search", "?kepastian=open"),
            "",
            _("Baca naskahnya, lalu pastikan."),
        ),
        Tile(
            earlier,
            _("Dipastikan untuk bunyi yang lama"),
            listed("rules_search", "?kepastian=earlier&masa=semua"),
            pressing(earlier),
            _("Baca bunyi yang baru, lalu pastikan lagi."),
        ),
        Tile(ever, _("Belum dipastikan, semua masa"), listed("rules_search", "?kepastian=open&masa=semua")),
    ]
