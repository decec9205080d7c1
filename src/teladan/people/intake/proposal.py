"""From the text of a verdict to a proposal: every field with the passage it was read from, or empty and marked."""

from typing import Any

from teladan.people.intake.fields.articles import Article, read_articles
from teladan.people.intake.fields.case_number import CaseNumber, find_case_number, read_case_number
from teladan.people.intake.fields.court import read_court
from teladan.people.intake.fields.detention import Order, never_detained, read_detention
from teladan.people.intake.fields.fine import read_fine, read_substitute
from teladan.people.intake.fields.offence import read_offence
from teladan.people.intake.fields.outcome import read_outcome
from teladan.people.intake.fields.place import read_place
from teladan.people.intake.fields.plausible import is_verdict
from teladan.people.intake.fields.restitution import read_restitution
from teladan.people.intake.fields.sentence import read_parts
from teladan.people.intake.fields.term import read_term
from teladan.people.intake.fields.verdict_date import read_verdict_date
from teladan.people.intake.messages import UnreadableError
from teladan.people.intake.reading import Answer, Reading, read_text

Proposal = dict[str, Any]


def propose(text: str) -> Proposal:
    """Return the proposal for one verdict, in the form of the `teladan intake` contract without `file` and `ok`.

    `passage` is [begin, end) in characters of `text` as given. A value that is not found or not sure is None and
    its field is named in `unsure`; a value that the verdict plainly does not have (no fine) is None and sure.
    Periods of detention that cannot be read, or contradict themselves, stand in `detention_unsure`, not in
    `detention`. Dates are ISO, money is whole rupiah.
    """
    return _propose(read_text(text))


def propose_verdict(text: str) -> Proposal:
    """As `propose`, but raises UnreadableError when `text` is not a verdict."""
    reading = read_text(text)
    if not is_verdict(reading):
        raise UnreadableError("not_a_verdict")
    return _propose(reading)


def _propose(reading: Reading) -> Proposal:
    case = find_case_number(reading)
    orders = read_detention(reading)
    articles = read_articles(reading)
    answers = _answers(reading, case, orders, articles)
    proposal: Proposal = {name: _field(reading, answer) for name, answer in answers.items()}
    _say_number(proposal, case)
    proposal["articles"] = [{"value": a.value, "passage": reading.passage(*a.span)} for a in articles]
    proposal |= _detention(reading, orders)
    proposal["notes"] = [{"field": name, "code": answer.note} for name, answer in answers.items() if answer.note]
    proposal["unsure"] = _unsure(answers, articles, orders, never_detained=not orders and never_detained(reading))
    return {name: proposal[name] for name in ORDER}


ORDER = (
    "case_number", "court", "verdict_date", "articles", "offence", "outcome", "term", "fine_rp", "substitute",
    "restitution_rp", "detention", "place", "detention_unsure", "notes", "unsure",
)  # fmt: skip


def _answers(
    reading: Reading, case: CaseNumber | None, orders: list[Order], articles: list[Article]
) -> dict[str, Answer]:
    parts, fine = read_parts(reading), read_fine(reading)
    outcome = read_outcome(reading, parts, fine)
    sure_orders = [(order.start, order.end) for order in orders if order.reason is None and order.start and order.end]
    return {
        "case_number": read_case_number(reading, case),
        "court": read_court(reading, case),
        "verdict_date": read_verdict_date(reading, case, sure_orders),
        "offence": read_offence(reading, articles),
        "outcome": outcome,
        "term": read_term(parts, outcome.value),
        "fine_rp": fine,
        "substitute": read_substitute(parts, fine),
        "restitution_rp": read_restitution(reading),
        "place": read_place(reading),
    }


def _field(reading: Reading, answer: Answer) -> dict[str, Any]:
    if answer.value is None or answer.span is None:
        return {"value": None}
    return {"value": answer.value, "passage": reading.passage(*answer.span)}


def _say_number(proposal: Proposal, case: CaseNumber | None) -> None:
    sure = case is not None and proposal["case_number"]["value"] is not None
    value = proposal["case_number"]
    proposal["case_number"] = {
        "value": value["value"],
        "number": case.number if case and sure else None,
        "year": case.year if case and sure else None,
        **{key: value[key] for key in ("passage",) if key in value},
    }


def _detention(reading: Reading, orders: list[Order]) -> dict[str, list[dict[str, Any]]]:
    return {
        "detention": [_order(reading, order) for order in orders if order.reason is None],
        "detention_unsure": [
            _order(reading, order) | {"reason": order.reason} for order in orders if order.reason is not None
        ],
    }


def _order(reading: Reading, order: Order) -> dict[str, Any]:
    return {
        "authority": order.authority,
        "start": order.start.isoformat() if order.start else None,
        "end": order.end.isoformat() if order.end else None,
        "passage": reading.passage(order.begin, order.stop),
    }


def _unsure(
    answers: dict[str, Answer], articles: list[Article], orders: list[Order], *, never_detained: bool
) -> list[str]:
    unsure = {name for name, answer in answers.items() if not answer.sure}
    if not articles:
        unsure.add("articles")
    if not orders or any(order.reason or order.authority is None for order in orders):
        unsure.add("detention")
    if never_detained:
        unsure -= {"detention", "place"}
    return [name for name in ORDER if name in unsure]
