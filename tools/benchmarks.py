"""Put every table of docs/benchmarks/ on one page, docs/benchmarks.md. Each table is written by its own benchmark."""

from pathlib import Path

DOCS = Path(__file__).resolve().parents[1] / "docs"
HEAD = """# Benchmarks

Each part is written by the command it names, with machine, data and date; this page gathers them
(`docs/benchmarks/`). A number that falls short stands here as it is.
"""


def gathered(folder: Path = DOCS / "benchmarks") -> str:
    """Return the page: the parts by name, their headings one level down."""
    parts = [_lowered(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.md"))]
    return "\n".join([HEAD, *parts])


def _lowered(text: str) -> str:
    return "\n".join(f"#{line}" if line.startswith("#") else line for line in text.splitlines()) + "\n"


if __name__ == "__main__":
    (DOCS / "benchmarks.md").write_text(gathered(), encoding="utf-8")
