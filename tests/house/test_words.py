"""Words that must not stand in the project."""

import re

import pytest

from tests.house.files import text, tracked

# Written in parts, so that this file does not hold what it looks for.
HOSTS = ["py" + "pi.org", "python" + "hosted.org", "npm" + "js.org", "npm" + "js.com", "deb." + "debian.org"]
MACHINE_PATHS = [f"/{name}/" for name in ("work", "root")] + ["/home" + "/"]
SECRETS = re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY|gh[pousr]_[A-Za-z0-9]{30}|xox[bp]-[0-9]")
SHOWN = {".html", ".po", ".typ"}
PRISONER_SLANG = re.compile(r"\bnapi\b", re.IGNORECASE)


def where(pattern: re.Pattern[str], suffixes: set[str] | None = None) -> list[str]:
    return [
        f"{path}:{number}: {line.strip()[:100]}"
        for path in tracked()
        if suffixes is None or path.suffix in suffixes
        for number, line in enumerate(text(path).splitlines(), 1)
        if pattern.search(line)
    ]


def test_files_are_found():
    assert {"Makefile", "pyproject.toml"} <= {str(path) for path in tracked()}


@pytest.mark.parametrize("host", HOSTS)
def test_no_registry_is_named(host):
    assert where(re.compile(re.escape(host))) == []


@pytest.mark.parametrize("path", MACHINE_PATHS)
def test_no_path_of_one_machine_is_named(path):
    assert where(re.compile(rf"(?<![\w./-]){re.escape(path)}")) == []


def test_no_secret_is_kept():
    assert where(SECRETS) == []


def test_people_inside_are_never_called_by_slang():
    assert where(PRISONER_SLANG, SHOWN) == []


@pytest.mark.parametrize("word", ["napi", "Napi"])
def test_the_search_for_slang_finds_it(word):
    assert PRISONER_SLANG.search(f"<p>Daftar {word} hari ini</p>")
    assert not PRISONER_SLANG.search("narapidana")
