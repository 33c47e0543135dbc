"""The checks of this room, and the job that makes a round."""

from workflows.services.jobs import register_runner
from workflows.watch import asked, books, files, house, standing, waiting, work
from workflows.watch.rounds import JOB_KIND, run_job


def register() -> None:
    """Make all of them known; called once when the site starts."""
    for subject in (standing, asked, waiting, books, work, files, house):
        subject.register()
    register_runner(JOB_KIND, run_job)
