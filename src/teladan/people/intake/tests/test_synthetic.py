"""The project's own thirty extracts, with what each says."""

import json
from pathlib import Path

import pytest

from teladan.people.intake.proposal import propose_verdict

FOLDER = Path(__file__).parent / "synthetic"
EXPECTED = json.loads((FOLDER / "expected.json").read_text("utf-8"))
KINDS = {"kurungan": "confinement", "penjara": "prison"}
AUTHORITIES = {
    "penyidik": "investigator", "jpu_ext": "prosecutor_extension", "jpu": "prosecutor", "hakim": "court",
    "pn_ext": "court_extension", "pt": "high_court_extension",
}  # fmt: skip


@pytest.mark.parametrize("case", EXPECTED, ids=lambda case: case["file"])
def test_extract(case):
    read = propose_verdict((FOLDER / case["file"]).read_text("utf-8"))
    assert read["term"]["value"] == case["sentence"]
    assert read["fine_rp"]["value"] == case["fine_rp"]
    assert read["substitute"]["value"] == _substitute(case)
    assert read["verdict_date"]["value"] == case["verdict"]
    orders = [(order["authority"], order["start"], order["end"]) for order in read["detention"]]
    assert orders == [(AUTHORITIES[o["stage"]], o["start"], o["end"]) for o in case["detention"]]
    assert read["outcome"]["value"] == "prison"


def _substitute(case):
    if not case["fine_sub_months"]:
        return None
    return {"kind": KINDS[case["fine_sub_kind"]], "years": 0, "months": case["fine_sub_months"], "days": 0}
