"""One act makes the cases of a remission day; pressed twice it makes them once."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from teladan.desk.access import allowed
from teladan.desk.officer import facility_here, officer_of
from teladan.desk.remission_day.asked import asked
from teladan.desk.remission_day.job import back_from, problems_of
from teladan.rights.jobs.asking import ask_open
from teladan.rights.models import Job


@require_POST
@allowed("occasions.work")
def remission_open(request: HttpRequest) -> HttpResponse:
    """Ask for all cases of the day and watch it; refused at once, ask for the day again with what was asked."""
    wanted, form = asked(request.POST)
    if wanted is not None:
        officer = officer_of(request)
        house, now = facility_here(officer), timezone.now()
        job = ask_open(house, wanted.right, wanted.day, wanted.religion, actor=officer, now=now)
        if not job.finished:
            return redirect("desk:remission_job", uid=job.uid)
        if job.state == Job.State.DONE:
            return redirect(back_from(job))
        for _field, sentence in problems_of(job):
            form.add_error(None, sentence)
    return render(request, "desk/remission_day/ask.html", {"form": form}, status=422)
