"""Undoing a decision of the office's own, with the reasons told first and memories weighed (PROC-15)."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounting.models import AidEntry
from accounting.services import ledger
from grants import letters
from grants.checks import parameters_of
from grants.models import Annulment, AnnulmentGround, RentContribution, Status
from grants.services.filing import single_key
from grants.services.terms import (
    memories_rule,
    own_procedure_rule,
)
from grants.undoing import is_being_revoked, open_annulment
from parties import moment
from parties.models import User
from workflows.engine import Refusal, TransitionRefused, apply_transition
from workflows.examination.terms import conclusion_due, conclusion_rule
from workflows.models import Case, CaseTerm
from workflows.services import clock, documents
from workflows.services.handed_in import register_answer
from workflows.terms import compute_term

CONCLUSION, MEMORIES = CaseTerm.Kind.CONCLUSION, CaseTerm.Kind.MEMORIES


@transaction.atomic
def start_annulment(
    case: RentContribution,
    *,
    by: User | None,
    grounds: Sequence[str],
    public_interest: str,
    judgment: str = "",
    reason: str = "",
    seen_version: int | None = None,
) -> RentContribution:
    """Tell the beneficiary why the grant may be annulled, and give time to answer (PRE-11).

    `judgment` names the final judgment that established the crime by which the grant was
    obtained: with it no limit of time holds (PROC-15).
    """
    texts = [text.strip() for text in grounds if text.strip()]
    if not texts or not public_interest.strip():
        raise TransitionRefused(
            Refusal.RULE, _("Give at least one reason, and the public interest in annulling.")
        )
    # A closed case has no open process: its own row is the first to be locked.
    Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
    case = RentContribution.objects.get(pk=case.pk)
    if case.status == Status.GRANTED:
        _write_down(case, by, texts, public_interest.strip(), judgment.strip())
    today = moment.today()
    rule = memories_rule(parameters_of(case), today)
    case = apply_transition(
        case,
        "start_annulment",
        by=by,
        reason=reason,
        seen_version=seen_version,
        due_on=compute_term(today, rule).due,
    )
    clock.start_term(case, MEMORIES, rule, awaits_letter=True)
    clock.start_term(case, CONCLUSION, own_procedure_rule(today))
    letters.send_annulment_start(case, by=by)
    return case


@transaction.atomic
def file_memories(
    case: RentContribution,
    *,
    by: User | None,
    memories: Mapping[int, str],
    seen_version: int | None = None,
) -> RentContribution:
    """Answer the reasons to annul or to revoke, one by one."""
    revocation = is_being_revoked(case)
    for ground in _grounds(case):
        ground.memory = memories.get(ground.pk, ground.memory)
        ground.save(update_fields=["memory"])
    case = apply_transition(
        case, "file_memories", by=by, seen_version=seen_version, due_on=conclusion_due(case)
    )
    clock.end_term(case, MEMORIES)
    documents.file_all(case)
    what = "sulla revoca" if revocation else "sull'annullamento"
    register_answer(case, subject=f"Memorie {what}")
    return case


@transaction.atomic
def close_memories(
    case: RentContribution, *, by: User | None, seen_version: int | None = None
) -> RentContribution:
    """Go on without memories, their term having passed."""
    case = apply_transition(
        case, "close_memories", by=by, seen_version=seen_version, due_on=conclusion_due(case)
    )
    clock.end_term(case, MEMORIES)
    return case


@transaction.atomic
def annul(
    case: RentContribution,
    *,
    by: User | None,
    reason: str,
    answers: Mapping[int, str] | None = None,
    seen_version: int | None = None,
) -> RentContribution:
    """Annul the grant: the money comes back into the call, the aid leaves the party's account."""
    want(reason)
    answer_memories(case, answers)
    ledger.locked_budget(case.call)
    case = apply_transition(case, "annul", by=by, reason=reason, seen_version=seen_version)
    entry = ledger.take_back(
        case, by=by, description=f"Annullamento della concessione alla domanda {case.number}"
    )
    annulment = end(
        case,
        Annulment.Outcome.ANNULLED,
        returned=entry.amount if entry else None,
        aid_reversed=reverse_aid(case),
    )
    letters.send_annulment(case, annulment, by=by)
    return case


@transaction.atomic
def drop_annulment(
    case: RentContribution, *, by: User | None, reason: str, seen_version: int | None = None
) -> RentContribution:
    """Leave the grant as it is; the beneficiary reads why."""
    want(reason)
    case = apply_transition(case, "drop_annulment", by=by, reason=reason, seen_version=seen_version)
    end(case, Annulment.Outcome.DROPPED)
    letters.send_annulment_dropped(case, by=by)
    return case


@transaction.atomic
def annul_refusal(
    case: RentContribution, *, by: User | None, reason: str, seen_version: int | None = None
) -> RentContribution:
    """Annul a refusal: the application goes back to examination and its term starts anew."""
    want(reason)
    set_ = parameters_of(case)
    rule = conclusion_rule(set_.conclusion_days, case.call)
    try:
        with transaction.atomic():
            case = apply_transition(
                case,
                "annul_refusal",
                by=by,
                reason=reason,
                seen_version=seen_version,
                due_on=compute_term(moment.today(), rule).due,
                single_key=single_key(case, set_),
            )
    except IntegrityError as error:
        if "single_key" not in str(error):
            raise
        raise TransitionRefused(
            Refusal.RULE,
            _("The applicant has filed another application since: decide on that one."),
        ) from error
    case.refusal_grounds.update(is_past=True)
    clock.start_term(case, CONCLUSION, rule)
    letters.send_refusal_annulled(case, by=by)
    return case


def want(reason: str) -> None:
    """Refuse an act that does not say why."""
    if not reason.strip():
        raise TransitionRefused(Refusal.RULE, _("Say why: the reason goes into the letter."))


def _write_down(
    case: RentContribution, by: User | None, texts: Sequence[str], interest: str, judgment: str
) -> None:
    annulment = Annulment.objects.create(
        contribution=case,
        public_interest=interest,
        judgment=judgment,
        granted_on=timezone.localtime(case.decided_at).date(),
        started_by=by,
        started_at=moment.now(),
    )
    AnnulmentGround.objects.bulk_create(
        AnnulmentGround(annulment=annulment, text=text) for text in texts
    )


def answer_memories(case: RentContribution, answers: Mapping[int, str] | None) -> None:
    """Write down what the office says to each memory, by reason (PRE-11)."""
    for ground in _grounds(case):
        ground.answer = (answers or {}).get(ground.pk, ground.answer)
        ground.save(update_fields=["answer"])


def _grounds(case: RentContribution) -> list[AnnulmentGround]:
    annulment = open_annulment(case)
    return list(annulment.grounds.all()) if annulment else []


def end(case: RentContribution, outcome: str, **details: Decimal | str | None) -> Annulment:
    """Write down what came of the annulment or revocation that runs, and end its terms."""
    annulment = case.annulments.get(ended_at__isnull=True)
    annulment.outcome, annulment.ended_at = outcome, moment.now()
    for name, value in details.items():
        setattr(annulment, name, value)
    annulment.save()
    clock.end_all(case)
    return annulment


def reverse_aid(case: RentContribution) -> Decimal | None:
    """Strike the aid from the party's account: its room is free again (AID-03)."""
    entry = AidEntry.objects.filter(case_id=case.pk, source=AidEntry.Source.GRANTED_HERE).first()
    if entry is None:
        return None
    entry.delete()
    return entry.amount
