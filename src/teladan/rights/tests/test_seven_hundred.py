"""The size of a real prison: everybody proposed, decided and printed; queries that do not grow. Times: bench/."""

import datetime as dt
import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pypdf import PdfReader

from teladan.rights.letters import decrees_pdf
from teladan.rights.models import Decision
from teladan.rights.remission_day import decide_occasion, open_occasion, propose
from teladan.rights.tests.crowd import crowd
from teladan.rights.tests.world import facility, now

pytestmark = pytest.mark.django_db
DAY = dt.date(2025, 8, 17)


def test_seven_hundred_people() -> None:
    where = facility()
    crowd(where, 700, DAY)
    proposal = propose(where, "general_remission", DAY)
    together = len(proposal.granted) + len(proposal.needs_facts) + len(proposal.not_granted)
    assert together == 700
    assert len(proposal.granted) > 400
    occasion = open_occasion(where, "general_remission", DAY, actor=None, now=now(DAY))
    decide_occasion(occasion, decree_number="PAS-17/2025", on=DAY, actor=None, now=now(DAY))
    occasion.refresh_from_db()
    content = decrees_pdf(occasion)
    assert len(PdfReader(io.BytesIO(content)).pages) == len(proposal.granted)
    assert Decision.objects.count() == sum(len(each.grants) for each in proposal.granted)


@pytest.mark.parametrize("act", ["propose", "open", "decide"])
def test_queries_grow_by_batches_not_by_people(act: str) -> None:
    few, many = count(act, 40), count(act, 120)
    assert many <= few + 12, (few, many)  # SQLite takes a thousand values a statement


def count(act: str, people: int) -> int:
    where = facility(f"Lapas {people}")
    crowd(where, people, DAY)
    steps = {
        "propose": lambda: propose(where, "general_remission", DAY),
        "open": lambda: open_occasion(where, "general_remission", DAY, actor=None, now=now(DAY)),
    }
    if act == "decide":
        occasion = steps["open"]()
        steps["decide"] = lambda: decide_occasion(occasion, decree_number="X", on=DAY, actor=None, now=now(DAY))
    with CaptureQueriesContext(
        connection,
    ) as queries:
        steps[act]()
    return sum(not query["sql"].startswith("INSERT") for query in queries.captured_queries)
