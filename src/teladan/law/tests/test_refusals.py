"""Every refusal of facts is said in both languages, with the same values."""

import ast
import string
from pathlib import Path

import pytest

from teladan.law import refusals
from teladan.law.assess import assess
from teladan.law.facts import FactsError
from teladan.law.json_text import read_json
from tests import golden

LAW = Path(refusals.__file__).parent
READERS = ("reading", "facts", "fact_items", "fact_sentences", "json_text", "assess", "one")
ENGLISH = sorted(refusals.indonesian())
DATES = ("expected a date written YYYY-MM-DD", "{text} is not a date that exists", "{text} is outside 1900 to 2200")


def messages(name: str) -> list[str]:
    """Return the text of every message that a reader of facts raises, found in its source."""
    tree = ast.parse((LAW / f"{name}.py").read_text(encoding="utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and _name(node) == "FactsError"]
    return [ast.literal_eval(call.args[1]) for call in calls if not isinstance(call.args[1], ast.Name)]


def _name(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


def test_every_message_has_its_indonesian_and_none_is_left_over():
    said = {text for name in READERS for text in messages(name)} | set(DATES)
    assert said == set(ENGLISH)


@pytest.mark.parametrize("english", ENGLISH)
def test_both_languages_name_only_values_that_are_given(english):
    def named(text):
        return {name for _, name, _, _ in string.Formatter().parse(text) if name and name.strip()}

    if "{ }" not in english:
        assert named(refusals.indonesian()[english]) <= named(english)


def refusal(act, *arguments) -> FactsError:
    with pytest.raises(FactsError) as problem:
        act(*arguments)
    return problem.value


@pytest.mark.parametrize("path", [p for p in golden.all_cases() if p.parent.name == "refused"], ids=lambda p: p.stem)
def test_a_refused_case_is_told_in_both_languages(path):
    problem = refusal(assess, golden.read(path)["facts"])
    assert problem.text["en"] == problem.message
    assert problem.text["id"] != problem.message
    assert not {"{", "}"} & set(problem.text["id"].replace("{ }", ""))


def test_the_values_stand_in_the_indonesian_too():
    problem = refusal(assess, {"as_of": "2026-02-30"})
    assert problem.text == {
        "id": "2026-02-30 bukan tanggal yang ada",
        "en": "2026-02-30 is not a date that exists",
    }


@pytest.mark.parametrize("text", [r'"\ud83d"', r'{"sentences": [{"case_number": "x\udc00"}]}', r'{"\udfff": 1}'])
def test_half_a_character_is_refused(text):
    assert "half of a character" in refusal(read_json, text).message


@pytest.mark.parametrize("text", [r'"\ud83d\ude00"', r'"\u00e9"', r'"\\ud83d"'])
def test_a_whole_character_is_read(text):
    assert read_json(text)


def read_or_told(text: str) -> str:
    try:
        read_json(text)
    except FactsError as problem:
        return problem.message
    return "read"


@pytest.mark.parametrize("depth", [900, 980, 990, 1_000, 5_000, 50_000])
def test_no_depth_ends_in_a_traceback(depth):
    told = read_or_told("[" * depth + r'"\u00e9"' + "]" * depth)
    assert told in ("read", "not JSON that can be read: nested too deeply")
