"""The one task of the queue: do a job. Done twice, or again after its worker was killed, it does nothing twice."""

from django_tasks import TaskContext, task

from teladan.rights.jobs.running import run


@task(takes_context=True)
def perform(context: TaskContext, job: int) -> None:
    """Do the job with this key."""
    run(job, context.attempt)
