"""How Django's fields come out in the house's look."""

import pytest
from django.test import override_settings

from tests.showcase.urls import Example


@pytest.fixture
def html():
    with override_settings(LANGUAGE_CODE="id"):
        return str(Example({"name": ""}))


def test_many_ticks_are_checkboxes(html):
    assert html.count('type="checkbox"') == 3


def test_one_of_several_is_radios(html):
    assert html.count('type="radio"') == 2


def test_error_is_tied_to_its_field(html):
    assert 'aria-describedby="id_name_helptext id_name_error"' in html
    assert 'id="id_name_error"' in html


def test_summary_links_to_the_field(html):
    assert 'href="#id_name"' in html
    assert 'id="id_name"' in html
