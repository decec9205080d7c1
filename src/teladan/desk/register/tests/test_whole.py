"""Hidden numbers of a form: what is no number is 0, however it is written."""

import pytest

from teladan.desk.register.fields import whole


@pytest.mark.parametrize(("given", "number"), [("12", 12), ("", 0), (None, 0), ("²", 0), ("-1", 0), ("9" * 5000, 0)])
def test_a_hidden_number_never_fails(given, number):
    assert whole(given) == number
