"""The page of benchmarks shows what the benchmarks wrote."""

from tools.benchmarks import DOCS, gathered


def test_the_page_gathers_every_table():
    page = (DOCS / "benchmarks.md").read_text(encoding="utf-8")
    assert page == gathered(), "run: python tools/benchmarks.py"
    for path in (DOCS / "benchmarks").glob("*.md"):
        title = path.read_text(encoding="utf-8").splitlines()[0].lstrip("# ")
        assert f"## {title}" in page
