"""The ledger holds no personal data, whatever the register's services were given."""

import datetime as dt
import json

from teladan.ledger.models import Entry
from teladan.people import services
from teladan.people.models import Certificate, Discipline
from teladan.people.tests.conftest import TODAY, WHY, admit_somebody, order_values, verdict_values

SECRETS = {
    "name": "Yohanes Rahasia",
    "alias": "Anosekali",
    "nik": "5371010101800001",
    "birth_place": "Kampungku",
    "address": "Jalan Tersembunyi",
    "occupation": "Nelayanku",
    "education": "Sekolahku",
    "birth_date": dt.date(1980, 7, 19),
    "religion": "hindu",
}
WHY_SECRET = "Karena Alasanku"


def test_nothing_of_a_person_reaches_the_ledger(facility, officer):
    verdict = verdict_values(case_number="77/Pid.Sus/2025/PN Rahasiaku", court="Pengadilanku", offence="corruption")
    stay = admit_somebody(
        facility,
        officer,
        person=SECRETS,
        stay={"room": "Kamarku"},
        detention=order_values(order_number="SP-Suratku"),
        verdicts=[verdict],
        why=WHY_SECRET,
    )
    said = {"actor": officer, "why": WHY_SECRET, "today": TODAY}
    services.change(stay.person, {"address": "Gang Sembunyi"}, expected_version=1, **said)
    services.move_room(stay, "Kamar Lainku", expected_version=1, **said)
    services.add(Discipline, stay, {"on": TODAY, "level": "heavy", "event": "Peristiwaku"}, **said)
    services.add(Certificate, stay, {"kind": "illness", "on": TODAY}, **said)
    services.attach_document(stay, kind="other", name="Berkasku.txt", content=b"isi", **said)
    services.release(stay, TODAY, "expiry", expected_version=2, **said)
    text = json.dumps(list(Entry.objects.values("action", "subject", "data")), default=str).lower()
    words = [str(value).lower() for value in SECRETS.values()]
    words += ["ku", "rahasia", "sembunyi", "alasan", "corruption", "illness", "heavy", "yohanes"]
    assert [word for word in words if word in text] == []
    assert Entry.objects.count() > 12


def test_short_values_cannot_be_guessed_from_their_digest(facility, officer, stay):
    from teladan.ledger.models import Head  # noqa: PLC0415
    from teladan.ledger.services import digest  # noqa: PLC0415
    from teladan.people.row_values import content_of  # noqa: PLC0415

    entry = Entry.objects.filter(action="people.person.added").get()
    guessed = content_of(stay.person)
    assert entry.data["digest"] == digest(Head.objects.get(facility=facility), guessed)
    assert entry.data["digest"] != digest(Head(salt="00" * 32), guessed)
    assert WHY not in json.dumps(entry.data)
