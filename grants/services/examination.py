"""The officer's proposal to grant; what every examination shares stands in `EXAMINATION`."""

from collections.abc import Mapping
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from grants import letters
from grants.checks import computed
from grants.models import RentContribution, Status
from grants.services.reports import close_report_integration
from parties.models import User
from workflows.engine import Refusal, TransitionRefused, apply_transition
from workflows.services.examination import Examination, write_answers

EXAMINATION = Examination(
    letters, integrated="Integrazione della domanda", source="D.Lgs. 184/2025, art. 14"
)


def close_integration(
    case: RentContribution, *, by: User | None, seen_version: int | None = None
) -> RentContribution:
    """Go on without the answer: of the application, or of the report where that is what is open.

    One kind of term has one timer: what is open tells what its end closes.
    """
    if case.status == Status.REPORT_INTEGRATION:
        return close_report_integration(case, by=by, seen_version=seen_version)
    return EXAMINATION.close_integration(case, by=by, seen_version=seen_version)


@transaction.atomic
def propose_admission(
    case: RentContribution,
    *,
    by: User | None,
    admitted: Mapping[int, tuple[Decimal, str]] | None = None,
    answers: Mapping[int, str] | None = None,
    reason: str = "",
    seen_version: int | None = None,
) -> RentContribution:
    """Propose the grant: `admitted` gives the spend allowed and the reason of a cut, line by line.

    The amount follows from the spend admitted and never passes what was asked for (AMT-01). Where
    a cut was told first, `answers` are those to the observations on it, by reason (PRE-09).
    """
    write_admitted(case, admitted, answers)
    result = computed(case)
    amount = min(result.amount or Decimal(0), case.requested)
    return apply_transition(
        case,
        "propose_admission",
        by=by,
        reason=reason,
        seen_version=seen_version,
        amount=amount,
    )


def write_admitted(
    case: RentContribution,
    admitted: Mapping[int, tuple[Decimal, str]] | None,
    answers: Mapping[int, str] | None,
) -> None:
    """Write down the spend admitted, the reason of each cut, and the answers to what was said of it."""
    write_answers(case, answers)
    for line in case.lines.all():
        if not admitted or line.pk not in admitted:
            continue
        spend, why = admitted[line.pk]
        if spend > line.plain.asked(with_vat=case.vat_is_cost):
            raise TransitionRefused(
                Refusal.RULE,
                _("More spend is admitted than was asked for: {line}.").format(line=line),
            )
        line.admitted, line.cut_reason = spend, why
        line.save(update_fields=["admitted", "cut_reason"])
