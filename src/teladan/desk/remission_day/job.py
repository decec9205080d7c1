"""Long work on a page: who asked, when, how far, stop. Asks for news by htmx, without JavaScript by loading again."""

from datetime import timedelta
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.views.decorators.http import require_GET, require_POST
from django_htmx.http import HttpResponseClientRedirect

from teladan.desk.access import allowed, find
from teladan.desk.remission_day.days import title_of
from teladan.rights.jobs import progress
from teladan.rights.jobs.asking import stop
from teladan.rights.jobs.kinds import PARTS
from teladan.rights.jobs.place import is_working
from teladan.rights.models import Job

LONG = timedelta(seconds=10)
# Work that follows something that stands already: it cannot be stopped, and leads back to this page.
BACK = {Job.Kind.FOLLOW: "desk:feasts", Job.Kind.CONFIRM: "desk:rules", Job.Kind.REFORM: "desk:reforms"}
SAID = {
    Job.Kind.DECIDE: gettext_lazy("Keputusan dicatat. Tanggal semua orang sudah dihitung ulang."),
    Job.Kind.FOLLOW: gettext_lazy("Semua warga binaan agama itu sudah dihitung ulang."),
}


@require_GET
@allowed("occasions.read")
def remission_job(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Show how far the work is; when it is done, go to what it made."""
    job = _job(request, uid)
    news: Any = getattr(request, "htmx", False)
    if job.state == Job.State.DONE:
        if job.kind in SAID:
            messages.success(request, SAID[Job.Kind(job.kind)])
        return HttpResponseClientRedirect(back_from(job)) if news else redirect(back_from(job))
    page = "desk/remission_day/job_state.html" if news else "desk/remission_day/job.html"
    return render(request, page, progress_of(job) | {"news": reverse("desk:remission_job", args=[job.uid])})


@require_POST
@allowed("occasions.work")
def remission_job_stop(request: HttpRequest, uid: UUID) -> HttpResponse:
    """End the work before its next part; what it wrote is undone."""
    job = _job(request, uid)
    if not job.finished and job.kind not in BACK:
        stop(job, timezone.now())
    return redirect("desk:remission_job", uid=uid)


def _job(request: HttpRequest, uid: UUID) -> Job:
    return find(request, Job.objects.select_related("facility", "occasion", "asked_by"), uid=uid)


def back_from(job: Job) -> str:
    """Return the page to go to after the work: what it made, or where to try again."""
    if job.kind in BACK:
        return reverse(BACK[Job.Kind(job.kind)])
    if job.occasion is None:
        asked = {"hak": job.asked["right"], "tanggal": job.asked["day"], "agama": job.asked["religion"]}
        return f"{reverse('desk:remission_proposal')}?{urlencode(asked)}"
    again = f"?kerja={job.uid}" if job.state == Job.State.REFUSED else ""
    return reverse("desk:remission_day", args=[job.occasion.uid]) + again


def problems_of(job: Job) -> list[tuple[str, str]]:
    """Return what was refused, field and sentence, in the reader's language."""
    language = "en" if (get_language() or "id").startswith("en") else "id"
    return [(each["field"], each[language]) for each in job.problems]


def progress_of(job: Job) -> dict[str, Any]:
    """Return what a page shows of a job: its parts, which are done, what was refused, where to go."""
    parts, now = PARTS[Job.Kind(job.kind)], progress.part_of(job.uid)
    done = list(parts).index(now) if now in parts else 0
    waits = job.state == Job.State.WAITING and timezone.now() - job.asked_at > LONG
    return {
        "job": job,
        "title": _title(job),
        "parts": [
            {"words": words, "done": place < done, "now": code == now}
            for place, (code, words) in enumerate(parts.items())
        ],
        "done": done,
        "all": len(parts),
        "problems": [said for _field, said in problems_of(job)],
        "back": back_from(job),
        "stoppable": job.kind not in BACK,
        "stopping": not job.finished and progress.is_to_stop(job.uid),
        "nobody_works": waits and not is_working(settings.VAR),
    }


def _title(job: Job) -> str:
    right, religion = job.asked.get("right", ""), job.asked.get("religion", "")
    if job.kind == Job.Kind.FOLLOW:
        right = "religious_remission"
    elif job.kind in BACK:
        return str(job.get_kind_display())
    if job.occasion is not None:
        right, religion = job.occasion.right, job.occasion.religion
    return title_of(right, religion)
