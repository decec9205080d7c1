"""A page asks no more of a prison of many than of one of few: a query for each row shows, however few there are.

Beside the addresses of the access table, pages with objects behind them: hearings planned and held, a remission day
open and decided, lists as files, a search, a sentence of several parts, a batch of many verdicts.
"""

from datetime import date

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from teladan.desk.tests import factory
from teladan.desk.tests.access_table import ADDRESSES
from teladan.people.intake.tests.render import Facts, as_issued
from teladan.people.models import Stay
from teladan.people.models.facility import Role
from teladan.people.services import confirm_lists
from teladan.rights.models import Case, TeamMember
from teladan.rights.remission_day import decide_occasion, open_occasion
from teladan.rights.services import Vote, close_hearing, plan_hearing

FEW, MANY, MOST = 3, 9, 15
# A file of each of these is written for everybody at once: a query for a batch of rows, not for a row.
LISTS = ("people", "releases", "detention", "overstay", "missing", "steps", "cases", "wards")


def _more_people(house, staff, count):
    """Let so many come in, each with a case before the hearing team, and their verdicts sent in."""
    for number in range(100, 100 + count):
        stay = factory.convict(house, f"Orang Contoh {number}", number=number, case_officer=staff[Role.CASE_OFFICER])
        factory.before_the_team(stay)
        factory.proposal(house, as_issued(Facts(number=number)))
        factory.document(stay, f"berkas-{number}.txt")
        # Further rows of somebody whose pages are read.
        who = Stay.objects.get(facility=house, person__name="Markus Tanpanama")
        factory.document(who, f"berkas-markus-{number}.txt")


def _hearings(house, staff):
    """Hold a hearing on half of what waits and plan one on the rest."""
    if not TeamMember.objects.filter(facility=house).exists():
        factory.team(house)
    waiting = [case.pk for case in Case.objects.filter(steps__kind="hearing", steps__state="open").distinct()]
    cases = Case.objects.filter(pk__in=waiting, hearing_items=None)
    held = plan_hearing(house, number="A", on=factory.TODAY, cases=cases[: len(cases) // 2], actor=None)
    members = list(held.members.values_list("pk", flat=True))
    close_hearing(
        held,
        present=members,
        votes={item.pk: Vote("agree") for item in held.items.all()},
        minutes="Lengkap.",
        signed=members,
        actor=staff[Role.HEAD],
        expected_version=held.version,
        now=timezone.now(),
    )
    return held, plan_hearing(house, number="B", on=factory.TODAY, actor=None)


def _days(house, staff):
    """Decide one remission day of everybody whose lists are confirmed, and open another."""
    for stay in Stay.objects.filter(facility=house, status="convict"):
        if "absences" not in stay.known_lists:
            confirm_lists(stay, ["absences"], actor=staff[Role.REGISTRAR], why="ada", expected_version=stay.version)
    now, days = timezone.now(), (date(2027, 8, 17), date(2026, 12, 25))
    decided = open_occasion(house, "general_remission", days[0], actor=None, now=now)
    decide_occasion(decided, decree_number="K-1", on=factory.TODAY, actor=None, now=now)
    return decided, open_occasion(house, "religious_remission", days[1], religion="protestant", actor=None, now=now)


def _addresses(house, staff):
    held, planned = _hearings(house, staff)
    decided, undecided = _days(house, staff)
    found = {
        "hearing, held": reverse("desk:hearing", args=[held.uid]),
        "hearing, planned": reverse("desk:hearing", args=[planned.uid]),
        "hearing_print, held": reverse("desk:hearing_print", args=[held.uid]),
        "hearing_print, planned": reverse("desk:hearing_print", args=[planned.uid]),
        "remission_day, decided": reverse("desk:remission_day", args=[decided.uid]),
        "remission_day, open": reverse("desk:remission_day", args=[undecided.uid]),
        "remission_decrees": reverse("desk:remission_decrees", args=[decided.uid]),
    }
    for name in LISTS:
        found |= {f"{name}, {shape}": f"{reverse(f'desk:{name}')}?bentuk={shape}" for shape in ("csv", "xlsx", "cetak")}
    return found


def _fixed():
    """Return the addresses of the access table, as long as what they name is the only one of its kind."""
    left_out = ("remission_", "hearing")
    asked = {name: each for name, each in ADDRESSES.items() if not each.post and not name.startswith(left_out)}
    # First while Markus has one case; last what moves his dates: it takes rows that others name.
    first = sorted(asked, key=lambda name: (name == "person_moves", name != "case_paper"))
    found = {name: reverse(f"desk:{name}", kwargs=asked[name].places()) for name in first}
    return found | {
        name: reverse(f"desk:{name}") for name in ("hearings", "hearing_plan", "hearing_team", "remission_days")
    }


def _counted(client, staff, addresses):
    found = {}
    for name, address in addresses.items():
        roles = ADDRESSES[name.partition(",")[0]].roles
        for role in sorted(roles, key=lambda role: role != Role.HEAD)[:1]:  # every role: test_queries.py
            client.force_login(staff[role])
            if name.startswith("remission_day"):
                client.get(address)  # what is computed once is kept for the next page
            with CaptureQueriesContext(connection) as captured:
                client.get(address).getvalue()
            found[name, role] = len(captured)
    return found


@pytest.fixture
def two_sizes(prison, client):
    house, staff = prison
    fixed, found = _fixed(), []
    for size in (FEW, MANY):
        with transaction.atomic():
            _more_people(house, staff, size)
            found.append(_counted(client, staff, fixed | _addresses(house, staff)))
            transaction.set_rollback(True)  # the next size begins at the same place
    return found


def test_no_page_asks_more_when_there_are_more(two_sizes):
    few, many = two_sizes
    assert len(many) > len(ADDRESSES) / 2
    assert {page: (few[page], many[page]) for page in many if many[page] > few[page] + 1} == {}
    assert {page: count for page, count in many.items() if count > MOST} == {}
