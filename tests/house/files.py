"""The files that git knows, for tests that read the house itself."""

import functools
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
TEXT = {
    ".cfg", ".css", ".csv", ".html", ".js", ".json", ".lock", ".md", ".mjs", ".po", ".py", ".scss", ".sh",
    ".svg", ".toml", ".txt", ".typ", ".yaml", ".yml", "",
}  # fmt: skip


@functools.cache
def tracked() -> tuple[Path, ...]:
    """Return every text file that is in git or about to be, as paths from the root."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    names = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout  # noqa: S603
    paths = (Path(name) for name in names.split("\0") if name)
    return tuple(path for path in paths if path.suffix in TEXT and (ROOT / path).is_file())


@functools.cache
def text(path: Path) -> str:
    """Return what a tracked file says; empty for one that is no UTF-8 text."""
    try:
        return (ROOT / path).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""
