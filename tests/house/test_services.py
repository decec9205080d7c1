"""A service makes no pages: what shows and asks is a face's. The import rules cannot name parts of Django."""

import ast
from pathlib import Path

import pytest

from tests.house.files import text, tracked

SERVICES = ("people", "rights", "ledger", "exemplar")
OF_PAGES = ("django.contrib.messages", "django.forms", "django.shortcuts", "django.template", "django.views")


def imported(source: str) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {node.module or ""} | {f"{node.module}.{name.name}" for name in node.names}
    return found


def makes_pages(source: str) -> bool:
    return any(name == part or name.startswith(f"{part}.") for name in imported(source) for part in OF_PAGES)


def modules(service: str) -> list[Path]:
    room = Path("src/teladan") / service
    return [path for path in tracked() if room in path.parents and path.suffix == ".py" and "tests" not in path.parts]


@pytest.mark.parametrize("service", SERVICES)
def test_a_service_makes_no_pages(service):
    assert modules(service)
    assert [str(path) for path in modules(service) if makes_pages(text(path))] == []


@pytest.mark.parametrize(
    "line", ["from django import forms", "from django.shortcuts import render", "import django.views.generic"]
)
def test_a_page_would_be_seen(line):
    assert makes_pages(f"import os\n{line}\n")
    assert not makes_pages("from django.db import models")
