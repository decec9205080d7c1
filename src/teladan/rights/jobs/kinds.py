"""What each kind of job does, in which parts. `done` is called inside the act's transaction: all of it or nothing."""

import datetime as dt
from collections.abc import Callable

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from teladan.people.models import Stay
from teladan.rights import day
from teladan.rights.jobs.asking import ask_print
from teladan.rights.letters import keep_decrees
from teladan.rights.models import Case, Job, Occasion, ReformRun
from teladan.rights.remission_day.deciding import Except, decide_occasion, differences
from teladan.rights.remission_day.occasion import open_occasion
from teladan.rights.remission_day.telling import Tell
from teladan.rights.services.assess import assess_facility
from teladan.rights.services.recalculating import recalculate_many

Done = Callable[[], None]
CHANGED = "Data berubah setelah usulan."
PARTS = {
    Job.Kind.OPEN: {
        "compute": _("Menghitung siapa mendapat berapa"),
        "cases": _("Menulis perkara dan tahapnya"),
        "ledger": _("Menulis buku besar"),
    },
    Job.Kind.DECIDE: {
        "compute": _("Membandingkan dengan data sekarang"),
        "cases": _("Menutup perkara"),
        "register": _("Mencatat remisi dan menghitung ulang semua tanggal"),
        "decisions": _("Menulis keputusan dan buku besar"),
    },
    Job.Kind.PRINT: {"letters": _("Menyusun satu halaman untuk setiap orang")},
    Job.Kind.FOLLOW: {"compute": _("Menghitung ulang tanggal dan hak")},
    Job.Kind.CONFIRM: {"compute": _("Menulis ulang catatan")},
    Job.Kind.REFORM: {
        "read": _("Membaca data semua orang"),
        "before": _("Menghitung menurut aturan sekarang"),
        "after": _("Menghitung menurut rancangan"),
        "compare": _("Membandingkan"),
    },
}


@transaction.atomic
def _open(job: Job, tell: Tell, done: Done) -> None:
    asked = job.asked
    job.occasion = open_occasion(
        job.facility,
        asked["right"],
        dt.date.fromisoformat(asked["day"]),
        religion=asked["religion"],
        actor=job.asked_by,
        now=job.asked_at,
        how=asked["how"],
        tell=tell,
    )
    done()


@transaction.atomic
def _decide(job: Job, tell: Tell, done: Done) -> None:
    occasion, asked = _occasion(job), job.asked
    tell("compute")
    occasion = decide_occasion(
        occasion,
        decree_number=asked["number"],
        on=dt.date.fromisoformat(asked["on"]),
        actor=job.asked_by,
        except_for=_changed(occasion) if asked["leave_changed"] else None,
        now=job.asked_at,
        tell=tell,
    )
    if occasion.cases.filter(state=Case.State.GRANTED).exists():
        ask_print(occasion, actor=job.asked_by, now=job.asked_at)
    done()


def _print(job: Job, tell: Tell, done: Done) -> None:
    tell("letters")
    keep_decrees(_occasion(job))
    done()


@transaction.atomic
def _follow(job: Job, tell: Tell, done: Done) -> None:
    tell("compute")
    inside = Stay.objects.filter(facility=job.facility, released_on=None, person__religion=job.asked["religion"])
    recalculate_many(inside)
    done()


@transaction.atomic
def _confirm(job: Job, tell: Tell, done: Done) -> None:
    tell("compute")
    assess_facility(job.facility, day.current())
    done()


def _reform(job: Job, tell: Tell, done: Done) -> None:
    # Minutes of reading and computing hold no lock: only what came out is one transaction.
    from teladan.rights.reforms.services import compute  # noqa: PLC0415 - it asks for jobs itself

    run = ReformRun.objects.select_related("facility").get(uid=job.asked["run"])
    result = compute(run, tell)
    with transaction.atomic():
        ReformRun.objects.filter(pk=run.pk).update(result=result)
        done()


def _occasion(job: Job) -> Occasion:
    if job.occasion is None:
        raise ValueError(f"job {job.pk}: a {job.kind} is about an occasion")
    return job.occasion


def _changed(occasion: Occasion) -> dict[int, Except]:
    """Return the cases that today's facts no longer support, each with the condition that is not met."""
    found = differences(occasion)
    return {each.case.pk: Except(each.criterion, CHANGED) for each in found if each.days == 0 and each.criterion}


ACTS: dict[str, Callable[[Job, Tell, Done], None]] = {
    Job.Kind.OPEN: _open,
    Job.Kind.DECIDE: _decide,
    Job.Kind.PRINT: _print,
    Job.Kind.FOLLOW: _follow,
    Job.Kind.CONFIRM: _confirm,
    Job.Kind.REFORM: _reform,
}
