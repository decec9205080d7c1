"""Verdicts in the manners of other courts: corruption court with site footers, older first instance, cassation."""

from teladan.people.intake.fields.articles import articles_in
from teladan.people.intake.proposal import propose_verdict

CORRUPTION = """Direktori Putusan Mahkamah Agung Republik Indonesia
putusan.mahkamahagung.go.id
PUTUSAN
Nomor : 31/Pid.Sus-TPK/2019/PN.Kpg.
Pengadilan Tindak Pidana Korupsi pada Pengadilan Negeri Kupang Kelas IA yang mengadili perkara korupsi dalam perkara:
Nama : XAVER CONTOH; Tempat lahir : Ende; Tanggal lahir : 12 Maret 1974;
Terdakwa ditangkap pada tanggal 3-1-2019;
Terdakwa telah ditahan dengan jenis tahanan Rutan oleh :
- Penyidik, sejak tanggal 04-01-2019 s/d 23-01-2019;
- Perpanjangan Penuntut Umum, sejak tgl. 24-01-2019 s/d tgl. 04-03-2019;
- Perpanjangan Pertama Ketua Pengadilan Negeri, sejak tanggal 05-03-2019 s/d 03-04-2019;
- Hakim Pengadilan Tindak Pidana Korupsi sejak tanggal 15 April 2019 s.d. 14 Mei 2019;
- Perpanjangan Pertama oleh Ketua Pengadilan Tinggi Kupang, sejak tanggal 14 Juli 2019 s.d. 12 Agustus 2019;
Disclaimer
Kepaniteraan Mahkamah Agung Republik Indonesia berusaha untuk selalu mencantumkan informasi paling kini
Telp : 021-384 3348 (ext.318)
Halaman 1
Telah mendengar tuntutan: menjatuhkan pidana penjara selama 7 (tujuh) tahun, denda Rp. 300.000.000,-
subsidair 6 bulan;
Mengingat, Pasal 3 jo. Pasal 18 Undang-Undang RI Nomor 31 Tahun 1999 sebagaimana telah diubah dengan UU RI
Nomor 20 Tahun 2001 jo. Pasal 55 ayat (1) ke-1 KUHP, Undang-Undang Nomor 8 Tahun 1981;
M E N G A D I L I
1. Menyatakan Terdakwa tidak terbukti secara sah bersalah melakukan tindak pidana dalam dakwaan primair;
2. Membebaskan Terdakwa dari dakwaan primair tersebut;
3. Menyatakan Terdakwa terbukti secara sah dan meyakinkan bersalah melakukan tindak pidana Korupsi bersama-sama;
4. Menjatuhkan pidana dengan pidana penjara selama : 4 (Empat) Tahun dan denda sebesar Rp. 200.000.000,- (dua
ratus juta
rupiah) dengan ketentuan apabila denda tersebut tidak dibayar, diganti dengan pidana kurungan selama 2 (dua) bulan;
5. Menghukum Terdakwa membayar uang pengganti sejumlah Rp.512.345.678,90 (lima ratus dua belas juta tiga
ratus empat puluh
lima ribu enam ratus tujuh puluh delapan rupiah sembilan puluh sen), selambat-lambatnya 1 (satu) bulan
sesudah putusan ini
berkekuatan tetap; jika tidak mencukupi dipidana dengan pidana penjara selama 1 (satu) Tahun;
Demikian diputuskan dalam rapat permusyawaratan Majelis Hakim pada hari Jum'at tanggal 19 Juli 2019 oleh
kami, dan putusan
mana diucapkan dalam persidangan yang terbuka untuk umum pada hari : Senin, tanggal 22 Juli 2019 oleh Majelis Hakim.
"""
OLDER = """PUTUSAN
No. 112/Pid.B/2012/PN.JKT.PST
Pengadilan Negeri Jakarta Pusat yang memeriksa dan mengadili perkara-perkara pidana pada peradilan tingkat pertama
Terdakwa tidak ditahan ;
Menimbang, dan seterusnya; Mengingat Pasal 351 ayat 1 KUHP;
MENGADILI
- Menyatakan terdakwa BUDI CONTOH telah terbukti secara sah dan meyakinkan bersalah melakukan "PENGANIAYAAN";
- Menghukum terdakwa oleh karena itu dengan pidana penjara selama 6 (enam) bulan;
- Memerintahkan pidana tersebut tidak usah dijalani kecuali bila dikemudian hari ada perintah lain dalam
putusan Hakim,
karena terpidana sebelum lewat masa percobaan selama 10 (sepuluh) bulan melakukan perbuatan pidana;
Demikianlah diputuskan pada hari ini : SELASA, tanggal 12 PEBRUARI 2013 oleh kami; Putusan mana pada hari itu juga
diucapkan dimuka persidangan yang terbuka untuk umum.
"""
CASSATION = """PUTUSAN Nomor 1234 K/Pid.Sus/2020
MAHKAMAH AGUNG yang memeriksa perkara tindak pidana khusus pada tingkat kasasi telah memutus perkara Terdakwa
Terdakwa berada dalam tahanan Rumah Tahanan Negara sejak tanggal 3 Januari 2020 sampai dengan sekarang;
Membaca Putusan Pengadilan Negeri Kupang Nomor 3/Pid.Sus/2020/PN Kpg tanggal 5 Mei 2020
M E N G A D I L I
- Menolak permohonan kasasi; Memperbaiki putusan menjadi: Menjatuhkan pidana penjara selama 8 (delapan) tahun
Demikianlah diputuskan dalam rapat permusyawaratan Majelis Hakim pada hari Senin, tanggal 3 Agustus 2020
"""


def test_corruption_court():
    read = propose_verdict(CORRUPTION)
    assert read["case_number"]["value"] == "31/Pid.Sus-TPK/2019/PN.Kpg"
    assert read["court"]["value"] == "PN Kupang"
    assert read["verdict_date"]["value"] == "2019-07-22"
    assert [article["value"] for article in read["articles"]] == ["UU 31/1999:3", "UU 31/1999:18", "KUHP:55(1) ke-1"]
    assert read["offence"]["value"] == "corruption"
    assert read["term"]["value"] == {"years": 4, "months": 0, "days": 0}
    assert read["fine_rp"]["value"] == 200_000_000
    assert read["substitute"]["value"] == {"kind": "confinement", "years": 0, "months": 2, "days": 0}
    assert read["restitution_rp"]["value"] == 512_345_678
    assert [order["authority"] for order in read["detention"]] == [
        "investigator", "prosecutor_extension", "court_extension", "court", "high_court_extension",
    ]  # fmt: skip
    assert read["unsure"] == []


def test_probation_of_somebody_never_detained():
    read = propose_verdict(OLDER)
    assert read["case_number"]["value"] == "112/Pid.B/2012/PN.JKT.PST"
    assert read["court"]["value"] == "PN Jakarta Pusat"
    assert read["outcome"]["value"] == "probation"
    assert read["term"]["value"] == {"years": 0, "months": 6, "days": 0}
    assert read["verdict_date"]["value"] == "2013-02-12"
    assert read["detention"] == []
    assert read["unsure"] == []


def test_cassation_is_not_mistaken_for_the_case_below():
    read = propose_verdict(CASSATION)
    assert read["case_number"]["value"] == "1234 K/Pid.Sus/2020"
    assert read["court"]["value"] == "Mahkamah Agung"
    assert read["term"]["value"] == {"years": 8, "months": 0, "days": 0}
    assert read["detention"] == []
    assert read["detention_unsure"][0]["start"] == "2020-01-03"
    assert read["detention_unsure"][0]["reason"] == "no_end"


def test_an_article_keeps_every_point_that_is_named_with_and():
    found = articles_in("Pasal 363 ayat (1) ke-3, ke-4 dan ke-5 KUHP")
    assert [article.value for article in found] == ["KUHP:363(1) ke-3 ke-4 ke-5"]
