"""Pairing as an act: put together, approved, done on each file by a job (R-PUB-11)."""

from dataclasses import asdict
from datetime import date

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from calls.models import Call
from evaluation.queries import approved_ranking
from evaluation.services.rankings import check_act
from internships import pairing, permissions
from internships.letters import candidates as letters
from internships.models import (
    Candidacy,
    CandidacyStatus,
    HostOffer,
    PairingRound,
    PairingRow,
)
from parties import moment
from parties.models import User
from workflows import tasks
from workflows.engine import Refusal, TransitionRefused
from workflows.models import BackgroundJob, JobRow
from workflows.services.jobs import note_row, register_runner, start_job

JOB_KIND = "apply_pairing"


@transaction.atomic
def make_pairing(call: Call, *, by: User) -> PairingRound:
    """Put a pairing together, in the place of an earlier draft; nothing is decided by it."""
    call = _lock(call)
    if not by.has_perm(permissions.EXAMINE):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    if approved_ranking(call) is None:
        raise TransitionRefused(Refusal.STATUS, _("The ranking of this call is not approved yet."))
    inputs = pairing.gathered(call)
    if not inputs.preferences:
        raise TransitionRefused(
            Refusal.STATUS, _("Nobody in the ranking waits for a place: there is nothing to pair.")
        )
    matching = pairing.paired(inputs)
    plain, answer = asdict(inputs), pairing.plain_answer(matching)
    PairingRound.objects.filter(call=call, approved_at__isnull=True).delete()
    last = PairingRound.objects.filter(call=call).aggregate(most=Max("number"))["most"] or 0
    made = PairingRound.objects.create(
        call=call,
        number=last + 1,
        inputs=plain,
        answer=answer,
        digest=pairing.digest(plain, answer),
        made_by=by,
    )
    _write_rows(made, inputs, matching)
    return made


@transaction.atomic
def approve_pairing(
    made: PairingRound, *, by: User, act_number: str, act_date: date, seen_digest: str
) -> BackgroundJob:
    """Approve a pairing by an act: it is frozen, and each candidate gets a proposal or stays in reserve.

    It is reckoned again first: where anything has changed since it was put together, or since the
    page showed it, the approval is refused. Returns the job that does the act on every file.
    """
    call = _lock(made.call)
    if not by.has_perm(permissions.DECIDE):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    made = PairingRound.objects.select_for_update(of=("self",)).get(pk=made.pk)
    if made.approved_at is not None:
        raise TransitionRefused(Refusal.STATUS, _("This pairing is approved already."))
    check_act(act_number, act_date)
    inputs = pairing.gathered(call)
    answer = pairing.plain_answer(pairing.paired(inputs))
    if not pairing.digest(asdict(inputs), answer) == made.digest == seen_digest:
        raise TransitionRefused(
            Refusal.STALE,
            _("Something has changed since this pairing was put together: make it again."),
        )
    made.approved_by, made.approved_at = by, moment.now()
    made.act_number, made.act_date = act_number.strip(), act_date
    made.save()
    return start_job(
        kind=JOB_KIND,
        title=_("{act}: {call}").format(act=made, call=call.code),
        by=by,
        inputs={"pairing": made.pk},
        total=made.rows.count(),
    )


def run(job: BackgroundJob) -> None:
    """Do the act on every candidacy of a pairing; what cannot be done is noted with its sentence."""
    done = set(job.rows.values_list("key", flat=True))
    by = User.objects.get(pk=job.by_id)
    rows = PairingRow.objects.filter(pairing=job.inputs["pairing"]).select_related("candidacy")
    for row in rows.order_by("place", "pk"):
        key = f"case-{row.candidacy_id}"
        if key not in done:
            _apply(job, key, row, by)


def register() -> None:
    """Make the work known; called once when the site starts."""
    register_runner(JOB_KIND, run)


def _apply(job: BackgroundJob, key: str, row: PairingRow, by: User) -> None:
    case = Candidacy.objects.get(pk=row.candidacy_id)
    label = str(case)
    try:
        with transaction.atomic():
            if row.offer_id is not None:
                case = tasks.perform(case, "propose_placement", by=by, offer=row.offer_id)
                sentence = case.get_status_display()
            else:
                sentence = _keep_in_reserve(case, row, by)
            note_row(job, key, JobRow.Outcome.DONE, label=label, sentence=sentence, case=case)
    except TransitionRefused as refused:
        note_row(
            job, key, JobRow.Outcome.REFUSED, label=label, sentence=refused.sentence, case=case
        )


def _keep_in_reserve(case: Candidacy, row: PairingRow, by: User) -> str:
    if case.status != CandidacyStatus.RANKED:
        raise TransitionRefused(Refusal.STATUS, _("This step is no longer asked for."))
    letters.send_reserve(case, by=by, why=row.why)
    return _("In reserve")


def _write_rows(made: PairingRound, inputs: pairing.Inputs, matching: pairing.Matching) -> None:
    cases = dict(
        Candidacy.objects.filter(number__in=inputs.preferences).values_list("number", "pk")
    )
    offers = HostOffer.objects.filter(number__in=inputs.places).select_related("applicant")
    known = {str(one.number): one for one in offers}
    titles = {number: f"{one.title}, {one.applicant.name}" for number, one in known.items()}
    PairingRow.objects.bulk_create(
        [
            PairingRow(
                pairing=made,
                candidacy_id=cases[name],
                place=inputs.ranking[name],
                offer_id=known[matching.matched[name]].pk if name in matching.matched else None,
                why=pairing.explained(name, inputs, matching, titles),
            )
            for name in inputs.preferences
        ],
        batch_size=1000,
    )


def _lock(call: Call) -> Call:
    return Call.objects.select_for_update(of=("self",), no_key=True).get(pk=call.pk)
