"""The documentation is complete: every make target, command, setting and decision is told."""

import re

import pytest

from tests.house.files import ROOT, text, tracked

# What a reader finds: pages at the root and in docs/. Under src/ lie templates of pages that programs write.
READ = [path for path in tracked() if path.suffix == ".md" and (len(path.parts) == 1 or path.parts[0] == "docs")]
ALL = "\n".join(text(path) for path in READ)


def targets() -> list[str]:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    return re.findall(r"^([a-z-]+):.*## ", makefile, re.MULTILINE)


def commands() -> list[str]:
    """`assess` and `intake` run without Django; the rest are commands of our apps."""
    found = [path.stem for path in tracked() if path.match("src/teladan/*/management/commands/*.py")]
    return sorted({"assess", "intake", *found} - {"__init__"})


def settings() -> list[str]:
    names = re.findall(r"TELADAN_[A-Z_]+", "\n".join(text(p) for p in tracked() if p.suffix in {".py", ".sh", ""}))
    return sorted(set(names))


@pytest.mark.parametrize("target", targets())
def test_every_make_target_is_told(target):
    assert f"make {target}" in ALL


@pytest.mark.parametrize("command", commands())
def test_every_command_is_told(command):
    assert f"teladan {command}" in ALL


@pytest.mark.parametrize("name", settings())
def test_every_environment_variable_is_told(name):
    assert name in ALL or name.endswith("_")


def local_links() -> list[tuple[str, str]]:
    pattern = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")
    return [(str(path), link) for path in READ for link in pattern.findall(text(path))]


@pytest.mark.parametrize(("page", "link"), local_links())
def test_every_link_leads_somewhere(page, link):
    assert (ROOT / page).parent.joinpath(link).exists()


def test_every_decision_is_listed():
    index = text(next(path for path in READ if str(path) == "docs/decisions/README.md"))
    pages = [path.name for path in READ if re.match(r"docs/decisions/\d{4}-", str(path))]
    assert len(pages) >= 6
    assert [name for name in pages if name not in index] == []


@pytest.mark.parametrize("page", ["README.md", "README.id.md"])
def test_both_readmes_start_the_demo(page):
    assert "make demo" in (ROOT / page).read_text(encoding="utf-8")
