"""What can be wrong with a file or a sheet: a code, and what to tell the person in Indonesian and English."""

from dataclasses import dataclass, field
from typing import Any

Language = str


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong; `row` (1 is the header) and `column` say where in a sheet."""

    code: str
    facts: dict[str, Any] = field(default_factory=dict)
    row: int | None = None
    column: str | None = None

    def text(self, language: Language = "en") -> str:
        """Return what is wrong and what to do, in `id` or `en`."""
        said = TEXTS[self.code][language].format(**self.facts)
        return f"{self._place(language)}{said}"

    def _place(self, language: Language) -> str:
        row, column = ("Baris", "kolom") if language == "id" else ("Row", "column")
        if self.row is None:
            return ""
        return f"{row} {self.row}, {column} {self.column}: " if self.column else f"{row} {self.row}: "


class UnreadableError(Exception):
    """A file that cannot be read; `problem` says why."""

    def __init__(self, code: str, **facts: Any) -> None:
        super().__init__(code)
        self.problem = Problem(code, facts)


TEXTS: dict[str, dict[str, str]] = {
    "not_found": {
        "en": "The file cannot be opened: {reason}. Check its name and that you may read it.",
        "id": "Berkas tidak dapat dibuka: {reason}. Periksa nama berkas dan izin membacanya.",
    },
    "empty": {
        "en": "The file is empty. Save the verdict again and choose the new file.",
        "id": "Berkas kosong. Simpan ulang putusan lalu pilih berkas yang baru.",
    },
    "too_large": {
        "en": "The file is {size_mb} MB; at most {limit_mb} MB are accepted. Save only the verdict, without pictures.",
        "id": "Berkas berukuran {size_mb} MB; batasnya {limit_mb} MB. Simpan putusannya saja, tanpa gambar.",
    },
    "too_heavy": {
        "en": "The file asks for far more memory than any verdict or list. Save only the verdict as a new file; in a "
        "list, delete what stands far outside it.",
        "id": "Berkas ini menuntut memori jauh melebihi putusan atau daftar mana pun. Simpan putusannya saja sebagai "
        "berkas baru; pada daftar, hapus isi yang jauh di luar daftar.",
    },
    "too_slow": {
        "en": "Reading the file was given up after {seconds} seconds. Save only the verdict as a new file, without "
        "pictures, or split it.",
        "id": "Pembacaan berkas ini dihentikan sesudah {seconds} detik. Simpan putusannya saja sebagai berkas baru, "
        "tanpa gambar, atau bagi berkasnya.",
    },
    "not_reached": {
        "en": "The file was not read: the files before it used up the {seconds} seconds of one sending. Send it again "
        "with fewer others.",
        "id": "Berkas ini belum dibaca: berkas sebelumnya menghabiskan {seconds} detik untuk sekali kirim. Kirim lagi "
        "bersama lebih sedikit berkas.",
    },
    "too_long": {
        "en": "The text is longer than {most} characters, more than any verdict. Save only the verdict.",
        "id": "Teksnya lebih dari {most} huruf, lebih panjang daripada putusan mana pun. Simpan putusannya saja.",
    },
    "too_far": {
        "en": "The list reaches beyond {rows} rows or {columns} columns. Split it into several files, and delete what "
        "stands outside the list.",
        "id": "Daftar melampaui {rows} baris atau {columns} kolom. Bagi menjadi beberapa berkas, dan hapus isi di luar "
        "daftar.",
    },
    "unknown_type": {
        "en": "The type {ending} is not known. Use PDF, DOCX or TXT for a verdict, XLSX or CSV for a list.",
        "id": "Jenis berkas {ending} tidak dikenal. Pakai PDF, DOCX, atau TXT (putusan), XLSX atau CSV (daftar).",
    },
    "ending_lies": {
        "en": "The name ends in {ending} but the content is {content}. Rename it to {content}, or save it as {ending}.",
        "id": "Nama berkas berakhiran {ending} tetapi isinya {content}. Ganti akhirannya atau simpan ulang.",
    },
    "wrong_encoding": {
        "en": "The text is not in UTF-8 (first bad byte at {position}). Save the file as text in UTF-8.",
        "id": "Teks tidak memakai UTF-8 (bita salah pertama di {position}). Simpan berkas sebagai teks UTF-8.",
    },
    "damaged": {
        "en": "The {content} file is damaged and cannot be opened. Save or download it again.",
        "id": "Berkas {content} rusak dan tidak dapat dibuka. Simpan atau unduh ulang berkasnya.",
    },
    "encrypted": {
        "en": "The file is locked with a password. Save a copy without password.",
        "id": "Berkas terkunci dengan kata sandi. Simpan salinan tanpa kata sandi.",
    },
    "image_only": {
        "en": "The PDF holds pictures only, no text. Ask the court for the text PDF, or run OCR first.",
        "id": "PDF hanya berisi gambar, tanpa teks. Minta PDF teks dari pengadilan, atau jalankan OCR dahulu.",
    },
    "not_a_verdict": {
        "en": "The text does not look like a verdict: neither a case number nor a decision was found. Check the file.",
        "id": "Teks ini bukan putusan: nomor perkara dan amar tidak ditemukan. Periksa berkasnya.",
    },
    "fault": {
        "en": "The file could not be read because of a fault in this program ({reason}). Please report it.",
        "id": "Berkas tidak terbaca karena kesalahan program ({reason}). Mohon laporkan.",
    },
    "is_sheet": {
        "en": "This is a list, not one verdict. Open it under the import of lists.",
        "id": "Ini daftar, bukan satu putusan. Buka lewat impor daftar.",
    },
    "is_not_sheet": {
        "en": "This is not a list. Use XLSX or CSV for a list of verdicts.",
        "id": "Ini bukan daftar. Pakai XLSX atau CSV untuk daftar putusan.",
    },
    "no_rows": {
        "en": "The sheet has no rows under the header. Put one verdict in each row.",
        "id": "Lembar tidak berisi baris di bawah judul kolom. Tulis satu putusan per baris.",
    },
    "no_header": {
        "en": "The first row holds no known column name. Expected at least: {expected}.",
        "id": "Baris pertama tidak berisi nama kolom yang dikenal. Sedikitnya harus ada: {expected}.",
    },
    "missing_column": {
        "en": "The column {name} is missing. Add it to the first row.",
        "id": "Kolom {name} tidak ada. Tambahkan di baris pertama.",
    },
    "unknown_column": {
        "en": "The column name “{name}” is not known. Rename it or take it out; the known names are in the guide.",
        "id": "Nama kolom “{name}” tidak dikenal. Ganti namanya atau hapus; nama yang dikenal ada di panduan.",
    },
    "repeated_column": {
        "en": "The column {name} stands twice in the first row. Keep one.",
        "id": "Kolom {name} ada dua kali di baris pertama. Sisakan satu.",
    },
    "shifted_row": {
        "en": "There are values beyond the last column: the row is shifted. Put each value under its column.",
        "id": "Ada isi di luar kolom terakhir: baris bergeser. Letakkan setiap isi di bawah kolomnya.",
    },
    "missing_value": {
        "en": "The value is missing. Fill it in.",
        "id": "Isinya kosong. Lengkapi.",
    },
    "bad_date": {
        "en": "“{value}” is not a day that exists. Write it as 2017-02-06 or 6 Februari 2017.",
        "id": "“{value}” bukan tanggal yang ada. Tulis seperti 6 Februari 2017 atau 2017-02-06.",
    },
    "date_before": {
        "en": "{value} lies before the detention or the year of the case. Check both dates.",
        "id": "{value} lebih dahulu daripada penahanan atau tahun perkara. Periksa kedua tanggal.",
    },
    "end_before_start": {
        "en": "The end {value} is before the start {start}. Check both dates.",
        "id": "Akhir {value} lebih dahulu daripada awal {start}. Periksa kedua tanggal.",
    },
    "bad_number": {
        "en": "“{value}” is not a whole number of 0 or more. Write figures only.",
        "id": "“{value}” bukan bilangan bulat 0 atau lebih. Tulis angka saja.",
    },
    "zero_term": {
        "en": "The term is 0. Fill in years, months or days, or choose another outcome.",
        "id": "Lama pidana 0. Isi tahun, bulan, atau hari, atau pilih hasil putusan lain.",
    },
    "bad_term": {
        "en": "“{value}” is not a length of time. Write for example: 1 tahun 6 bulan.",
        "id": "“{value}” bukan lama waktu. Tulis misalnya: 1 tahun 6 bulan.",
    },
    "bad_case_number": {
        "en": "“{value}” is not a case number. Write for example: 12/Pid.B/2024/PN Kpg.",
        "id": "“{value}” bukan nomor perkara. Tulis misalnya: 12/Pid.B/2024/PN Kpg.",
    },
    "duplicate_case_number": {
        "en": "The case number {value} already stands in row {first}. Keep one, or correct the number.",
        "id": "Nomor perkara {value} sudah ada di baris {first}. Sisakan satu, atau betulkan nomornya.",
    },
    "unknown_choice": {
        "en": "“{value}” is not one of: {choices}.",
        "id": "“{value}” tidak termasuk: {choices}.",
    },
}
