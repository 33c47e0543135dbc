"""What must hold for a grant to be taken on, or to lapse (REV-01, DIG-15, PAY-12)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from accounting.rules import account_of_payee
from grants import rules
from grants.parameters import RentParameters
from parties import moment
from workflows.rules import Outcome, Verdict, judge

if TYPE_CHECKING:
    from grants.models import Acceptance, RentContribution

ASPIRING = "aspiring"


def acceptance_of(case: RentContribution) -> Acceptance | None:
    """Return the acceptance of a grant; None where nothing was granted yet."""
    return getattr(case, "acceptance", None)


def awaits_deed(case: RentContribution) -> bool:
    """Tell whether it is the beneficiary's move to return the deed."""
    found = acceptance_of(case)
    return found is not None and found.is_awaited


def waits_for_office(case: RentContribution) -> bool:
    """Tell whether a deed was returned that an officer has to look at."""
    found = acceptance_of(case)
    return found is not None and found.waits_for_office


def is_accepted(case: RentContribution) -> bool:
    """Tell whether the grant was taken on and its deed found in order."""
    found = acceptance_of(case)
    return found is not None and found.confirmed_at is not None


def is_overdue(case: RentContribution) -> bool:
    """Tell whether the term has passed without a deed."""
    return not any(outcome.blocks for outcome in lapse_outcomes(case))


def return_outcomes(case: RentContribution) -> list[Outcome]:
    """The deed is there in time, with an account; what is wrong with it is for the officer to say."""
    found = acceptance_of(case)
    if found is None:
        return [_nothing_granted()]
    today = moment.today()
    return [
        rules.deed_in_time(today, found.due_on, arrived=found.has_arrived),
        judge(
            "REV-01",
            found.deed_id is not None,
            yes="L'atto di impegno è allegato.",
            no="Allega l'atto di impegno firmato.",
            source="Bando, accettazione del contributo",
        ),
        rules.account_dedicated(found.is_dedicated),
        *(_as_warning(one) for one in found_outcomes(case)),
    ]


def found_outcomes(case: RentContribution) -> list[Outcome]:
    """What the rules say of the deed and of the account that were returned."""
    found = acceptance_of(case)
    if found is None or found.deed_id is None:
        return []
    party, set_ = case.applicant, RentParameters.of(case.call_version)
    check = found.deed.signature_checks.last()
    decided = case.decided_at or moment.now()
    last = timezone.localtime(decided).date() + timedelta(days=set_.vat_opening_days)
    return [
        rules.deed_signed(
            check.result if check else "",
            check.sentence if check else "Il file non porta firme digitali.",
        ),
        account_of_payee([found.holder_code], [party.tax_code, party.vat_number, found.vat_number]),
        rules.vat_number_opened(
            case.applicant_kind == ASPIRING,
            found.vat_number or party.vat_number,
            set_.vat_opening_days,
            last,
        ),
    ]


def confirmation_outcomes(case: RentContribution) -> list[Outcome]:
    """The deed that was returned is signed by who may, and the account is the beneficiary's own."""
    found = acceptance_of(case)
    return [
        judge(
            "REV-01",
            found is not None and found.waits_for_office,
            yes="L'atto di impegno è stato restituito.",
            no="Non c'è un atto di impegno da esaminare.",
            source="Bando, accettazione del contributo",
        ),
        *found_outcomes(case),
    ]


def asking_outcomes(case: RentContribution) -> list[Outcome]:
    """A deed is asked for anew with what is to be mended, before anything rests on it."""
    found = acceptance_of(case)
    return [
        judge(
            "PROC-03",
            found is not None and found.is_awaited and bool(found.asked_again),
            yes="È indicato che cosa va corretto.",
            no="Va indicato che cosa va corretto nell'atto restituito.",
            source="L. 241/1990, art. 3",
        )
    ]


def lapse_outcomes(case: RentContribution) -> list[Outcome]:
    """The term has passed since the grant arrived, and no deed has come back."""
    found = acceptance_of(case)
    if found is None:
        return [_nothing_granted()]
    return [
        rules.deed_overdue(
            moment.today(),
            found.due_on,
            arrived=found.has_arrived,
            returned=found.returned_at is not None,
        )
    ]


def _nothing_granted() -> Outcome:
    return Outcome("REV-01", Verdict.NOT_MET, "Non c'è un contributo da accettare.")


def _as_warning(outcome: Outcome) -> Outcome:
    if not outcome.blocks:
        return outcome
    return Outcome(outcome.rule, Verdict.WARNING, outcome.sentence, outcome.inputs, outcome.source)
