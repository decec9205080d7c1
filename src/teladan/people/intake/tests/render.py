"""Made-up verdicts from facts, in the shapes that courts and research extracts have. People and cases are invented."""

import datetime as dt
from dataclasses import dataclass, field

from teladan.people.intake.words import spelt

MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November",
    "Desember",
)  # fmt: skip
DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
WHO = {
    "investigator": "Penyidik",
    "prosecutor_extension": "Penyidik Perpanjangan oleh Penuntut Umum",
    "prosecutor": "Penuntut Umum",
    "court": "Majelis Hakim Pengadilan Negeri {court}",
    "court_extension": "Perpanjangan oleh Ketua Pengadilan Negeri {court}",
    "high_court_extension": "Perpanjangan pertama oleh Ketua Pengadilan Tinggi",
}
KINDS = {"prison": "penjara", "confinement": "kurungan"}
OFFENCES = {
    "theft": ("Pencurian dalam keadaan memberatkan", "363 ayat (1) ke-4 KUHP", "KUHP:363(1) ke-4"),
    "robbery": ("Pencurian dengan kekerasan", "365 ayat (2) ke-2 KUHP", "KUHP:365(2) ke-2"),
    "fraud": ("Penggelapan dalam jabatan", "374 KUHP", "KUHP:374"),
    "assault": ("Penganiayaan yang mengakibatkan luka berat", "351 ayat (2) KUHP", "KUHP:351(2)"),
    "murder": ("Pembunuhan", "338 KUHP", "KUHP:338"),
    "narcotics": (
        "tanpa hak menguasai Narkotika Golongan I bukan tanaman",
        "112 ayat (1) Undang-Undang Republik Indonesia Nomor 35 Tahun 2009 tentang Narkotika",
        "UU 35/2009:112(1)",
    ),
    "traffic": (
        "mengemudikan kendaraan bermotor yang karena kelalaiannya mengakibatkan kecelakaan lalu lintas",
        "310 ayat (4) UU RI No. 22 Tahun 2009",
        "UU 22/2009:310(4)",
    ),
    "other": ("turut serta dalam permainan judi", "303 ayat (1) ke-2 KUHP", "KUHP:303(1) ke-2"),
}
Order = tuple[str, dt.date, dt.date]


@dataclass(frozen=True)
class Facts:
    """What a verdict is made to say."""

    number: int = 47
    year: int = 2018
    chamber: str = "Pid.B"
    court: str = "Kupang"
    code: str = "Kpg"
    offence: str = "theft"
    term: dict[str, int] | None = field(default_factory=lambda: {"years": 1, "months": 6, "days": 0})
    kind: str = "prison"
    fine_rp: int | None = None
    substitute: tuple[str, int] | None = None
    orders: tuple[Order, ...] = (
        ("investigator", dt.date(2018, 2, 5), dt.date(2018, 2, 24)),
        ("prosecutor", dt.date(2018, 4, 2), dt.date(2018, 4, 21)),
        ("court", dt.date(2018, 4, 16), dt.date(2018, 5, 15)),
    )
    decided: dt.date = dt.date(2018, 5, 8)
    pronounced: dt.date | None = None
    operative: str | None = None


def day(date: dt.date) -> str:
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def rupiah(value: int) -> str:
    return f"Rp{value:,}".replace(",", ".") + f",00 ({spelt(value)} rupiah)"


def length(parts: dict[str, int]) -> str:
    names = {"years": "tahun", "months": "bulan", "days": "hari"}
    said = [f"{parts[unit]} ({spelt(parts[unit])}) {name}" for unit, name in names.items() if parts[unit]]
    return " dan ".join(said)


def operative(facts: Facts) -> str:
    """Write the operative part, numbered."""
    if facts.operative is not None:
        return facts.operative
    name = OFFENCES[facts.offence][0]
    return (
        "1. Menyatakan Terdakwa RAMA CONTOH terbukti secara sah dan meyakinkan bersalah melakukan tindak pidana "
        f"“{name}” sebagaimana dalam dakwaan tunggal;\n2. Menjatuhkan pidana kepada Terdakwa oleh karena itu dengan "
        f"{punishment(facts)};\n3. Menetapkan masa penangkapan dan penahanan yang telah dijalani Terdakwa dikurangkan "
        "seluruhnya dari pidana yang dijatuhkan;\n4. Menetapkan Terdakwa tetap ditahan;\n"
        "5. Membebankan kepada Terdakwa membayar biaya perkara sejumlah Rp5.000,00 (lima ribu rupiah);\n"
    )


def punishment(facts: Facts) -> str:
    said = f"pidana {KINDS[facts.kind]} selama {length(facts.term)}" if facts.term else ""
    if facts.fine_rp is None:
        return said
    said += f"{' dan ' if said else ''}pidana denda sejumlah {rupiah(facts.fine_rp)}"
    if facts.substitute:
        kind, months = facts.substitute
        said += (
            " dengan ketentuan apabila denda tersebut tidak dibayar maka diganti dengan pidana "
            f"{KINDS[kind]} selama {length({'years': 0, 'months': months, 'days': 0})}"
        )
    return said


def custody(facts: Facts) -> str:
    lines = [
        f"{index}. {WHO[who].format(court=facts.court)} sejak tanggal {day(start)} sampai dengan tanggal {day(end)};"
        for index, (who, start, end) in enumerate(facts.orders, 1)
    ]
    return "\n".join(lines)


def closing(facts: Facts) -> str:
    decided = f"pada hari {DAYS[facts.decided.weekday()]}, tanggal {day(facts.decided)}"
    spoken = "pada hari itu juga"
    if facts.pronounced:
        spoken = f"pada hari {DAYS[facts.pronounced.weekday()]}, tanggal {day(facts.pronounced)}"
    return (
        f"Demikianlah diputuskan dalam sidang permusyawaratan Majelis Hakim Pengadilan Negeri {facts.court}, "
        f"{decided}, oleh Hakim Contoh, S.H., Hakim Ketua, yang diucapkan dalam sidang terbuka untuk umum {spoken} "
        "oleh Hakim Ketua dengan didampingi para Hakim Anggota."
    )


def as_issued(facts: Facts) -> str:
    """Write a verdict as a court issues it: demand, charge and reasons before the operative part."""
    article = OFFENCES[facts.offence][1]
    case = f"{facts.number}/{facts.chamber}/{facts.year}/PN {facts.code}"
    return (
        f"P U T U S A N\nNomor {case}\n\nDEMI KEADILAN BERDASARKAN KETUHANAN YANG MAHA ESA\n\n"
        f"Pengadilan Negeri {facts.court} yang mengadili perkara pidana dengan acara pemeriksaan biasa dalam tingkat "
        "pertama menjatuhkan putusan sebagai berikut dalam perkara Terdakwa:\nNama lengkap : RAMA CONTOH;\n"
        "Umur/Tanggal lahir : 30 tahun / 1 Januari 1988;\n\n"
        f"Terdakwa ditahan dalam Rumah Tahanan Negara oleh:\n{custody(facts)}\n\n"
        "Pengadilan Negeri tersebut;\nSetelah membaca Penetapan Ketua Pengadilan tanggal 3 Januari 2018;\n"
        "Setelah mendengar tuntutan pidana Penuntut Umum yang pada pokoknya sebagai berikut:\n"
        "1. Menyatakan Terdakwa bersalah melakukan tindak pidana sebagaimana dakwaan;\n"
        "2. Menjatuhkan pidana terhadap Terdakwa dengan pidana penjara selama 9 (sembilan) tahun 9 (sembilan) bulan "
        f"dan denda Rp9.000.000,00 (sembilan juta rupiah) subsidair 9 (sembilan) bulan kurungan;\n\n"
        "Menimbang, bahwa Terdakwa didakwa karena pada hari Sabtu tanggal 6 Januari 2018 di Kota Kupang;\n"
        f"Mengingat, Pasal {article}, serta Undang-Undang Nomor 8 Tahun 1981 tentang Hukum Acara Pidana;\n\n"
        f"M E N G A D I L I :\n\n{operative(facts)}\n{closing(facts)}\n"
    )


def as_extract(facts: Facts) -> str:
    """Write the same verdict as a research extract: lower case, no punctuation, sections in brackets."""
    chamber = facts.chamber.lower().replace(".", " ")
    return (
        f"[kepala putusan]\nputusan nomor {facts.number} {chamber} {facts.year} pn {facts.code.lower()} demi keadilan "
        f"berdasarkan ketuhanan yang maha esa pengadilan negeri {facts.court.lower()} yang mengadili perkara pidana\n"
        f"[riwayat penahanan]\nterdakwa ditahan dalam rumah tahanan negara oleh\n{_bare(custody(facts))}\n"
        f"[amar putusan]\n{_bare(operative(facts))}\n[penutup]\n{_bare(closing(facts))}\n"
    )


def _bare(text: str) -> str:
    kept = "".join(char if char.isalnum() or char == "\n" else " " for char in text.lower())
    return "\n".join(" ".join(line.split()) for line in kept.split("\n"))


def with_page_breaks(text: str, facts: Facts, every: int = 400) -> str:
    """Set a page footer between two words every `every` characters."""
    pieces, page, line = [], 1, 0
    for word in text.split(" "):
        line += len(word) + 1
        pieces.append(word)
        if line > every and "\n" not in word:
            footer = f"Halaman {page} dari 9 Putusan Nomor {facts.number}/{facts.chamber}/{facts.year}/PN {facts.code}"
            pieces.append(f"\n{footer}\n")
            page, line = page + 1, 0
    return " ".join(pieces)
