"""What to do next about one person, and who owes it. The first that applies."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils import formats
from django.utils.translation import gettext as _

from teladan.desk import words
from teladan.desk.person.load import standing_of
from teladan.people.models import Stay
from teladan.rights.models import Case, Step


@dataclass(frozen=True)
class Action:
    """A sentence that says what to do; `alarm` when it is already late; `href` where it is done."""

    text: str
    alarm: bool = False
    href: str = ""


def of_stay(stay: Stay, cases: Iterable[Case], day: date) -> Action:
    """Return the most pressing thing to do."""
    steps = sorted((step for case in cases for step in case.steps.all() if step.state == "open"), key=_pressing)
    return _overstay(stay, day) or _assess(stay) or (_step(steps[0], day) if steps else _wait(stay))


def _pressing(step: Step) -> date:
    return step.due_on or date.max


def _overstay(stay: Stay, day: date) -> Action | None:
    standing = standing_of(stay)
    if stay.released_on or standing is None or standing.release is None or standing.release >= day:
        return None
    when = formats.date_format(standing.release)
    return Action(_("Tanggal bebas sudah lewat (%(day)s). Periksa sekarang.") % {"day": when}, alarm=True)


def _assess(stay: Stay) -> Action | None:
    standing = standing_of(stay)
    if standing is None:
        return Action(_("Belum pernah dihitung: lengkapi putusan dan penahanannya."), href=_sentence(stay))
    if standing.problem:
        return Action(
            _("Tidak dapat dihitung: %(problem)s") % {"problem": standing.problem}, alarm=True, href=_sentence(stay)
        )
    return None


def _sentence(stay: Stay) -> str:
    return reverse("desk:person_sentence", args=[stay.person.uid])


def _step(step: Step, day: date) -> Action:
    late = step.due_on is not None and step.due_on < day
    named = {
        "step": words.step_name(step.kind),
        "right": words.right_name(step.case.right),
        "office": step.get_office_display(),
    }
    text = _("%(step)s untuk %(right)s, oleh %(office)s") % named
    if step.due_on:
        text = f"{text}: {formats.date_format(step.due_on)} ({words.distance_words(step.due_on, day)})"
    return Action(f"{text}.", alarm=late, href=reverse("desk:case", args=[step.case.uid]))


def _wait(stay: Stay) -> Action:
    if stay.released_on:
        return Action(_("Sudah keluar. Tidak ada yang harus dikerjakan."))
    return Action(_("Tidak ada yang harus dikerjakan sekarang. Perkara terbuka sendiri bila suatu hak mendekat."))
