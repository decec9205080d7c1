"""Facts as hypothesis draws them: most are right, some are wrong in every way a table can hold."""

import datetime as dt

from hypothesis import strategies as st

from teladan.law import codes


def rarely(odd, usual, times=40):
    """The odd one once in so many times."""
    return st.integers(0, times).flatmap(lambda drawn: odd if drawn == times // 2 else usual)


def days(first, last):
    return st.dates(dt.date(first, 1, 1), dt.date(last, 12, 31)).map(dt.date.isoformat)


ODD_DAYS = st.sampled_from(["1899-12-31", "2200-12-31", "2201-01-01", "1900-01-01", "9999-12-31", "0001-01-01"])
DAYS = days(2019, 2023)
DAY = rarely(ODD_DAYS, DAYS, 80)
LATER = rarely(DAY, days(2024, 2027))
ODD_NUMBERS = st.sampled_from([-1, -2, 0, 100, 101, 1201, 36_601, 10**15, 10**15 + 1])
WHOLE = rarely(ODD_NUMBERS, st.integers(1, 9), 80)
ABSENT = object()


def code(names):
    return rarely(st.sampled_from(["", "none", "Islam"]), st.sampled_from(names), 80)


def maybe(strategy):
    return st.one_of(strategy, strategy, strategy, st.just(ABSENT))


def some(fields):
    """An object of some of these fields."""
    drawn = st.fixed_dictionaries(fields)
    return drawn.map(lambda found: {name: value for name, value in found.items() if value is not ABSENT})


def nearly_always(strategy):
    return rarely(st.just(ABSENT), strategy, 80)


TERM = some({"years": maybe(WHOLE), "months": maybe(WHOLE), "days": maybe(WHOLE)}).filter(bool)
MONEY = st.none() | some(
    {"amount_rp": nearly_always(WHOLE), "substitute": maybe(TERM), "paid_rp": maybe(WHOLE)}
).filter(bool)
MONTH = rarely(st.sampled_from(["2020", "2020-13", "1899-12", "2020-1-1"]), DAYS.map(lambda day: day[:7]), 80)
SENTENCE = some(
    {
        "case_number": maybe(st.text(st.characters(codec="utf-8"), max_size=3)),
        "final_on": maybe(st.none() | DAY),
        "kind": maybe(code(codes.SENTENCE_KINDS)),
        "term": maybe(TERM),
        "offence": maybe(code(codes.OFFENCES)),
        "articles": maybe(st.lists(st.sampled_from(["KUHP:363", "KUHP:340", "x", ""]), max_size=2)),
        "fine": maybe(MONEY),
        "restitution": maybe(MONEY),
    }
)
ITEMS = {
    "detention": some(
        {
            "start": nearly_always(DAY),
            "end": maybe(LATER),
            "place": maybe(code(codes.PLACES)),
            "authority": maybe(code(codes.AUTHORITIES)),
        }
    ),
    "sentences": SENTENCE,
    "absences": some(
        {
            "from": nearly_always(DAY),
            "until": maybe(LATER),
            "reason": nearly_always(code(codes.ABSENCE_REASONS)),
        }
    ),
    "remissions": some(
        {
            "kind": nearly_always(code(codes.REMISSION_KINDS)),
            "granted_on": nearly_always(DAY),
            "term": nearly_always(TERM),
            "late_for": maybe(code(codes.LATE_FOR)),
        }
    ),
    "conduct": some({"month": nearly_always(MONTH), "rating": nearly_always(code(codes.RATINGS))}),
    "discipline": some(
        {
            "on": nearly_always(DAY),
            "level": nearly_always(code(codes.DISCIPLINE_LEVELS)),
            "rights_lost_until": maybe(LATER),
        }
    ),
    "risk": some({"on": nearly_always(DAY), "level": nearly_always(code(codes.RISK_LEVELS))}),
    "programme": some({"from": nearly_always(DAY), "until": maybe(LATER)}),
    "merits": some({"on": nearly_always(DAY), "kind": nearly_always(code(codes.MERITS))}),
}
BIRTH = rarely(DAY, days(1950, 2011))
PEOPLE = some(
    {
        "as_of": maybe(DAYS),
        "person": maybe(
            some(
                {
                    "birth_date": maybe(BIRTH),
                    "sex": maybe(code(codes.SEXES)),
                    "religion": maybe(code(codes.RELIGIONS)),
                    "nationality": maybe(code(["ID", "MY", "Id"])),
                }
            )
        ),
        **{name: maybe(st.lists(item, max_size=3)) for name, item in ITEMS.items()},
        "illness": maybe(st.none() | some({"certified_on": DAY})),
        "pledge": maybe(
            st.none() | some({"kind": nearly_always(code(codes.PLEDGE_KINDS)), "on": nearly_always(DAY)}).filter(bool)
        ),
        "cooperation": maybe(st.none() | some({"on": DAY})),
        "on_leave": maybe(some({"kind": nearly_always(code(codes.LEAVES)), "from": nearly_always(DAY)}).filter(bool)),
    }
)
