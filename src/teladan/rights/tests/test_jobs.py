"""Long work: asked once, done once, stopped, refused, taken up again after a kill."""

import datetime as dt
import io
from itertools import chain, repeat

import pytest
from django.core.management import call_command
from django.db import OperationalError, transaction
from django_tasks_db.models import DBTaskResult
from pypdf import PdfReader

from teladan.rights.feasts import feast_days
from teladan.rights.jobs import progress, running, tasks, worker
from teladan.rights.jobs.asking import ask_decide, ask_open, ask_print, following, stop
from teladan.rights.jobs.place import is_working, take_place
from teladan.rights.letters import decrees_file
from teladan.rights.models import Case, Job, Occasion, RightStanding
from teladan.rights.services.feasts import move_feast
from teladan.rights.tests.world import convict, facility, now, officer

pytestmark = pytest.mark.django_db
DAY = dt.date(2026, 8, 17)


@pytest.fixture
def queued(monkeypatch):
    """Let work wait in the queue of the database, as it does where a worker runs."""
    monkeypatch.setattr(tasks, "perform", tasks.perform.using(backend="queue"))
    monkeypatch.setattr(worker.Worker, "configure_signals", lambda _worker: None)
    monkeypatch.setattr(worker.time, "sleep", lambda _seconds: None)
    monkeypatch.setattr(worker, "close_old_connections", lambda: None)
    monkeypatch.setattr("django_tasks_db.management.commands.db_worker.close_old_connections", lambda: None)


@pytest.fixture
def where():
    made = facility()
    convict(made)
    return made


def opening(where, clerk=None) -> Job:
    return ask_open(where, "general_remission", DAY, "", actor=clerk, now=now())


def work_once() -> None:
    worker.work(chain([True], repeat(False)).__next__, "queue")


def test_asked_twice_waits_once_and_is_done_once(where, queued) -> None:
    clerk = officer(where)
    first, second = opening(where, clerk), opening(where, clerk)
    assert (first.pk, first.state, DBTaskResult.objects.count()) == (second.pk, "waiting", 1)
    assert not Occasion.objects.exists()
    work_once()
    first.refresh_from_db()
    assert (first.state, first.occasion.made_by, first.occasion.cases.count()) == ("done", clerk, 1)
    running.run(first.pk, 2)  # the worker was killed after the act: done again, it does nothing
    assert Case.objects.filter(occasion__isnull=False).count() == 1


def test_who_waits_for_nothing_is_told_why(queued) -> None:
    empty = facility()
    job = opening(empty)
    work_once()
    job.refresh_from_db()
    assert (job.state, job.problems[0]["en"][:6]) == ("refused", "Nobody")
    assert opening(empty).pk != job.pk  # may be asked again


def test_a_waiting_job_is_taken_back_at_once(where, queued) -> None:
    job = opening(where)
    stop(job, now())
    work_once()
    job.refresh_from_db()
    assert (job.state, Occasion.objects.count()) == ("stopped", 0)


def test_a_running_job_stops_before_its_next_part_and_leaves_nothing(where, monkeypatch) -> None:
    told = []

    def tell(job, part) -> None:
        told.append(part)
        if part == "cases":
            progress.ask_to_stop(job)

    monkeypatch.setattr(progress, "tell", tell)
    job = opening(where)
    assert (job.state, told, Occasion.objects.count(), Case.objects.count()) == ("stopped", ["compute", "cases"], 0, 0)
    assert not progress.is_to_stop(job.uid)


def test_what_fails_is_kept_and_may_be_asked_again(where, monkeypatch) -> None:
    with monkeypatch.context() as broken:
        broken.setattr("teladan.rights.jobs.kinds.open_occasion", lambda *_a, **_k: 1 / 0)
        assert opening(where).state == "failed"
    assert opening(where).state == "done"


def test_work_of_a_killed_worker_is_taken_up_again_three_times(where, queued) -> None:
    job = opening(where)
    for killed in range(3):
        DBTaskResult.objects.get().claim(f"worker {killed}")  # and then SIGKILL
        assert worker.take_up_again() == 1
    work_once()
    job.refresh_from_db()
    assert (job.state, Occasion.objects.count()) == ("failed", 0)


def test_a_job_whose_end_could_not_be_written_does_not_block_the_same_act_for_ever(where, queued, monkeypatch) -> None:
    def away(*_args, **_kwargs):
        raise OperationalError("the connection is lost")

    job = opening(where)
    with monkeypatch.context() as broken:
        broken.setattr(running, "_end", away)
        broken.setattr("teladan.rights.jobs.kinds.open_occasion", away)
        work_once()
    assert DBTaskResult.objects.get().status == "FAILED"
    job.refresh_from_db()
    assert job.state == "running"
    worker.take_up_again()  # as the next worker does at its start
    job.refresh_from_db()
    assert job.state == "failed"
    assert opening(where).pk != job.pk


def test_the_worker_itself_ends_what_it_lost_before_it_takes_the_next(where, queued, monkeypatch) -> None:
    job = opening(where)
    with monkeypatch.context() as broken:
        broken.setattr(tasks, "run", lambda *_args: 1 / 0)  # for example locked out before "running" was written
        worker.work(chain([True, True], repeat(False)).__next__, "queue")
    job.refresh_from_db()
    assert job.state == "failed"


def test_it_is_done_when_the_next_worker_takes_it_up(where, queued) -> None:
    job = opening(where)
    DBTaskResult.objects.get().claim("killed")
    Job.objects.update(state=Job.State.RUNNING)
    worker.take_up_again()
    work_once()
    job.refresh_from_db()
    assert (job.state, Occasion.objects.count()) == ("done", 1)


def test_a_decision_prints_its_decrees_once(where) -> None:
    occasion = opening(where).occasion
    said = {"number": "PAS-17/2026", "on": DAY, "leave_changed": False, "actor": None, "now": now(DAY)}
    assert decrees_file(occasion) is None
    assert ask_decide(occasion, **said).state == "done"
    path = decrees_file(occasion)
    assert len(PdfReader(io.BytesIO(path.read_bytes())).pages) == 1
    assert path.stat().st_mode & 0o077 == 0
    made = path.stat().st_mtime_ns
    occasion.refresh_from_db()
    assert ask_print(occasion, actor=None, now=now(DAY)).state == "done"
    assert decrees_file(occasion).stat().st_mtime_ns == made
    other = ask_decide(occasion, **said | {"number": "OTHER"})
    assert (other.state, other.problems[0]["field"]) == ("refused", "decree_number")


def test_one_worker_has_the_place(tmp_path) -> None:
    with take_place(tmp_path):
        assert take_place(tmp_path) is None
        assert is_working(tmp_path)
    assert not is_working(tmp_path)


def test_a_worker_whose_parent_is_gone_ends(settings, tmp_path) -> None:
    settings.VAR = tmp_path
    with take_place(tmp_path):
        call_command("worker", parent=1 << 22)  # waits for the place, sees that nobody waits for it
    with transaction.atomic():
        assert worker.parent_lives(0)


def test_a_corrected_feast_is_followed_by_the_worker_in_each_facility_that_it_concerns(queued) -> None:
    here, there, elsewhere = facility(), facility("Lapas Lain"), facility("Lapas Jauh")
    stays = [convict(here, religion="hindu", years=6), convict(there, religion="hindu", years=6)]
    convict(elsewhere, religion="islam")
    table = feast_days("hindu", 2027)[0][0]
    row = move_feast("hindu", table, table + dt.timedelta(days=1), source="SKB", actor=officer(here, "head"), now=now())
    jobs = [following(where, row) for where in (here, there, elsewhere)]
    assert [job and job.state for job in jobs] == ["waiting", "waiting", None]
    dates = RightStanding.objects.filter(right="religious_remission", standing__stay__in=stays)
    assert not dates.exists()
    work_once()
    work_once()
    assert set(dates.values_list("date", flat=True)) == {table + dt.timedelta(days=1)}
