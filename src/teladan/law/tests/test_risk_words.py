"""One low assessment counts as met: its words must not say that a fall cannot be seen."""

import pytest

from teladan.law.assess import assess

FACTS = {
    "as_of": "2026-11-24",
    "detention": [{"start": "2024-02-11", "end": None, "place": "prison"}],
    "sentences": [{"kind": "prison", "term": {"years": 5}, "final_on": "2024-08-01", "offence": "theft"}],
}


@pytest.mark.parametrize(
    ("levels", "met", "words"),
    [
        (["low"], True, "Latest risk (1 June 2026): low."),
        (["medium"], None, "whether it has fallen cannot be said"),
        (["high", "medium"], True, "Latest risk (2 June 2026): medium."),
        (["high"], False, "it has not fallen"),
    ],
)
def test_the_words_say_what_was_decided(levels, met, words):
    risk = [{"on": f"2026-06-{day:02}", "level": level} for day, level in enumerate(levels, 1)]
    answer = assess(FACTS | {"risk": risk})
    parole = next(right for right in answer["rights"] if right["right"] == "parole")
    finding = next(each for each in parole["findings"] if each["criterion"] == "risk_has_fallen")
    assert finding["met"] is met
    assert words in finding["text"]["en"]
