"""What stands in the addresses of the desk: several people, cases and so on for each, so that no lucky one decides."""

from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from teladan.desk.register.kinds import KINDS
from teladan.people.models import Document, IntakeProposal, Verdict
from teladan.rights.models import Case, Hearing, Occasion, Step

TRIED = 20  # of each kind; a case officer may open those about own wards only
LISTS = ("people", "releases", "detention", "overstay", "wards", "missing", "steps", "cases")
SHAPES = ("csv", "xlsx", "cetak")
Filled = list[dict[str, Any]]


def addresses(facility: Any, patterns: Iterable[Any]) -> dict[str, tuple[str, list[str]]]:
    """Return page -> permission and addresses; none for a page that this program does not know how to ask."""
    places = Places(facility)
    found = {}
    for pattern in patterns:
        asked = [reverse(f"desk:{pattern.name}", kwargs=filled) for filled in places.fill(pattern)]
        found[pattern.name] = (pattern.callback.permission, asked)
    for name in LISTS:
        permission, (address, *_) = found[name]
        for shape in SHAPES:
            found[f"{name}, {shape}"] = (permission, [f"{address}?bentuk={shape}"])
    return found | _remission(facility, found)


def _remission(facility: Any, found: dict[str, tuple[str, list[str]]]) -> dict[str, tuple[str, list[str]]]:
    """Return the proposal for a day that nobody opened, the year after the last one opened."""
    permission, (address, *_) = found["remission_proposal"]
    last = facility.occasions.filter(right="general_remission").latest("grant_day").grant_day
    asked = urlencode({"hak": "general_remission", "tanggal": last.replace(year=last.year + 1), "agama": ""})
    return {"remission_proposal, everybody": (permission, [f"{address}?{asked}"])}


class Places:
    """Finds what to put in an address."""

    def __init__(self, facility: Any) -> None:
        self.facility = facility

    def fill(self, pattern: Any) -> Filled:
        """Return what to put in an address; nothing for one that this program does not know."""
        wanted = set(pattern.pattern.converters)
        if not wanted:
            return [{}]
        if pattern.name in (known := self._known()):
            return known[pattern.name]()
        kind = KINDS.get(pattern.name.removeprefix("person_").rpartition("_")[0])
        if kind and wanted == {"uid", "pk"}:
            return self._rows(kind)
        for start, rows in self._by_first_word().items():
            if wanted == {"uid"} and pattern.name.startswith(start):
                return rows()
        return []

    def _by_first_word(self) -> dict[str, Callable[[], Filled]]:
        return {
            "person": self._people,
            "case": self._cases,
            "hearing": self._hearings,
            "remission_job": lambda: self._uids(self.facility.jobs),
            "remission": self._days,
            "intake": lambda: self._uids(self._proposals()),
        }

    def _known(self) -> dict[str, Callable[[], Filled]]:
        return {
            "person_date": lambda: [each | {"code": "release"} for each in self._people()],
            "person_right": lambda: [each | {"code": "parole"} for each in self._people()],
            "person_admit_again": self._gone,
            "person_pay": lambda: self._rows(KINDS["pidana"]),
            "person_pidana_add": self._verdicts,
            **dict.fromkeys(("person_document", "person_document_remove"), self._documents),
            "rule": lambda: [{"code": "general_remission"}],
            "case_letter": lambda: self._uids(self.facility.cases.filter(state=Case.State.GRANTED)),
            "case_paper": self._papers,
            "hearing_member_end": lambda: [{"pk": each.pk} for each in self.facility.team_members.all()],
            "remission_decrees": lambda: self._uids(self.facility.occasions.filter(state=Occasion.State.DECIDED)),
            "intake_batch": lambda: [{"uid": each.batch.uid} for each in self._proposals()],
            "feast_move": lambda: [{"religion": "protestant", "day": f"{self._next_year()}-12-25"}],
            **dict.fromkeys(("officer", "officer_password", "officer_second_factor", "officer_close"), self._officers),
        }

    def _uids(self, rows: Any) -> Filled:
        return [{"uid": row.uid} for row in rows.order_by("pk")[:TRIED]]

    def _cases(self) -> Filled:
        """Cases that run and cases that ended, of leaves and of a remission day."""
        return [each for state in Case.State.values for each in self._uids(self.facility.cases.filter(state=state))[:3]]

    def _papers(self) -> Filled:
        """Give a line of the checklist of an open step."""
        steps = Step.objects.filter(case__facility=self.facility, state=Step.State.OPEN, kind="documents")
        rows = [step for step in steps.select_related("case").order_by("pk")[:TRIED] if step.checklist]
        return [{"uid": step.case.uid, "code": step.checklist[0]["code"]} for step in rows]

    def _days(self) -> Filled:
        return self._uids(self.facility.occasions)

    def _hearings(self) -> Filled:
        return self._uids(Hearing.objects.filter(facility=self.facility))

    def _officers(self) -> Filled:
        return [{"pk": each.pk} for each in self.facility.officers.filter(role="kitchen")]

    def _proposals(self) -> Any:
        return IntakeProposal.objects.filter(batch__facility=self.facility).select_related("batch")

    def _documents(self) -> Filled:
        rows = Document.objects.filter(stay__facility=self.facility).select_related("stay__person")[:TRIED]
        return [{"uid": row.stay.person.uid, "document": row.uid} for row in rows]

    def _verdicts(self) -> Filled:
        rows = Verdict.objects.filter(stay__in=self._inside()).select_related("stay__person")[:TRIED]
        return [{"uid": row.stay.person.uid, "verdict": row.pk} for row in rows]

    def _rows(self, kind: Any) -> Filled:
        rows = kind.model.objects.filter(**{kind.path.replace("uid", "facility"): self.facility})
        return [{"uid": uid, "pk": pk} for uid, pk in self._spread(rows.values_list(kind.path, "pk"))]

    def _gone(self) -> Filled:
        rows = self.facility.stays.exclude(released_on=None).select_related("person").order_by("pk")[:TRIED]
        return [{"uid": stay.person.uid} for stay in rows]

    def _people(self) -> Filled:
        return [{"uid": stay.person.uid} for stay in self._spread(self._inside().select_related("person"))]

    def _inside(self) -> Any:
        return self.facility.stays.filter(released_on=None, status="convict")

    def _spread(self, rows: Any) -> Any:
        return rows.order_by("pk")[:: max(rows.count() // TRIED, 1)][:TRIED]

    def _next_year(self) -> int:
        return int(self.facility.occasions.order_by("grant_day")[0].grant_day.year)
