"""The facts of the law that an officer confirms as complete (`Stay.known_lists`)."""

from django.utils.translation import gettext_lazy as _

FACT_LISTS = {
    "detention": _("Penahanan"),
    "sentences": _("Putusan dan pidana"),
    "absences": _("Hari tidak dihitung"),
    "remissions": _("Remisi"),
    "conduct": _("Rapor pembinaan"),
    "discipline": _("Register F"),
    "risk": _("Asesmen risiko"),
    "programme": _("Program pembinaan"),
    "illness": _("Sakit berkepanjangan"),
    "pledge": _("Ikrar"),
    "cooperation": _("Kerja sama dengan penegak hukum"),
    "merits": _("Jasa"),
}
