"""Who may open which address of the desk: written down a second time, by hand, and compared with the site.

An address that is missing here fails the tests. Part of the desk by part; `places` fills an address with things of the
officer's own facility.
"""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from teladan.desk.tests import factory
from teladan.people.models import Officer, Stay
from teladan.people.models.facility import Role
from teladan.rights.models import Case, Confirmation, FeastCorrection, Job, Occasion, TeamMember

EVERYONE = set(Role)
READERS = {Role.REGISTRAR, Role.CASE_OFFICER, Role.HEARING_TEAM, Role.HEAD, Role.AUDITOR}
DRAFTS = READERS | {Role.SECURITY, Role.KITCHEN, Role.LEGAL}
INTAKE = {Role.REGISTRAR, Role.HEAD, Role.AUDITOR}


@dataclass(frozen=True)
class Address:
    """`roles` may open it; `places` gives what the address needs; `post` is sent instead of a GET."""

    roles: set
    places: object = dict
    post: dict | None = None

    @property
    def about_people(self):
        """Whether the address names somebody, who must not be seen from another facility."""
        return self.places.__name__ == "of_person"


def _person(**more):
    def of_person():
        return {"uid": Stay.objects.get(person__name__startswith="Markus").person.uid} | more

    return of_person


def _moved():
    def of_person():
        return {"uid": factory.moved(Stay.objects.get(person__name__startswith="Markus")).person.uid}

    return of_person


def _reform():
    def place():
        """Name a draft that was tried; its numbers name nobody, its table only to who sees dates."""
        return {"uid": factory.reform(Stay.objects.get(person__name__startswith="Markus").facility).uid}

    return place


def _case():
    def of_person():
        return {"uid": Case.objects.filter(stay__person__name__startswith="Markus").earliest("pk").uid}

    return of_person


def _line():
    def of_person():
        """Name a line of the checklist of Markus's case."""
        case = Case.objects.get(stay__person__name__startswith="Markus")
        case.steps.filter(kind="documents").update(checklist=[{"code": "statement", "done": False}])
        return {"uid": case.uid, "code": "statement"}

    return of_person


def _proposal():
    def of_person():
        return {"uid": factory.proposal(Stay.objects.get(person__name__startswith="Markus").facility).uid}

    return of_person


def _row(related, **path):
    """Name the first row of this kind that Markus has."""

    def of_person():
        stay = Stay.objects.get(person__name__startswith="Markus")
        row = {"sentences": lambda: stay.verdicts.get().sentences, "verdicts": lambda: stay.verdicts}
        pk = row.get(related, lambda: getattr(stay, related))().first().pk
        return {"uid": stay.person.uid, "pk": pk} | path

    return of_person


def _own(what):
    def of_person():
        stay = Stay.objects.get(person__name__startswith="Markus")
        return {"uid": stay.person.uid, "pk": stay.person.pk if what == "person" else stay.pk}

    return of_person


def _verdict():
    def of_person():
        stay = Stay.objects.get(person__name__startswith="Markus")
        return {"uid": stay.person.uid, "verdict": stay.verdicts.get().pk}

    return of_person


def _document():
    def of_person():
        stay = Stay.objects.get(person__name__startswith="Markus")
        return {"uid": stay.person.uid, "document": factory.document(stay).uid}

    return of_person


def _rows(kind, roles, related):
    """Add, change and remove of one kind of row, by the same roles."""
    return {
        f"person_{kind}_add": Address(roles, _person()),
        f"person_{kind}_change": Address(roles, _row(related)),
        f"person_{kind}_remove": Address(roles, _row(related)),
    }


def _left():
    def of_person():
        return {"uid": Stay.objects.exclude(released_on=None).filter(person__name="Pernah Masuk").get().person.uid}

    return of_person


def _hearing():
    def of_person():
        return {"uid": factory.hearing(Stay.objects.get(person__name__startswith="Markus").facility).uid}

    return of_person


def _member():
    def of_person():
        prison = Stay.objects.get(person__name__startswith="Markus").facility
        return {"pk": (TeamMember.objects.filter(facility=prison).first() or factory.team(prison)[0]).pk}

    return of_person


def _colleague():
    def of_person():
        prison = Stay.objects.get(person__name__startswith="Markus").facility
        return {"pk": Officer.objects.get(facility=prison, role=Role.KITCHEN).pk}

    return of_person


def _correction():
    def of_all():
        """Name a correction of the table of feasts, which belongs to every facility."""
        given = {"religion": "protestant", "year": 2027, "day": date(2027, 12, 24), "replaces": date(2027, 12, 25)}
        made = FeastCorrection.objects.get_or_create(**given, defaults={"source": "SKB", "made_at": timezone.now()})
        return {"pk": made[0].pk}

    return of_all


def _confirmation():
    def of_all():
        """Name a confirmation of a rule, which belongs to every facility."""
        given = {"rule": "criterion.no_escape.1999-12-23", "regulation": "Keppres 174/1999", "article": "12"}
        given |= {"digest": "0" * 32, "why": "dibaca", "made_at": timezone.now()}
        return {"pk": (Confirmation.objects.first() or Confirmation.objects.create(**given)).pk}

    return of_all


def _batch():
    def of_person():
        return {"uid": factory.proposal(Stay.objects.get(person__name__startswith="Markus").facility).batch.uid}

    return of_person


def _occasion():
    def of_person():
        prison = Stay.objects.get(person__name__startswith="Markus").facility
        given = {"facility": prison, "right": "general_remission", "grant_day": date(2027, 8, 17)}
        return {"uid": Occasion.objects.get_or_create(**given, defaults={"made_at": timezone.now()})[0].uid}

    return of_person


def _job():
    def of_person():
        prison = Stay.objects.get(person__name__startswith="Markus").facility
        asked = {"right": "general_remission", "day": "2027-08-17", "religion": ""}
        given = {"facility": prison, "kind": "open", "key": "open:test", "asked": asked}
        return {"uid": Job.objects.get_or_create(**given, defaults={"asked_at": timezone.now()})[0].uid}

    return of_person


ADDRESSES = {
    "home": Address(EVERYONE),
    "people": Address(READERS | {Role.SECURITY, Role.CLINIC, Role.TRAINER}),
    "people_search": Address(READERS | {Role.SECURITY, Role.CLINIC, Role.TRAINER}, post={"kata": "Markus"}),
    "releases": Address(READERS | {Role.SECURITY}),
    "detention": Address({Role.REGISTRAR, Role.HEAD, Role.SECURITY, Role.AUDITOR}),
    "overstay": Address(READERS | {Role.SECURITY}),
    "wards": Address({Role.CASE_OFFICER, Role.HEAD, Role.AUDITOR}),
    "missing": Address(READERS),
    "steps": Address(READERS),
    "meals": Address({Role.KITCHEN, Role.HEAD, Role.AUDITOR}),
    "calculator": Address(EVERYONE),
    "rules": Address(EVERYONE),
    "rule": Address(EVERYONE, lambda: {"code": "parole"}),
    "feasts": Address(EVERYONE),
    "rules_search": Address(EVERYONE),
    "rules_books": Address(EVERYONE),
    "rules_book": Address(EVERYONE, lambda: {"slug": "permenkumham-3-2018"}),
    "rule_item": Address(EVERYONE, lambda: {"kind": "criterion", "name": "no_escape"}),
    "rule_confirm": Address({Role.LEGAL}, lambda: {"version": "criterion.no_escape.1999-12-23"}),
    "rule_withdraw": Address({Role.LEGAL}, _confirmation()),
    "demo": Address(EVERYONE),
    "person": Address(READERS | {Role.SECURITY, Role.CLINIC, Role.TRAINER}, _person()),
    "person_sentence": Address(READERS, _person()),
    "person_conduct": Address(READERS | {Role.SECURITY, Role.TRAINER}, _person()),
    "person_movements": Address(READERS | {Role.SECURITY, Role.CLINIC}, _person()),
    "person_documents": Address(READERS, _person()),
    "person_history": Address({Role.REGISTRAR, Role.HEAD, Role.AUDITOR}, _person()),
    "person_date": Address(READERS | {Role.SECURITY}, _person(code="expiry")),
    "person_forecast": Address(READERS | {Role.SECURITY}, _person()),
    "person_moves": Address(READERS | {Role.SECURITY}, _moved()),
    "person_worksheet": Address(READERS | {Role.SECURITY}, _person()),
    "person_right": Address(READERS | {Role.SECURITY}, _person(code="parole")),
    "person_admit": Address({Role.REGISTRAR}),
    "person_admit_again": Address({Role.REGISTRAR}, _left()),
    "person_room": Address({Role.REGISTRAR, Role.SECURITY}, _person()),
    "person_leave": Address({Role.REGISTRAR}, _person()),
    "person_pay": Address({Role.REGISTRAR}, _row("sentences")),
    "person_check": Address({Role.REGISTRAR}, _person()),
    "person_document_add": Address({Role.REGISTRAR}, _person()),
    "person_document": Address(READERS, _document()),
    "person_document_remove": Address({Role.REGISTRAR}, _document()),
    "person_identitas_change": Address({Role.REGISTRAR}, _own("person")),
    "person_masa_change": Address({Role.REGISTRAR}, _own("stay")),
    **_rows("penahanan", {Role.REGISTRAR}, "detentions"),
    **_rows("tidak-dihitung", {Role.REGISTRAR}, "absences"),
    **_rows("mutasi", {Role.REGISTRAR, Role.SECURITY}, "movements"),
    **_rows("putusan", {Role.REGISTRAR}, "verdicts"),
    **_rows("pidana", {Role.REGISTRAR}, "sentences") | {"person_pidana_add": Address({Role.REGISTRAR}, _verdict())},
    **_rows("remisi", {Role.REGISTRAR}, "remissions"),
    **_rows("surat", {Role.REGISTRAR}, "certificates"),
    **_rows("rapor", {Role.CASE_OFFICER}, "conduct_reports"),
    **_rows("register-f", {Role.SECURITY}, "disciplines"),
    **_rows("risiko", {Role.REGISTRAR, Role.CASE_OFFICER}, "risk_assessments"),
    **_rows("program", {Role.CASE_OFFICER, Role.TRAINER}, "programmes"),
    "intake": Address(INTAKE),
    "intake_upload": Address({Role.REGISTRAR}, post={}),
    "intake_batch": Address(INTAKE, _batch()),
    "intake_proposal": Address(INTAKE, _proposal()),
    "intake_confirm": Address({Role.REGISTRAR}, _proposal(), post={"do": "confirm"}),
    "intake_reject": Address({Role.REGISTRAR}, _proposal(), post={}),
    "intake_file": Address(INTAKE, _proposal()),
    "cases": Address(READERS),
    "case": Address(READERS, _case()),
    # The open step of this case is the registrar's.
    "case_step": Address({Role.REGISTRAR}, _case(), post={}),
    "case_document": Address({Role.REGISTRAR}, _case(), post={}),
    "case_paper": Address({Role.REGISTRAR}, _line()),
    "case_decide": Address({Role.REGISTRAR, Role.HEAD}, _case(), post={}),
    "case_again": Address({Role.REGISTRAR, Role.HEAD}, _case(), post={}),
    "case_revoke": Address({Role.REGISTRAR, Role.HEAD}, _case(), post={}),
    "case_letter": Address(READERS, _case()),
    "hearings": Address(READERS),
    "hearing_plan": Address({Role.HEARING_TEAM}),
    "hearing": Address(READERS, _hearing()),
    "hearing_close": Address({Role.HEARING_TEAM}, _hearing(), post={}),
    "hearing_print": Address(READERS, _hearing()),
    "hearing_team": Address(READERS),
    "hearing_appoint": Address({Role.HEAD}),
    "hearing_team_size": Address({Role.HEAD}, post={}),
    "hearing_member_end": Address({Role.HEAD}, _member()),
    "remission_days": Address(READERS),
    "remission_proposal": Address(READERS),
    "remission_open": Address({Role.REGISTRAR, Role.HEAD}, post={"hak": "general_remission", "tanggal": "2027-08-17"}),
    "remission_day": Address(READERS, _occasion()),
    "remission_decide": Address({Role.REGISTRAR, Role.HEAD}, _occasion(), post={}),
    "remission_decrees": Address(READERS, _occasion()),
    "remission_print": Address({Role.REGISTRAR, Role.HEAD}, _occasion(), post={}),
    "remission_job": Address(READERS, _job()),
    "remission_job_stop": Address({Role.REGISTRAR, Role.HEAD}, _job(), post={}),
    "settings": Address({Role.HEAD, Role.AUDITOR}),
    "settings_preparation": Address({Role.HEAD}),
    "officers": Address({Role.HEAD, Role.AUDITOR}),
    "officer_add": Address({Role.HEAD}),
    **{
        name: Address({Role.HEAD}, _colleague())
        for name in ("officer", "officer_password", "officer_second_factor", "officer_close", "officer_open")
    },
    "reforms": Address(DRAFTS),
    "reform_try": Address({Role.REGISTRAR, Role.HEAD, Role.LEGAL}),
    "reform": Address(DRAFTS, _reform()),
    "feast_add": Address({Role.HEAD}),
    "feast_move": Address({Role.HEAD}, lambda: {"religion": "protestant", "day": "2026-12-25"}),
    "feast_take_back": Address({Role.HEAD}, _correction()),
}
