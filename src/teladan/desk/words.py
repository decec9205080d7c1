"""Plain words for the codes of the law and the register: one place, so that every page says the same."""

from collections.abc import Mapping
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext, ngettext
from django.utils.translation import gettext_lazy as _

from teladan.rights.steps import KINDS

Text = str | Promise

RIGHTS: dict[str, Text] = {
    "general_remission": _("Remisi umum"),
    "religious_remission": _("Remisi khusus hari raya"),
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
STATUSES: dict[str, Text] = {
    "eligible": _("Berhak sekarang"),
    "upcoming": _("Menunggu tanggal"),
    "blocked": _("Ada syarat yang belum terpenuhi"),
    "needs_facts": _("Data belum lengkap"),
    "excluded": _("Tidak berlaku untuk perkara ini"),
    "closed": _("Program tidak berjalan"),
}
SHORT_STATUSES: dict[str, Text] = {
    "eligible": _("Berhak"),
    "upcoming": _("Menunggu"),
    "blocked": _("Terhalang"),
    "needs_facts": _("Data kurang"),
    "excluded": _("Tidak berlaku"),
    "closed": _("Ditutup"),
}
# The sign of each confidence mark in words; letters alone tell a reader nothing.
CONFIDENCE: dict[str, Text] = {
    "A": _("Naskah dibaca"),
    "B": _("Dari sumber kedua"),
    "C": _("Belum dipastikan"),
}


def right_name(code: str) -> Text:
    """Return the name of a right; an unknown code is shown as it is rather than hidden."""
    return RIGHTS.get(code, code)


def length_words(days: int | None) -> str:
    """Return a number of days as months of 30 days and days, as decrees do: `1 bulan 15 hari`."""
    if days is None:
        return ""
    return term_words(0, days // 30, days % 30)


def term_words(years: int, months: int, days: int) -> str:
    """Return `2 tahun 6 bulan`; an empty term is `0 hari`."""
    parts = [
        ngettext("%(n)d tahun", "%(n)d tahun", years) % {"n": years} if years else "",
        ngettext("%(n)d bulan", "%(n)d bulan", months) % {"n": months} if months else "",
        ngettext("%(n)d hari", "%(n)d hari", days) % {"n": days} if days or not (years or months) else "",
    ]
    return " ".join(filter(None, parts))


def distance_words(day: date, from_day: date) -> str:
    """Return how far a day is: `hari ini`, `12 hari lagi`, `3 hari lalu`."""
    days = (day - from_day).days
    if days == 0:
        return gettext("hari ini")
    if days > 0:
        return ngettext("%(n)d hari lagi", "%(n)d hari lagi", days) % {"n": days}
    return ngettext("%(n)d hari lalu", "%(n)d hari lalu", -days) % {"n": -days}


# What to look up or write down, for each criterion that waits for a fact. Said as a task, not as a code.
FACTS: dict[str, Text] = {
    "fixed_term": _("Jenis dan lama pidana"),
    "sentence_at_least_six_months": _("Lama pidana"),
    "sentence_at_least_one_year": _("Lama pidana"),
    "sentence_within_limit": _("Lama pidana"),
    "two_thirds_at_least_nine_months": _("Lama pidana"),
    "judgment_final": _("Tanggal putusan berkekuatan hukum tetap"),
    "served_six_months": _("Tanggal mulai ditahan"),
    "served_three_months": _("Tanggal mulai ditahan"),
    "one_third_served": _("Tanggal mulai ditahan dan lama pidana"),
    "half_served": _("Tanggal mulai ditahan dan lama pidana"),
    "two_thirds_served": _("Tanggal mulai ditahan dan lama pidana"),
    "within_leave_length": _("Tanggal mulai ditahan dan lama pidana"),
    "serving_principal_term": _("Tanggal mulai ditahan dan lama pidana"),
    "no_violation_within_3_months": _("Register F belum diperiksa"),
    "no_violation_within_6_months": _("Register F belum diperiksa"),
    "no_violation_within_9_months": _("Register F belum diperiksa"),
    "no_violation_this_year": _("Register F belum diperiksa"),
    "good_conduct_report": _("Rapor pembinaan"),
    "active_in_programme": _("Keikutsertaan dalam program pembinaan"),
    "risk_has_fallen": _("Asesmen risiko"),
    "no_escape": _("Riwayat pelarian belum diperiksa"),
    "one_year_since_revocation": _("Riwayat pencabutan hak belum diperiksa"),
    "not_on_leave": _("Hak integrasi yang sedang dijalani"),
    "cooperated_with_law_enforcement": _("Surat kerja sama dengan penegak hukum"),
    "fine_and_restitution_paid": _("Pembayaran denda dan uang pengganti"),
    "pledge_made": _("Surat ikrar"),
    "merit_recorded": _("Jasa belum diperiksa"),
    "feast_known": _("Agama dalam register"),
    "remission_received": _("Remisi yang sudah diterima belum diperiksa"),
    "offence_not_excluded": _("Jenis perkara dan pasal"),
    "not_special_offence": _("Jenis perkara"),
    "in_a_humanitarian_group": _("Tanggal lahir atau surat dokter"),
    "humanitarian_day_known": _("Hari pemberian untuk pidana sampai satu tahun"),
    "date_before_cutoff": _("Tanggal mulai ditahan dan lama pidana"),
    "grant_day_missed": _("Remisi yang sudah diterima belum diperiksa"),
    "under_eighteen": _("Tanggal lahir"),
    "assimilation_half": _("Asimilasi yang sudah dijalani"),
}


def missing_fact(criterion: str) -> Text:
    """Return what to look up for a criterion; an unnamed one is shown by its code rather than hidden."""
    return FACTS.get(criterion, criterion)


def said(text: Mapping[str, str]) -> str:
    """Return a text of the law's files (`id`, `en`) in the reader's language; Indonesian where English is missing."""
    return text.get(get_language() or "id") or text.get("id", "")


def step_name(kind: str) -> str:
    """Return what a step of a case is called."""
    return said(KINDS[kind]) if kind in KINDS else kind


# Why a right is closed for now, for each criterion that is not met.
UNMET: dict[str, Text] = {
    "fixed_term": _("Pidana seumur hidup atau pidana mati"),
    "sentence_at_least_six_months": _("Pidana kurang dari 6 bulan"),
    "sentence_at_least_one_year": _("Pidana kurang dari 1 tahun"),
    "sentence_within_limit": _("Pidana lebih lama daripada batas untuk hak ini"),
    "two_thirds_at_least_nine_months": _("Dua pertiga masa pidana kurang dari 9 bulan"),
    "judgment_final": _("Putusan belum berkekuatan hukum tetap"),
    "served_six_months": _("Belum menjalani 6 bulan"),
    "served_three_months": _("Belum menjalani 3 bulan"),
    "one_third_served": _("Belum menjalani sepertiga masa pidana"),
    "half_served": _("Belum menjalani setengah masa pidana"),
    "two_thirds_served": _("Belum menjalani dua pertiga masa pidana"),
    "within_leave_length": _("Belum sampai waktunya sebelum ekspirasi"),
    "serving_principal_term": _("Pidana pokok sudah habis pada hari itu"),
    "no_violation_within_3_months": _("Ada pelanggaran dalam 3 bulan terakhir"),
    "no_violation_within_6_months": _("Ada pelanggaran dalam 6 bulan terakhir"),
    "no_violation_within_9_months": _("Ada pelanggaran dalam 9 bulan terakhir"),
    "no_violation_this_year": _("Ada pelanggaran dalam tahun ini"),
    "good_conduct_report": _("Rapor pembinaan terakhir belum baik"),
    "active_in_programme": _("Belum ikut program pembinaan"),
    "risk_has_fallen": _("Tingkat risiko belum turun"),
    "no_escape": _("Pernah melarikan diri dalam 12 bulan terakhir"),
    "one_year_since_revocation": _("Belum setahun sejak hak integrasi dicabut"),
    "not_on_leave": _("Sedang menjalani cuti menjelang bebas"),
    "cooperated_with_law_enforcement": _("Belum ada surat kerja sama dengan penegak hukum"),
    "fine_and_restitution_paid": _("Denda atau uang pengganti belum lunas"),
    "pledge_made": _("Belum berikrar"),
    "merit_recorded": _("Tidak ada jasa yang tercatat dalam setahun terakhir"),
    "feast_known": _("Hari raya tidak diketahui"),
    "remission_received": _("Belum pernah menerima remisi"),
    "offence_not_excluded": _("Jenis perkara ini dikecualikan"),
    "not_special_offence": _("Jenis perkara ini dikecualikan"),
    "in_a_humanitarian_group": _(
        "Bukan lansia di atas 70 tahun, tidak sakit berkepanjangan, pidana lebih dari 1 tahun"
    ),
    "date_before_cutoff": _("Tanggalnya sesudah batas program"),
    "grant_day_missed": _("Tidak ada hari remisi yang terlewat"),
    "under_eighteen": _("Sudah berumur 18 tahun"),
}


def unmet(criterion: str) -> Text:
    """Return why a criterion is not met, in general words; the page of the right has the dates and the article."""
    return UNMET.get(criterion, criterion)
