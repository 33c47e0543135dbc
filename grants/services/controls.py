"""Controls after the grant: a sample anybody can draw again, the check on the spot, what is answered to it (DOC-04).

Nothing here takes anything away: what was found not in order is a fact on which a person may start a
revocation (REV-06).
"""

import hashlib
import json
from collections.abc import Collection
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from accounting.rules import Checked, Drawn, Stratum, draw_sample
from calls.models import Call, Parameter
from grants import letters
from grants.models import Control, ControlSample, Expense, RentContribution
from grants.models.statuses import HOLDING
from grants.overdue import grace_days, overdue
from grants.permissions import CONTROL, is_applicant, may_control
from parties import moment
from parties.models import User
from workflows.engine import Refusal, TransitionRefused, amend
from workflows.models import Case, Document
from workflows.rules import judge
from workflows.services.handed_in import register_answer

State, Result = Control.State, Control.Result
BATCH = 500


def strata_on(on: date) -> list[Stratum]:
    """Return the classes of risk of a day: from which amount, which share, how many at least (SMP-01)."""
    return [
        Stratum(row["code"], Decimal(row["from"]), Decimal(row["share"]), row["least"])
        for row in Parameter.objects.value("control_strata", on)
    ]


def population(call: Call) -> list[Checked]:
    """Return the grants of a call that may be drawn: those never checked, in the order of their numbers."""
    cut = Expense.objects.filter(report__contribution=OuterRef("pk")).exclude(cut_reason="")
    rows = (
        RentContribution.objects.filter(call=call, status__in=HOLDING, controls__isnull=True)
        .select_related("call_version", "acceptance", "report", "applicant")
        .prefetch_related("controls")
        .annotate(is_cut=Exists(cut))
    )
    grace = grace_days()
    # Reasonable doubt: an expense was cut, or something owed did not come.
    return [
        Checked(case.number or "", case.granted, case.is_cut or overdue(case, grace) is not None)
        for case in rows.order_by("number").iterator(BATCH)
    ]


@transaction.atomic
def draw(call: Call, *, by: User, seed: str) -> ControlSample:
    """Draw a sample by a seed; whoever has it and the list gets the same one. Minutes are put on record."""
    if not by.has_perm(CONTROL):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    seed = seed.strip()
    if not seed:
        raise TransitionRefused(
            Refusal.RULE, _("Write the seed: anybody must be able to draw again.")
        )
    Call.objects.select_for_update(of=("self",)).get(pk=call.pk)
    cases, strata = population(call), strata_on(moment.today())
    if not cases:
        raise TransitionRefused(Refusal.RULE, _("No grant of this call waits to be checked."))
    drawn = draw_sample(cases, strata, seed)
    try:
        with transaction.atomic():
            sample = _kept(call, seed, cases, drawn, by)
    except IntegrityError as error:
        raise TransitionRefused(
            Refusal.RULE, _("This seed has been used for this call already.")
        ) from error
    numbers = {number: one.stratum.code for one in drawn for number in one.numbers}
    Control.objects.bulk_create(
        Control(
            contribution=case,
            sample=sample,
            why=f"Estrazione a campione, classe {numbers[case.number]}",
        )
        for case in held_of(call, numbers)
    )
    sample.minutes = letters.write_control_minutes(sample, by=by)
    sample.save(update_fields=["minutes"])
    return sample


@transaction.atomic
def open_control(case: RentContribution, *, by: User, why: str) -> Control:
    """Check a grant about which there is doubt (DOC-04)."""
    case = _held(case)
    if not may_control(case, by):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    if case.status not in HOLDING:
        raise TransitionRefused(Refusal.STATUS, _("Only a grant that holds is checked."))
    if not why.strip():
        raise TransitionRefused(Refusal.RULE, _("Say why it is checked."))
    if case.controls.exclude(state=State.CLOSED).exists():
        raise TransitionRefused(Refusal.STATUS, _("A control is on its way already."))
    found = Control.objects.create(contribution=case, why=why.strip()[:300])
    amend(case, "open_control", by=by, reason=found.why)
    return found


@transaction.atomic
def report(
    control: Control,
    *,
    by: User,
    on: date,
    place: str,
    present: str,
    findings: str,
    in_order: bool,
) -> Control:
    """Write down what was found; the beneficiary reads it and may answer within the days told."""
    control = _locked(control, by, State.OPEN)
    if on > moment.today():
        raise TransitionRefused(Refusal.RULE, _("This day has not come yet."))
    if not findings.strip():
        raise TransitionRefused(Refusal.RULE, _("Write what was found."))
    days = Parameter.objects.value("control_answer_days", moment.today())
    control.state, control.on, control.by = State.TOLD, on, by
    control.place, control.present = place.strip(), present.strip()
    control.findings, control.in_order = findings.strip(), in_order
    control.answer_until = moment.today() + timedelta(days=days)
    control.save()
    case = amend(control.contribution, "report_control", by=by, reason=control.findings[:500])
    letters.send_control_report(case, control, by=by)
    return control


@transaction.atomic
def answer(control: Control, *, by: User, text: str, paper: Document | None = None) -> Control:
    """Let the beneficiary answer what was found, with a paper of theirs; both are registered."""
    case = _held(control.contribution)
    control = Control.objects.select_for_update(of=("self",)).get(pk=control.pk)
    if not is_applicant(case, by):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    if not is_answerable(control):
        raise TransitionRefused(Refusal.STATUS, _("The time to answer has passed."))
    if not text.strip():
        raise TransitionRefused(Refusal.RULE, _("Write your answer."))
    control.answer, control.answered_at = text.strip(), moment.now()
    if paper is not None:
        paper.filed_at = control.answered_at
        paper.save(update_fields=["filed_at"])
    control.protocol = register_answer(case, subject="Risposta al verbale di controllo")
    control.save()
    amend(case, "answer_control", by=by)
    return control


@transaction.atomic
def close(control: Control, *, by: User, result: str, conclusion: str) -> Control:
    """End a control with its result, once the beneficiary was heard; the letter says what follows."""
    control = _locked(control, by, State.TOLD)
    if not conclusion.strip():
        raise TransitionRefused(Refusal.RULE, _("Write the conclusion: the beneficiary reads it."))
    heard = heard_outcome(control)
    if result == Result.IRREGULAR and heard.blocks:
        raise TransitionRefused(Refusal.RULE, heard.sentence, [heard])
    control.state, control.result = State.CLOSED, result
    control.conclusion = conclusion.strip()
    control.closed_at, control.closed_by = moment.now(), by
    control.save()
    case = amend(control.contribution, "close_control", by=by, reason=control.conclusion[:500])
    letters.send_control_outcome(case, control, by=by)
    return control


def is_answerable(control: Control) -> bool:
    """Tell whether the beneficiary may answer now."""
    return (
        control.state == State.TOLD
        and control.answered_at is None
        and control.answer_until is not None
        and moment.today() <= control.answer_until
    )


def heard_outcome(control: Control) -> Any:
    """Say whether the beneficiary has answered, or the days to do so have passed (PROC-05)."""
    passed = control.answer_until is not None and moment.today() > control.answer_until
    return judge(
        "PROC-05",
        control.answered_at is not None or passed,
        yes="Il beneficiario è stato sentito.",
        no="Il beneficiario può ancora rispondere al verbale: si conclude dopo la risposta, o dopo il termine.",
        inputs={"termine": control.answer_until or "—"},
        source="L. 241/1990, artt. 7 e 10",
    )


def digest_of(sample: ControlSample) -> str:
    """Return the SHA-256 of seed, classes and list: what the sample follows from."""
    content = [sample.seed, sample.strata, sample.population]
    written = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()


def _kept(
    call: Call, seed: str, cases: list[Checked], drawn: tuple[Drawn, ...], by: User
) -> ControlSample:
    return ControlSample.objects.create(
        call=call,
        seed=seed,
        strata=[
            {
                "code": one.stratum.code,
                "from": str(one.stratum.from_amount),
                "share": str(one.stratum.share_percent),
                "least": one.stratum.least,
                "of": one.of,
            }
            for one in drawn
        ],
        population=[[one.number, str(one.amount), one.in_doubt] for one in cases],
        drawn=[[one.stratum.code, number] for one in drawn for number in one.numbers],
        by=by,
    )


def held_of(call: Call, numbers: Collection[str]) -> list[RentContribution]:
    """Return the grants that were drawn, locked; refuses where one got a control of its own meanwhile."""
    cases = Case.objects.select_for_update(of=("self",)).filter(call=call, number__in=numbers)
    keys = [case.pk for case in cases.order_by("pk")]
    found = RentContribution.objects.filter(pk__in=keys)
    if found.filter(controls__isnull=False).exists():
        raise TransitionRefused(
            Refusal.STALE, _("A control was opened meanwhile on one of these grants: draw again.")
        )
    return list(found.order_by("number"))


def _locked(control: Control, by: User, state: str) -> Control:
    case = _held(control.contribution)
    control = Control.objects.select_for_update(of=("self",)).get(pk=control.pk)
    if not may_control(case, by):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    if control.state != state:
        raise TransitionRefused(Refusal.STATUS, _("The control has gone on meanwhile."))
    control.contribution = case
    return control


def _held(case: RentContribution) -> RentContribution:
    Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
    return RentContribution.objects.get(pk=case.pk)
