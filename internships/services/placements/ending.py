"""After the last day: what was done, what it gives, and what the host gets back."""

from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from internships.letters import placements as letters
from internships.models import Internship
from parties import moment
from parties.models import User
from workflows.engine import Refusal, TransitionRefused, apply_transition
from workflows.services import clock


def evaluate(case: Internship, *, by: User | None, seen_version: int | None = None) -> Internship:
    """Look at what was done, every month closed."""
    return apply_transition(case, "evaluate", by=by, seen_version=seen_version)


@transaction.atomic
def attest(case: Internship, *, by: User | None, seen_version: int | None = None) -> Internship:
    """Give the final attestation (R-ATT-06)."""
    case = apply_transition(case, "attest", by=by, seen_version=seen_version)
    letters.send_attestation(case, by=by)
    return case


@transaction.atomic
def state_attendance(
    case: Internship, *, by: User | None, seen_version: int | None = None
) -> Internship:
    """Give the declaration of attendance (R-ATT-07)."""
    case = apply_transition(case, "state_attendance", by=by, seen_version=seen_version)
    letters.send_statement(case, by=by)
    return case


def ask_refund(case: Internship, *, by: User | None, seen_version: int | None = None) -> Internship:
    """Ask for the refund of what was paid (R-PUB-17)."""
    return apply_transition(case, "ask_refund", by=by, seen_version=seen_version)


def settle(
    case: Internship,
    *,
    by: User | None,
    refunded: Decimal | None = None,
    seen_version: int | None = None,
) -> Internship:
    """Recognise the refund, in EUR (R-PUB-18)."""
    if refunded is None or refunded <= 0:
        raise TransitionRefused(Refusal.RULE, _("Say how much is refunded."))
    return apply_transition(case, "settle", by=by, seen_version=seen_version, refunded=refunded)


def refuse_settlement(
    case: Internship, *, by: User | None, reason: str = "", seen_version: int | None = None
) -> Internship:
    """Refuse the refund, saying why."""
    if not reason.strip():
        raise TransitionRefused(Refusal.RULE, _("Say why the refund is not due."))
    return apply_transition(
        case, "refuse_settlement", by=by, reason=reason, seen_version=seen_version
    )


@transaction.atomic
def archive(case: Internship, *, by: User | None, seen_version: int | None = None) -> Internship:
    """Put an internship away: nothing more is asked about it."""
    case = apply_transition(case, "archive", by=by, seen_version=seen_version)
    clock.end_all(case)
    return case


@transaction.atomic
def revoke(
    case: Internship, *, by: User | None, reason: str = "", seen_version: int | None = None
) -> Internship:
    """Revoke an internship, saying what was false or broken (R-SAN-06, R-SAN-07)."""
    if not reason.strip():
        raise TransitionRefused(Refusal.RULE, _("Say why the internship is revoked."))
    case = apply_transition(
        case, "revoke", by=by, reason=reason, seen_version=seen_version, on=moment.today()
    )
    clock.end_all(case)
    return case
