"""Which rights there are and how each arrives: by itself, on a common day, or out of the gate."""

from django.utils.translation import gettext_lazy as _

RIGHT_NAMES = {
    "general_remission": _("Remisi umum"),
    "religious_remission": _("Remisi khusus"),
    "additional_remission": _("Remisi tambahan"),
    "decade_remission": _("Remisi dasawarsa"),
    "humanitarian_remission": _("Remisi kemanusiaan"),
    "late_remission": _("Remisi susulan"),
    "child_reduction": _("Pengurangan masa pidana anak"),
    "assimilation": _("Asimilasi"),
    "home_assimilation": _("Asimilasi di rumah"),
    "family_leave": _("Cuti mengunjungi keluarga"),
    "parole": _("Pembebasan bersyarat"),
    "pre_release_leave": _("Cuti menjelang bebas"),
    "conditional_leave": _("Cuti bersyarat"),
}

# Made for everybody at once by the remission day.
ON_A_COMMON_DAY = (
    "general_remission",
    "religious_remission",
    "additional_remission",
    "decade_remission",
    "child_reduction",
)
# Opened one by one when their day approaches; each grant has a day of its own.
GRANTS_ONE_BY_ONE = ("humanitarian_remission", "late_remission")
LEAVES = (
    "assimilation",
    "home_assimilation",
    "family_leave",
    "parole",
    "pre_release_leave",
    "conditional_leave",
)
OPENING_BY_THEMSELVES = (*GRANTS_ONE_BY_ONE, *LEAVES)
# Whoever has one of these has left; a second one has no object.
LEAVING_FOR_GOOD = ("parole", "pre_release_leave", "conditional_leave", "home_assimilation")


def is_remission(right: str) -> bool:
    """Return whether granting this right shortens the term."""
    return right in ON_A_COMMON_DAY or right in GRANTS_ONE_BY_ONE
