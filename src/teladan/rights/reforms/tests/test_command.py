"""`teladan reform`: tables or JSON; what is wrong is said in a line."""

import json

import pytest
from django.core.management import CommandError, call_command

from teladan.rights.models import ReformRun
from teladan.rights.reforms.tests.test_trying import HOME
from teladan.rights.tests.world import convict, facility

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(tmp_path):
    file = tmp_path / "rancangan.toml"
    file.write_text(HOME, encoding="utf-8")
    return file


def test_tables_for_a_reader_and_nothing_is_kept(draft, capsys) -> None:
    convict(facility(), years=6)
    call_command("reform", str(draft), "--as-of", "2026-06-01")
    told = capsys.readouterr().out
    assert "Assimilation at home opens again" in told
    assert "leave earlier" in told
    assert not ReformRun.objects.exists()


def test_json_is_the_whole_result(draft, capsys) -> None:
    convict(facility(), years=6)
    call_command("reform", str(draft), "--json", "--as-of", "2026-06-01")
    result = json.loads(capsys.readouterr().out)
    assert result["people"] == 1
    assert len(result["months"]) == len(result["after_coming"]) == 37


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"as_of": "2026-02-30"}, "--as-of"),
        ({"facility": "tidak-ada"}, "--facility"),
        ({"text": "id = "}, "TOML"),
        ({"as_of": "2026-12-01"}, "from"),
        ({"text": HOME.replace("home_", "rumah_")}, "change"),
        ({"file": "tidak-ada.toml"}, "tidak-ada"),
    ],
)
def test_what_is_wrong_is_said(draft, change, told) -> None:
    facility()
    if "text" in change:
        draft.write_text(change["text"], encoding="utf-8")
    options = {name: value for name, value in change.items() if name in ("as_of", "facility")}
    with pytest.raises(CommandError, match=told) as refused:
        call_command("reform", change.get("file", str(draft)), **options)
    assert refused.value.returncode == 2
