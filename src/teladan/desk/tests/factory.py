"""A small prison for tests: one officer a role, and people in every state a page must show."""

from datetime import date, datetime, timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from teladan.desk.reforms.examples import EXAMPLES
from teladan.people.intake.tests.render import Facts, as_issued
from teladan.people.intake_services import receive
from teladan.people.models import (
    Absence,
    Certificate,
    ConductReport,
    Detention,
    Discipline,
    Facility,
    IntakeProposal,
    Movement,
    Officer,
    Person,
    Programme,
    Remission,
    RiskAssessment,
    Sentence,
    Stay,
    Verdict,
)
from teladan.people.models.facility import Role
from teladan.people.services import add, attach_document, change, remove
from teladan.rights.models import (
    Case,
    Decision,
    Hearing,
    LawSeen,
    ReformRun,
    RightStanding,
    Standing,
    StandingChange,
    Step,
    TeamMember,
)
from teladan.rights.reforms.compare import Grade, month_starts
from teladan.rights.services import assess_stays, feasts, plan_hearing

TODAY = date(2026, 11, 24)


def facility(name="Lapas Contoh", **more):
    given = {"place": "Contoh", "regional_office": "Kanwil Contoh", "probation_office": "Bapas Contoh"}
    return Facility.objects.create(name=name, **(given | more))


def officers(prison):
    """Return one officer for each role, by role."""
    return {
        role: Officer.objects.create(
            username=f"{role}-{prison.pk}", full_name=f"Petugas {role.label}", role=role, facility=prison
        )
        for role in Role
    }


def person(prison, name, *, number=1, status="convict", room="A-1", **more):
    """Return an open stay of a new person."""
    given = {"sex": "male", "religion": "protestant", "birth_date": date(1988, 3, 2)}
    who = _kept(Person, facility=prison, name=name, **given)
    return _kept(
        Stay,
        person=who,
        facility=prison,
        status=status,
        register_number=f"BI-{number:03}/2024",
        register_class="B.I" if status == "convict" else "A.III",
        admitted_on=date(2024, 2, 11),
        room=room,
        **more,
    )


def reform(prison):
    """Return a draft that was tried in this prison, with what came out: once for a test."""
    if there := ReformRun.objects.filter(facility=prison).first():
        return there
    markus = Stay.objects.get(facility=prison, person__name__startswith="Markus")
    days, curve = month_starts(TODAY), list(range(37, 0, -1))
    result = {
        "people": 6,
        "others": 1,
        "due": 2,
        "grades": {str(each): {"people": int(each == "earlier"), "days": 120 * (each == "earlier")} for each in Grade},
        "ways": [["parole", "home_assimilation", 1], ["release", "release", 5]],
        "months": [day.isoformat() for day in days],
        "before": curve,
        "before_coming": curve,
        **{name: [max(number - 3, 0) for number in curve] for name in ("after", "after_coming")},
        "moved": [[markus.pk, "earlier", -120, "2027-12-01", "2027-08-03", "parole", "home_assimilation"]],
    }
    example = EXAMPLES["asimilasi-rumah"]
    title = {"id": "Asimilasi di rumah dibuka lagi", "en": "Assimilation at home opens again"}
    about = {
        "name": example.name,
        "title": title,
        "text": example.text(TODAY),
        "first": date(2027, 3, 1),
        "as_of": TODAY,
    }
    return ReformRun.objects.create(facility=prison, made_at=timezone.now(), result=result, **about)


def convict(prison, name="Markus Tanpanama", *, number=1, case_officer=None):
    """Return somebody sentenced to 5 years 6 months, with one remission, reports and an open case."""
    stay = person(prison, name, number=number, case_officer=case_officer)
    verdict = _kept(
        Verdict,
        stay=stay,
        case_number=f"{number}/Pid.B/2024/PN Contoh",
        court="Pengadilan Negeri Contoh",
        verdict_date=date(2024, 7, 25),
        final_on=date(2024, 8, 1),
        offence="theft",
        articles=["KUHP:363"],
    )
    _kept(Sentence, verdict=verdict, kind="prison", years=5, months=6, fine_rp=1_000_000_000, substitute_months=3)
    _kept(Detention, stay=stay, authority="police", start=date(2024, 2, 11), end=None)
    _kept(Remission, stay=stay, kind="general", granted_on=date(2025, 8, 17), months=2)
    _kept(Remission, stay=stay, kind="religious", granted_on=date(2025, 12, 25), months=1)
    _kept(ConductReport, stay=stay, month=date(2026, 10, 1), rating="good")
    _kept(Discipline, stay=stay, on=date(2025, 3, 2), level="light", event="Terlambat apel")
    _kept(RiskAssessment, stay=stay, on=date(2026, 6, 1), level="low")
    _kept(Programme, stay=stay, name="Pertanian", from_day=date(2024, 9, 1))
    _kept(Absence, stay=stay, reason="hospital_suspension", from_day=date(2024, 3, 4), until=date(2024, 3, 6))
    _kept(Certificate, stay=stay, kind="merit", detail="blood_donor", on=date(2025, 1, 9))
    _kept(Movement, stay=stay, at=_noon(date(2026, 5, 4)), kind="hospital", note="sesak napas")
    standing(stay)
    return stay


def detainee(prison, name, *, number, until):
    """Return somebody held on a court's order that ends on a day."""
    stay = person(prison, name, number=number, status="detainee", room="C-2")
    _kept(Detention, stay=stay, authority="court", order_number="12/Pen", start=until - timedelta(days=29), end=until)
    Standing.objects.create(
        stay=stay,
        facility=prison,
        as_of=TODAY,
        facts_hash="0" * 64,
        law_version="1",
        start=until - timedelta(days=29),
        detention_ends=until,
    )
    return stay


def standing(stay, **more):
    """Return the assessment of the convict of this factory, as the law gives it."""
    dates = {
        "start": date(2024, 2, 11),
        "one_third": date(2025, 9, 11),
        "half": date(2026, 8, 12),
        "two_thirds": date(2027, 7, 13),
        "expiry_initial": date(2029, 8, 12),
        "expiry": date(2029, 5, 14),
        "release": date(2029, 8, 12),
        "term_days": 2007,
        "remission_days": 90,
        "substitute_days": 90,
        "register_class": "B.I",
    }
    found = Standing.objects.create(
        stay=stay,
        facility=stay.facility,
        as_of=TODAY,
        facts_hash="0" * 64,
        law_version="1",
        notes=[{"id": "Hari pelaksanaan tidak diketahui.", "en": "The day of execution is not known."}],
        **(dates | more),
    )
    rights = (
        ("general_remission", "upcoming", date(2027, 8, 17), 90, [], []),
        ("religious_remission", "upcoming", date(2026, 12, 25), 30, [], []),
        ("parole", "upcoming", date(2027, 7, 11), None, [], []),
        ("assimilation", "eligible", date(2026, 8, 10), None, [], []),
        ("family_leave", "blocked", date(2027, 1, 1), 2, ["no_violation_this_year"], []),
        ("pre_release_leave", "needs_facts", date(2028, 12, 1), 60, [], ["risk_has_fallen", "good_conduct_report"]),
        ("conditional_leave", "excluded", None, None, ["sentence_within_limit"], []),
        ("home_assimilation", "closed", None, None, [], []),
    )
    for code, status, day, length, failed, unknown in rights:
        RightStanding.objects.create(
            standing=found, right=code, status=status, date=day, length_days=length, failed=failed, unknown=unknown
        )
    return found


def case(stay, right="religious_remission", *, due, office="registrar"):
    """Return an open case whose present step is due on a day."""
    made = _kept(
        Case,
        facility=stay.facility,
        stay=stay,
        right=right,
        occurrence=f"{due}",
        date=date(2026, 12, 25),
        opened_at=_noon(TODAY - timedelta(days=30)),
        as_of=TODAY,
        facts_hash="0" * 64,
        law_version="1",
    )
    _kept(
        Step,
        case=made,
        order=1,
        kind="documents",
        office=office,
        state="open",
        opened_on=TODAY - timedelta(days=30),
        due_on=due,
    )
    _kept(Step, case=made, order=2, kind="hearing", office="hearing_team")
    return made


def moved(stay):
    """Let the dates of a stay move for each reason there is; once. The newest: a new law, and days alone."""
    if StandingChange.objects.filter(stay=stay).exists():
        return stay
    registrar = Officer.objects.get(facility=stay.facility, role=Role.REGISTRAR)
    said = {"actor": registrar, "today": TODAY}
    assess_stays([stay], TODAY)
    grant = {"kind": "general", "granted_on": date(2026, 8, 17), "months": 3, "decree_number": "PAS-17/2026"}
    add(Remission, stay, grant, why="Keputusan diterima", **said)
    term = Sentence.objects.get(verdict__stay=stay)
    change(term, {"months": 3}, expected_version=term.version, why="Salah baca petikan", **said)
    note = Discipline.objects.filter(stay=stay).first()
    remove(note, expected_version=note.version, why="Bukan orangnya", **said)
    source = {"source": "SKB 3 Menteri 2026", "actor": None, "now": timezone.now()}
    feasts.move_feast("protestant", date(2026, 12, 25), date(2026, 12, 26), **source)
    late = {"kind": "religious", "granted_on": TODAY + timedelta(days=1), "days": 15, "decree_number": "PAS-25/2026"}
    _kept(Remission, stay=stay, **late)
    assess_stays([stay], TODAY)
    assess_stays([stay], TODAY + timedelta(days=1))
    rules = dict(LawSeen.objects.latest("id").rules)
    parole = max(name for name in rules if name.startswith("right.parole."))
    rules |= dict.fromkeys((parole, "criterion.no_escape.1999-12-23", "arithmetic.credit"), "0")
    LawSeen.objects.create(version="0123456789abcdef", first_used_at=timezone.now(), rules=rules)
    Standing.objects.filter(stay=stay).update(law_version="0123456789abcdef", half=date(2026, 6, 1))
    assess_stays([stay], TODAY + timedelta(days=1))
    assess_stays([stay], TODAY + timedelta(days=300))
    return stay


def proposal(prison, text=""):
    """Return a proposal that waits, read from a made-up verdict; the first one when it is there already."""
    found = IntakeProposal.objects.filter(batch__facility=prison).first()
    if found and not text:
        return found
    upload = SimpleUploadedFile("putusan.txt", (text or as_issued(Facts())).encode())
    registrar = Officer.objects.get(facility=prison, role=Role.REGISTRAR)
    return receive([upload], facility=prison, actor=registrar).proposals.get()


def document(stay, name="pernyataan.txt", kind="statement"):
    """Return a document of the stay; the same one when it is there already."""
    registrar = Officer.objects.get(facility=stay.facility, role=Role.REGISTRAR)
    sent = {"kind": kind, "name": name, "content": f"Surat pernyataan contoh: {name}.".encode()}
    return attach_document(stay, **sent, actor=registrar, why="data uji")


def team(prison, size=5):
    """Return the hearing team by decree: its first member signs in, the others come from outside."""
    sits = Officer.objects.get(facility=prison, role=Role.HEARING_TEAM)
    names = [sits.full_name, *(f"Anggota Luar {number}" for number in range(2, size + 1))]
    return [
        TeamMember.objects.create(
            facility=prison,
            officer=sits if name == sits.full_name else None,
            name=name,
            position="Anggota",
            decree_number="SK-1",
            from_day=date(2026, 1, 2),
        )
        for name in names
    ]


def decided(case):
    """Return the decision that grants a case."""
    case.state, case._change_reason = "granted", "data uji"
    case.save()
    return _kept(Decision, case=case, outcome="granted", on=TODAY, number="SK-7", takes_effect=TODAY)


def before_the_team(stay, right="parole", **more):
    """Return a case of this stay whose open step is the hearing."""
    made = case(stay, right, due=TODAY + timedelta(days=9), **more)
    made.steps.filter(kind="documents").update(state="done")
    made.steps.filter(kind="hearing").update(state="open", opened_on=TODAY)
    return made


def hearing(prison):
    """Return a planned hearing on one case; the same one when it is there already."""
    if found := Hearing.objects.filter(facility=prison).first():
        return found
    if not TeamMember.objects.filter(facility=prison).exists():
        team(prison)
    before_the_team(Stay.objects.get(facility=prison, person__name__startswith="Yohanis"))
    return plan_hearing(prison, number="TPP-1", on=TODAY, actor=None)


def prison_in_use():
    """Return a facility with its officers and people in every state that the home page counts."""
    prison = facility()
    staff = officers(prison)
    wali = staff[Role.CASE_OFFICER]
    stay = convict(prison, case_officer=wali)
    case(stay, due=TODAY - timedelta(days=4))
    other = convict(prison, "Yohanis Contoh", number=2)
    case(other, due=TODAY, office="head")
    late = convict(prison, "Stefanus Lewat", number=3)
    late.standing.release = late.standing.expiry = TODAY - timedelta(days=2)
    late.standing.save()
    soon = convict(prison, "Agus Sebentar", number=4)
    soon.standing.release = TODAY + timedelta(days=20)
    soon.standing.save()
    detainee(prison, "Daud Tahanan", number=5, until=TODAY + timedelta(days=2))
    detainee(prison, "Elias Lewat", number=6, until=TODAY - timedelta(days=1))
    person(prison, "Baru Datang", number=7, status="detainee")
    person(prison, "Pernah Masuk", number=8, released_on=date(2025, 6, 1), release_kind="expiry")
    return prison, staff


def _kept(model, **values):
    """Save a recorded row as the services do, with a reason."""
    row = model(**values)
    row._change_reason = "data uji"
    row.save()
    return row


def _noon(day):
    return timezone.make_aware(datetime(day.year, day.month, day.day, 12))  # noqa: DTZ001
