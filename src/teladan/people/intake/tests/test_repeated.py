"""A text that says one word again and again is read once: half a megabyte of it once took 36 seconds."""

from teladan.people.intake.fields import offence
from teladan.people.intake.reading import read_text


def test_a_finding_repeated_is_one_stretch_of_text():
    reading = read_text("MENGADILI: menyatakan Terdakwa " + "terbukti " * 500 + "bersalah melakukan pencurian;")
    assert len(offence._findings(reading)) == 1  # the cost, which no answer shows
    assert offence.read_offence(reading, []).value == "theft"
