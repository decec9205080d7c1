"""Each outcome, in both shapes, from operative parts written for these tests."""

import pytest

from teladan.people.intake.proposal import propose_verdict
from teladan.people.intake.tests.render import Facts, as_extract, as_issued

PROVEN = "1. Menyatakan Terdakwa RAMA CONTOH terbukti secara sah dan meyakinkan bersalah melakukan tindak pidana "
GIVEN = "2. Menjatuhkan pidana kepada Terdakwa dengan pidana "
CUSTODY = "3. Menetapkan Terdakwa tetap ditahan;"
OPERATIVE = {
    "prison": f"{PROVEN}penipuan;\n{GIVEN}penjara selama 2 (dua) tahun;\n{CUSTODY}",
    "confinement": f"{PROVEN}judi;\n2. Menjatuhkan pidana kurungan kepada Terdakwa selama 3 (tiga) bulan;\n{{CUSTODY}}",
    "life": f"{PROVEN}pembunuhan berencana;\n{GIVEN}penjara seumur hidup;\n{CUSTODY}",
    "death": f"{PROVEN}pembunuhan berencana;\n{GIVEN}mati;\n{CUSTODY}",
    "fine_only": (
        f"{PROVEN}perjudian;\n{GIVEN}denda sebesar Rp3.000.000,00 (tiga juta "
        "rupiah) dengan ketentuan apabila denda tidak dibayar diganti dengan pidana kurungan selama 1 (satu) bulan;"
    ),
    "probation": (
        f"{PROVEN}penganiayaan;\n{GIVEN}penjara selama 4 (empat) bulan;\n"
        "3. Menetapkan pidana tersebut tidak perlu dijalani kecuali jika di kemudian hari ada putusan hakim "
        "lain karena "
        "Terdakwa melakukan tindak pidana sebelum masa percobaan selama 8 (delapan) bulan berakhir;"
    ),
    "acquitted": (
        "1. Menyatakan Terdakwa RAMA CONTOH tidak terbukti secara sah dan meyakinkan bersalah melakukan tindak pidana "
        "penipuan;\n2. Membebaskan Terdakwa oleh karena itu dari segala dakwaan;\n3. Memulihkan hak Terdakwa;"
    ),
    "discharged": (
        "1. Menyatakan perbuatan yang didakwakan kepada Terdakwa RAMA CONTOH terbukti, tetapi bukan tindak pidana;\n"
        "2. Melepaskan Terdakwa dari segala tuntutan hukum;\n3. Memulihkan hak Terdakwa;"
    ),
    "measure": (
        "1. Menyatakan Anak terbukti secara sah dan meyakinkan bersalah melakukan tindak pidana pencurian;\n"
        "2. Menjatuhkan tindakan kepada Anak berupa pengembalian kepada orang tua;"
    ),
}
TERMS = {
    "prison": {"years": 2, "months": 0, "days": 0},
    "confinement": {"years": 0, "months": 3, "days": 0},
    "probation": {"years": 0, "months": 4, "days": 0},
}


@pytest.mark.parametrize("write", [as_issued, as_extract])
@pytest.mark.parametrize("outcome", sorted(OPERATIVE))
def test_outcome(outcome, write):
    read = propose_verdict(write(Facts(operative=OPERATIVE[outcome])))
    assert read["outcome"]["value"] == outcome
    assert read["term"]["value"] == TERMS.get(outcome)
    assert "outcome" not in read["unsure"]
    assert "term" not in read["unsure"]
    assert read["fine_rp"]["value"] == (3_000_000 if outcome == "fine_only" else None)


@pytest.mark.parametrize("write", [as_issued, as_extract])
def test_acquittal_of_the_first_charge_beside_a_sentence_is_the_sentence(write):
    operative = (
        "1. Menyatakan Terdakwa RAMA CONTOH tidak terbukti secara sah dan meyakinkan bersalah melakukan tindak pidana "
        "pembunuhan sebagaimana dakwaan primair;\n2. Membebaskan Terdakwa dari dakwaan primair;\n"
        "3. Menyatakan Terdakwa terbukti secara sah dan meyakinkan bersalah melakukan tindak pidana penganiayaan;\n"
        "4. Menjatuhkan pidana kepada Terdakwa dengan pidana penjara selama 1 (satu) tahun;"
    )
    read = propose_verdict(write(Facts(operative=operative)))
    assert read["outcome"]["value"] == "prison"
    assert read["offence"]["value"] == "assault"


@pytest.mark.parametrize("write", [as_issued, as_extract])
def test_restitution_and_its_substitute_are_not_the_fine(write):
    operative = (
        f"{PROVEN}korupsi;\n{GIVEN}penjara selama 4 (empat) tahun dan denda "
        "sebesar Rp200.000.000,00 (dua ratus juta rupiah) dengan ketentuan apabila denda tidak dibayar "
        "diganti dengan pidana "
        "kurungan selama 3 (tiga) bulan;\n3. Menghukum Terdakwa membayar uang pengganti sebesar "
        "Rp75.500.000,00 (tujuh puluh "
        "lima juta lima ratus ribu rupiah) paling lama dalam waktu 1 (satu) bulan sesudah putusan ini "
        "berkekuatan hukum "
        "tetap, jika tidak dibayar maka harta bendanya disita, dan dalam hal tidak mencukupi untuk membayar "
        "uang pengganti "
        "tersebut maka dipidana dengan pidana penjara selama 1 (satu) tahun;"
    )
    read = propose_verdict(write(Facts(operative=operative)))
    assert read["term"]["value"] == {"years": 4, "months": 0, "days": 0}
    assert read["fine_rp"]["value"] == 200_000_000
    assert read["substitute"]["value"] == {"kind": "confinement", "years": 0, "months": 3, "days": 0}
    assert read["restitution_rp"]["value"] == 75_500_000
    assert read["offence"]["value"] == "corruption"


@pytest.mark.parametrize("write", [as_issued, as_extract])
def test_a_fine_that_is_a_multiple_is_the_product(write):
    operative = (
        f"{PROVEN}cukai;\n{GIVEN}penjara selama 1 (satu) tahun dan denda sebesar "
        "2 x Rp40.000.000,00 (empat puluh juta rupiah) = Rp80.000.000,00 (delapan puluh juta rupiah) "
        "subsidair 2 (dua) bulan "
        "kurungan;"
    )
    read = propose_verdict(write(Facts(operative=operative)))
    assert read["fine_rp"]["value"] == 80_000_000
    assert read["substitute"]["value"] == {"kind": "confinement", "years": 0, "months": 2, "days": 0}


@pytest.mark.parametrize(
    ("finding", "offence"),
    [
        ("permufakatan jahat dan pencurian", "theft"),
        ("penadahan dan tanpa hak memiliki Narkotika Golongan I", "narcotics"),
        ("persetubuhan dengan anak", "child_protection"),
        ("karena kelalaiannya menyebabkan orang lain meninggal dunia", None),
        ("perdagangan orang", None),
        ("sesuatu yang tabel tidak mengenalnya", None),
    ],
)
def test_offence_from_the_finding(finding, offence):
    operative = f"{PROVEN}{finding};\n{GIVEN}penjara selama 1 (satu) tahun;"
    read = propose_verdict(as_extract(Facts(operative=operative)))
    assert read["offence"]["value"] == offence
    assert ("offence" in read["unsure"]) == (offence is None)


@pytest.mark.parametrize("write", [as_issued, as_extract])
@pytest.mark.parametrize(
    "punishment", ["pengawasan kepada Terdakwa selama 6 (enam) bulan", "kerja sosial selama 2 (dua) bulan"]
)
def test_supervision_and_community_service_are_no_term_in_prison(write, punishment):
    read = propose_verdict(write(Facts(operative=f"{PROVEN}penganiayaan;\n2. Menjatuhkan pidana {punishment};")))
    assert read["outcome"]["value"] is None
    assert read["term"]["value"] is None
    assert {"outcome", "term"} <= set(read["unsure"])


@pytest.mark.parametrize("write", [as_issued, as_extract])
def test_a_court_that_only_upholds_leaves_the_restitution_open(write):
    operative = "- Menerima permintaan banding dari Terdakwa;\n- Menguatkan putusan Pengadilan Negeri Contoh;"
    read = propose_verdict(write(Facts(operative=operative)))
    assert {"outcome", "term", "fine_rp", "substitute", "restitution_rp"} <= set(read["unsure"])
