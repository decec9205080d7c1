"""What an officer sends: files, and the fields of a proposal's page as the browser would."""

from uuid import uuid4

from django.core.files.uploadedfile import SimpleUploadedFile
from django.forms import BooleanField
from django.urls import reverse

from teladan.desk.intake.form import ProposalForm
from teladan.desk.intake.initial import initial_of
from teladan.people.models import IntakeBatch, IntakeProposal

NEW = {
    "who": "new",
    "name": "Rama Contoh",
    "sex": "male",
    "birth_date": "1988-01-01",
    "register_number": "BI-900/2018",
    "status": "convict",
    "admitted_on": "2018-05-20",
    "final_state": "yes",
    "final_on": "2018-05-15",
    "why": "Putusan diterima dari kejaksaan",
    "do": "confirm",
}


def upload(client, *files, key=None):
    """Send files; return the batch they became."""
    sent = [SimpleUploadedFile(name, content) for name, content in files]
    answer = client.post(reverse("desk:intake_upload"), {"uploads": sent, "key": str(key or uuid4())})
    assert answer.status_code == 302, answer.content.decode()
    return IntakeBatch.objects.get(uid=answer["Location"].split("/")[-2])


def proposal_of(client, text, name="putusan.txt"):
    return upload(client, (name, text.encode())).proposals.get()


def fields(proposal, **typed):
    """Return what the page's form sends when nothing but `typed` is changed."""
    facility = proposal.batch.facility
    form = ProposalForm(proposal, facility, initial=initial_of(proposal, []))
    sent = {}
    for field in form:
        value = field.value()
        if value not in (None, "", False):
            sent[field.html_name] = "on" if isinstance(field.field, BooleanField) else str(value)
    return sent | typed


def confirm(client, proposal, **typed):
    return client.post(reverse("desk:intake_confirm", args=[proposal.uid]), fields(proposal, **typed))


def page(client, proposal):
    return client.get(reverse("desk:intake_proposal", args=[proposal.uid])).content.decode()


def waiting():
    return IntakeProposal.objects.filter(state="waiting")


def complete(page):
    """Fill in, in a real browser, what a verdict does not say."""
    page.get_by_label("Orang baru").check()
    page.get_by_role("textbox", name="Nama", exact=True).fill("Rama Contoh")
    page.get_by_label("Jenis kelamin").select_option("male")
    page.get_by_label("Tanggal lahir").fill("1988-01-01")
    page.get_by_role("textbox", name="Nomor register", exact=True).fill("BI-900/2018")
    page.get_by_label("Status").select_option("convict")
    page.get_by_label("Tanggal masuk").fill("2018-05-20")
    page.get_by_label("Sudah", exact=True).check()
    page.get_by_label("Berkekuatan hukum tetap sejak").fill("2018-05-15")
    page.get_by_label("Mengapa", exact=True).fill("Putusan diterima dari kejaksaan")
