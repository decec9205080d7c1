"""What the parameters of the regulation files mean, in words. The values come from the files."""

from datetime import date
from typing import Any

from django.utils import formats
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from teladan.desk import words

NUMBERS: dict[str, str | Promise] = {
    "month": _("Bulan pemberian"),
    "day": _("Tanggal pemberian"),
    "every_years": _("Setiap berapa tahun"),
    "year_ends_in": _("Tahun yang berakhir dengan angka"),
    "first_days": _("Pemberian pertama sebelum setahun (hari)"),
    "first_full_year_days": _("Pemberian pertama sesudah setahun (hari)"),
    "full_year_days": _("Setahun dihitung (hari)"),
    "later_days": _("Pemberian kedua dan seterusnya (hari)"),
    "part_of_term": _("Bagian pidana: satu per"),
    "half_part": _("Setengah remisi umum: satu per"),
    "half_for": _("Setengah untuk jasa"),
    "third_part": _("Sepertiga remisi umum: satu per"),
    "third_for": _("Sepertiga untuk jasa"),
    "merit_years": _("Jasa dalam berapa tahun terakhir"),
    "longest_days": _("Paling lama (hari)"),
    "longest_special_days": _("Paling lama untuk tindak pidana khusus (hari)"),
    "longest_term_days": _("Pidana paling lama (hari)"),
    "short_term_days": _("Pidana pendek sampai (hari)"),
    "length_days": _("Lama (hari)"),
    "window_days": _("Tanpa hukuman disiplin selama (hari)"),
    "window_special_days": _("Tanpa hukuman disiplin, tindak pidana khusus (hari)"),
    "window_child_days": _("Tanpa hukuman disiplin, anak (hari)"),
    "served_more_than_days": _("Sudah menjalani lebih dari (hari)"),
    "nine_months_for": _("Dua pertiga paling sedikit sembilan bulan, berlaku untuk"),
    "cutoff": _("Tanggal hak paling lambat"),
    "probation_years": _("Masa percobaan sesudah ekspirasi (tahun)"),
    "confucian_from": _("Imlek diakui sejak"),
    "older_than_years": _("Berumur lebih dari (tahun)"),
    "age_month": _("Bulan pemberian untuk lansia"),
    "age_day": _("Tanggal pemberian untuk lansia"),
    "illness_month": _("Bulan pemberian untuk yang sakit"),
    "illness_day": _("Tanggal pemberian untuk yang sakit"),
    "by_switch": _("Dapat diubah dengan sakelar"),
    "new_track_only": _("Hanya untuk putusan tetap sejak 12 November 2012"),
    "worst": _("Penilaian paling rendah"),
    "days": _("Batas (hari)"),
    "articles": _("Pasal ikut diperiksa"),
    "months": _("Jangka waktu (bulan)"),
    "within_days": _("Dalam waktu (hari)"),
    "longer_than_days": _("Lebih lama dari (hari)"),
    "years": _("Jangka waktu (tahun)"),
    "times": _("Sebanyak (kali)"),
}
VALUES: dict[Any, str | Promise] = {
    True: _("ya"),
    False: _("tidak"),
    "everyone": _("semua"),
    "special": _("tindak pidana khusus"),
    "good": _("baik"),
    "very_good": _("sangat baik"),
    "state_service": _("jasa kepada negara"),
    "humanity": _("kegunaan bagi negara atau kemanusiaan"),
    "blood_donor": _("donor darah"),
    "justice_collaborator": _("saksi pelaku yang bekerja sama"),
    "helper": _("pemuka"),
}


def described(name: str, value: Any) -> str:
    """Return a parameter in words: `Paling lama (hari): 90`. A name without words is shown as it is."""
    return f"{NUMBERS.get(name, name)}: {_value(value)}"


def _value(value: Any) -> str:
    if isinstance(value, date):
        return formats.date_format(value)
    if isinstance(value, list):
        return ", ".join(_value(each) for each in value)
    if isinstance(value, dict):
        return words.said(value)
    # 1 == True: a number must not be read as yes.
    return str(VALUES.get(value, value)) if isinstance(value, bool | str) else str(value)
