"""Handing several cases to a colleague: a job that says what became of each."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from parties.models import User
from workflows import tasks
from workflows.bulk.rows import Done, do_once
from workflows.models import BackgroundJob, Case
from workflows.services import jobs

HAND_OVER = "hand_over_cases"


def register() -> None:
    """Make this kind of work known; called once when the site starts."""
    jobs.register_runner(HAND_OVER, run)


def start(case_ids: Sequence[int], *, to: User, by: User, reason: str = "") -> BackgroundJob:
    """Start handing cases to a colleague, in the order given."""
    title = ngettext(
        "Handing %(number)d case to %(person)s",
        "Handing %(number)d cases to %(person)s",
        len(case_ids),
    )
    return jobs.start_job(
        kind=HAND_OVER,
        title=title % {"number": len(case_ids), "person": to},
        by=by,
        inputs={"cases": list(case_ids), "to": to.pk, "reason": reason},
        total=len(case_ids),
    )


def run(job: BackgroundJob) -> None:
    """Hand the cases over one by one; one that cannot go is left and listed."""
    to = User.objects.get(pk=job.inputs["to"])
    by = User.objects.get(pk=job.by_id)

    def hand(case: Case) -> Done:
        tasks.hand_over_case(case, by=by, to=to, reason=job.inputs["reason"])
        return Done(_("In the charge of {person}.").format(person=to))

    for case_id in job.inputs["cases"]:
        do_once(job, f"case-{case_id}", case_id, hand)
