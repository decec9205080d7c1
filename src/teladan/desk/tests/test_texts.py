"""Every text of the desk has its English."""

import re
from datetime import date
from pathlib import Path

import pytest
from django.utils import translation

from teladan.desk import words
from teladan.site.translation import problems

DESK = Path(__file__).parents[1]


def test_every_text_has_its_english():
    assert [str(problem) for problem in problems(DESK)] == []


def test_no_template_holds_bare_words():
    """Indonesian words outside `translate` would stay Indonesian for an English reader."""
    bare = {
        f"{path.name}: {text}"
        for path in DESK.rglob("templates/**/*.html")
        for text in _bare(path.read_text(encoding="utf-8"))
    }
    assert bare == set()


def _bare(source):
    source = re.sub(r"(?s){% (?:comment) %}.*?{% endcomment %}", "", source)
    source = re.sub(r"{% block body_class %}.*?{% endblock %}", "", source)
    source = re.sub(r"(?s){% blocktranslate.*?%}.*?{% endblocktranslate %}", "", source)
    source = re.sub(r"(?s){%.*?%}|{{.*?}}|<[^>]*>|&\w+;|&#\w+;", "\n", source)
    return [text.strip() for text in source.split("\n") if re.search(r"[A-Za-z]{3,}", text)]


def test_a_bare_word_would_be_found():
    assert _bare('<p class="x">Halo {{ nama }}</p>{% translate "Nama" %}') == ["Halo"]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("id", ["1 bulan 15 hari", "0 hari", "hari ini", "3 hari lalu"]),
        ("en", ["1 month 15 days", "0 days", "today", "3 days ago"]),
    ],
)
def test_lengths_and_distances(language, said):
    day = date(2026, 8, 17)
    with translation.override(language):
        assert [
            words.length_words(45),
            words.length_words(0),
            words.distance_words(day, day),
            words.distance_words(date(2026, 8, 14), day),
        ] == said


@pytest.mark.parametrize(
    ("regulation", "article", "said"),
    [
        ("PP 99/2012", "34(3)", "PP 99/2012, pasal 34(3)"),
        ("UU 1/2026", "Lampiran III", "UU 1/2026, Lampiran III"),
        ("praktik", "-", "praktik"),
        ("-", "-", "belum ditemukan dasarnya"),
    ],
)
def test_citations(regulation, article, said):
    assert words.citation(regulation, article) == said
