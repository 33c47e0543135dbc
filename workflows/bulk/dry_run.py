"""Foreseeing what an action would do to every row of a list, before anything is done."""

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from parties.models import User
from workflows.bulk.actions import Action, Doing, Forecast, Item, action_of, doing_of
from workflows.bulk.selection import Selection, in_slices, items_of
from workflows.models import BackgroundJob, JobRow, Label
from workflows.services import jobs

DRY_RUN = "bulk_dry_run"


def start_dry_run(
    action: Action,
    selection: Selection,
    *,
    by: User,
    count: int,
    to: User | None = None,
    label: Label | None = None,
    reason: str = "",
    key: UUID | None = None,
) -> BackgroundJob:
    """Start foreseeing an action on all that a list held when the person looked at it.

    `count` is the number of rows that the person was shown and confirmed.
    """
    title = _("Dry run: {action}").format(action=action.title(count) % {"number": count})
    inputs = {
        "action": action.code,
        "query": selection.query,
        "at": selection.at.isoformat(),
        "count": count,
        "to": to.pk if to else None,
        "label": label.pk if label else None,
        "reason": reason,
    }
    return jobs.start_job(kind=DRY_RUN, title=title, by=by, inputs=inputs, total=count, key=key)


def run_dry(job: BackgroundJob) -> None:
    """Foresee every row, slice by slice. After a break all of it again: it is one look at funds."""
    selection = Selection(job.inputs["query"], datetime.fromisoformat(job.inputs["at"]))
    jobs.begin_again(job, selection.count(job.by))
    action, carried, last = action_of(job), {}, ""
    for pairs in in_slices(selection.pairs(job.by)):
        doing = doing_of(job, carried)
        items = items_of(pairs, selection.other)
        rows = _rows(job, action, _once_each(action, items, last), doing)
        jobs.note_rows(job, rows)
        last = rows[-1].key if rows else last
    jobs.settle_total(job)


def _once_each(action: Action, items: list[Item], last: str) -> list[Item]:
    """Drop what stands twice in the list, as a case with two open tasks does."""
    kept, seen = [], {last}
    for item in items:
        key = action.key(item)
        if key not in seen:
            seen.add(key)
            kept.append(item)
    return kept


def _rows(job: BackgroundJob, action: Action, items: list[Item], doing: Doing) -> list[JobRow]:
    return [_row(job, action, forecast) for forecast in action.foresee(items, doing)]


def _row(job: BackgroundJob, action: Action, forecast: Forecast) -> JobRow:
    case, seen = forecast.item.case, forecast.item.thing or forecast.item.case
    data = forecast.data | {"version": seen.version}
    if case is not None:
        data["applicant"] = case.applicant.name[:200]
    if forecast.act:
        data["act"] = forecast.act
    for name in ("amount", "left"):
        if (value := getattr(forecast, name)) is not None:
            data[name] = str(value)
    return JobRow(
        job=job,
        key=action.key(forecast.item),
        outcome=JobRow.Outcome.FORESEEN if forecast.act else JobRow.Outcome.REFUSED,
        label=str(case or seen)[:200],
        sentence=forecast.sentence,
        case=case,
        data=data,
    )
