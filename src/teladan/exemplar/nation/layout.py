"""The contract's facts as a table: which fields there are, what each holds, which a thing cannot be without.

One row a person. What JSON says by leaving a field out, a table cannot; so `NOT_FINAL` is a field more than the
contract has, and a letter or a sum of money whose every field is empty is *known to be none*.
"""

from dataclasses import dataclass
from typing import Any, Final

DAY, MONTH, CODE, TEXT, WHOLE, FLAG = "day", "month", "code", "text", "whole", "flag"
EXPECTED: Final = {
    DAY: "a date (date32, or a text YYYY-MM-DD)",
    MONTH: "a text YYYY-MM",
    CODE: "a text: one of the contract's codes",
    TEXT: "a text",
    WHOLE: "a whole number",
    FLAG: "true or false",
}
NOT_FINAL: Final = "not_final"


@dataclass(frozen=True)
class Group:
    """An object of the contract. `needs`: its fields that must be there; `may_be_none`: all empty is known as none."""

    fields: dict[str, Any]
    needs: tuple[str, ...] = ()
    may_be_none: bool = False


@dataclass(frozen=True)
class Many:
    """A list of the contract."""

    item: Any


TERM: Final = Group({"years": WHOLE, "months": WHOLE, "days": WHOLE})
MONEY: Final = Group({"amount_rp": WHOLE, "substitute": TERM, "paid_rp": WHOLE}, ("amount_rp",), may_be_none=True)
SENTENCE: Final = Group(
    {
        "case_number": TEXT,
        "final_on": DAY,
        NOT_FINAL: FLAG,
        "kind": CODE,
        "term": TERM,
        "offence": CODE,
        "articles": Many(TEXT),
        "fine": MONEY,
        "restitution": MONEY,
    }
)
ID: Final = "id"
FACTS: Final = {
    ID: TEXT,
    "as_of": DAY,
    "person": Group({"birth_date": DAY, "sex": CODE, "religion": CODE, "nationality": TEXT}),
    "detention": Many(Group({"start": DAY, "end": DAY, "place": CODE, "authority": CODE}, ("start",))),
    "sentences": Many(SENTENCE),
    "absences": Many(Group({"from": DAY, "until": DAY, "reason": CODE}, ("from", "reason"))),
    "remissions": Many(
        Group({"kind": CODE, "granted_on": DAY, "term": TERM, "late_for": CODE}, ("kind", "granted_on", "term"))
    ),
    "conduct": Many(Group({"month": MONTH, "rating": CODE}, ("month", "rating"))),
    "discipline": Many(Group({"on": DAY, "level": CODE, "rights_lost_until": DAY}, ("on", "level"))),
    "risk": Many(Group({"on": DAY, "level": CODE}, ("on", "level"))),
    "programme": Many(Group({"from": DAY, "until": DAY}, ("from",))),
    "merits": Many(Group({"on": DAY, "kind": CODE}, ("on", "kind"))),
    "illness": Group({"certified_on": DAY}, ("certified_on",), may_be_none=True),
    "pledge": Group({"kind": CODE, "on": DAY}, ("kind", "on"), may_be_none=True),
    "cooperation": Group({"on": DAY}, ("on",), may_be_none=True),
    "on_leave": Group({"kind": CODE, "from": DAY}, ("kind", "from")),
}


class UnusableError(Exception):
    """An input that cannot be used at all: `where` names the column, the message says what is expected."""

    def __init__(self, where: str, message: str) -> None:
        super().__init__(f"{where}: {message}")
