"""Why somebody leaves (`Stay.release_kind`)."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from teladan.people.models import Movement


@dataclass(frozen=True, slots=True)
class ReleaseKind:
    """Its label, and the movement it is recorded as."""

    label: Any
    movement: str = Movement.Kind.RELEASE


RELEASE_KINDS = {
    "expiry": ReleaseKind(_("Bebas murni, habis pidana")),
    "parole": ReleaseKind(_("Pembebasan bersyarat"), Movement.Kind.LEAVE),
    "pre_release_leave": ReleaseKind(_("Cuti menjelang bebas"), Movement.Kind.LEAVE),
    "conditional_leave": ReleaseKind(_("Cuti bersyarat"), Movement.Kind.LEAVE),
    "home_assimilation": ReleaseKind(_("Asimilasi di rumah"), Movement.Kind.LEAVE),
    "by_law": ReleaseKind(_("Bebas demi hukum")),
    "acquitted": ReleaseKind(_("Bebas atau lepas menurut putusan")),
    "pardon": ReleaseKind(_("Grasi, amnesti, atau abolisi")),
    "custody_lifted": ReleaseKind(_("Penahanan dialihkan atau ditangguhkan")),
    "transfer": ReleaseKind(_("Pindah ke lembaga lain"), Movement.Kind.TRANSFER),
    "death": ReleaseKind(_("Meninggal dunia"), Movement.Kind.DEATH),
}
