"""Doing what an act on a list says, file by file: each is an act of its own, by whoever signed."""

from django.db import transaction
from django.utils.translation import gettext as _

from evaluation.kinds import ranked_kind
from evaluation.models import RankedList, Ranking, ScrollDown
from evaluation.queries import allotted
from parties.models import User
from workflows import tasks
from workflows.engine import TransitionRefused
from workflows.kinds import kind_of
from workflows.models import BackgroundJob, Case, JobRow
from workflows.services.jobs import note_row, register_runner, start_job

JOB_KIND = "apply_ranking"


def start(act: Ranking | ScrollDown, *, by: User) -> BackgroundJob:
    """Queue the work of an act: of an approved ranking, or of a scroll-down."""
    ranking = act if isinstance(act, Ranking) else act.ranking
    rows = ranking.rows if act is ranking else act.rows
    name = "ranking" if act is ranking else "scroll"
    return start_job(
        kind=JOB_KIND,
        title=_("{act}: {call}").format(act=act, call=ranking.call.code)
        if act is not ranking
        else str(ranking),
        by=by,
        inputs={name: act.pk},
        total=rows.count(),
    )


def run(job: BackgroundJob) -> None:
    """Do the act on every file of its list; what cannot be done is noted with its sentence."""
    done = set(job.rows.values_list("key", flat=True))
    by = User.objects.get(pk=job.by_id)
    for case in _cases(job):
        key = f"case-{case.pk}"
        if key not in done:
            _apply(job, key, case, by)


def _cases(job: BackgroundJob) -> list[Case]:
    cases = Case.objects.select_related("call")
    if "scroll" in job.inputs:
        found = cases.filter(scroll_rows__scroll=job.inputs["scroll"])
        return list(found.order_by("scroll_rows__pk"))
    found = cases.filter(ranking_rows__ranking=job.inputs["ranking"])
    return list(found.order_by("ranking_rows__position"))


def _apply(job: BackgroundJob, key: str, case: Case, by: User) -> None:
    kind = ranked_kind(case.kind)
    label = str(case)
    try:
        with transaction.atomic():
            name = _act(case)
            if not name:
                sentence = _("Nothing is left to do.")
                note_row(job, key, JobRow.Outcome.DONE, label=label, sentence=sentence, case=case)
                return
            after = tasks.perform(kind_of(case).model.objects.get(pk=case.pk), name, by=by)
            note_row(
                job,
                key,
                JobRow.Outcome.DONE,
                label=label,
                sentence=after.get_status_display(),
                case=case,
                data={"act": name, "kind": kind.code},
            )
    except TransitionRefused as refused:
        note_row(
            job, key, JobRow.Outcome.REFUSED, label=label, sentence=refused.sentence, case=case
        )


def _act(case: Case) -> str:
    """Return the act that the latest decision asks for on a file, or none."""
    kind = ranked_kind(case.kind)
    row = case.ranking_rows.filter(ranking__approved_at__isnull=False).first()
    if row is not None and row.listed == RankedList.NOT_ADMITTED:
        return kind.excluding_act(case)
    amount = allotted(case)
    return "" if amount is None else kind.act_for(case, amount)


def register() -> None:
    """Make the work known; called once when the site starts."""
    register_runner(JOB_KIND, run)
