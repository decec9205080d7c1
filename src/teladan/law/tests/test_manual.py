"""The manual of rules is the law that is applied."""

from pathlib import Path

from teladan.law import conventions, manual
from teladan.law.criteria import CRITERIA
from teladan.law.rights import RIGHTS

DOCS = Path(__file__).parents[4] / "docs"


def test_the_page_is_up_to_date():
    assert (DOCS / "rules.md").read_text(encoding="utf-8") == manual.render(), "run python -m teladan.law.manual"


def test_every_rule_is_on_the_page():
    page = manual.render()
    for name in (*CRITERIA, *conventions.describe()):
        assert f"{name}" in page
    for right in RIGHTS.values():
        assert right.title["id"] in page


def test_the_recipe_names_the_files_that_exist():
    page = (DOCS / "adding-a-regulation.md").read_text(encoding="utf-8")
    for path in (Path(__file__).parents[1] / "regulations").glob("*.toml"):
        if path.name not in ("feasts.toml", "words.toml"):
            assert path.name in page
