"""Bulk work as a person starts it, with the worker's part done on the spot."""

import uuid

from django.urls import reverse

from workflows import bulk
from workflows.models import BackgroundJob, Case, JobRow, Label
from workflows.services import jobs

CHOOSE = "workflows:bulk_choose"


def selected(query: str) -> bulk.Selection:
    return bulk.Selection.now(query)


def dry_run(action: str, query: str, *, by, **chosen) -> BackgroundJob:
    """Return a dry run that is over."""
    selection = selected(query)
    job = bulk.start_dry_run(
        bulk.find(action), selection, by=by, count=selection.count(by), **chosen
    )
    return done(job)


def executed(action: str, query: str, *, by, **chosen) -> BackgroundJob:
    """Return work that is over, after its dry run."""
    return done(bulk.start_execution(dry_run(action, query, by=by, **chosen), by=by))


def done(job: BackgroundJob) -> BackgroundJob:
    jobs.run_job(job.pk)
    job.refresh_from_db()
    assert (job.state, job.error) == ("done", "")
    return job


def rows_of(job: BackgroundJob) -> list[tuple[int, str]]:
    return [(row.case_id, row.outcome) for row in job.rows.all()]


def acts_of(job: BackgroundJob) -> list[tuple]:
    rows = job.rows.all()
    return [(row.case_id, row.outcome, row.data.get("act"), row.data.get("amount")) for row in rows]


def row_of(job: BackgroundJob, case: Case) -> JobRow:
    return job.rows.get(case_id=case.pk)


def label(name: str = "Da sentire") -> Label:
    return Label.objects.create(name=name)


def typed(client, query: str, action: str, **chosen) -> dict:
    """Return what a browser sends from the page where the action is chosen."""
    page = client.get(f"{reverse(CHOOSE)}?{query}")
    form = page.context["form"]
    hidden = {field.name: field.value() for field in form.hidden_fields()}
    return hidden | {"key": str(uuid.uuid4()), "action": action} | chosen
