"""What will follow from acts on a grant on its way to payment, said before they are done."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from accounting.models import Pot
from accounting.services import ledger
from grants.changing import amount_after, open_change
from grants.checks import parameters_of
from grants.consequences import moved
from grants.services import terms
from grants.services.reports import SOURCE
from grants.undoing import open_annulment
from letters.cases.consequences import letter_to, preview, starts
from parties import moment
from ui.formats import euro
from workflows.examination.terms import integration_rule

if TYPE_CHECKING:
    from grants.models import RentContribution

NOTHING = Decimal("0.00")


def of_completion(case: RentContribution) -> dict[str, Any]:
    """An acceptance takes effect: what was set aside is bound, the letter of the grant leaves."""
    amount = case.offered or NOTHING
    return preview(
        letter=letter_to(case, _("Grant letter")),
        ledger=moved(case, {Pot.RESERVED: -amount, Pot.GRANTED: amount}),
    )


def of_examining_accepted(case: RentContribution) -> dict[str, Any]:
    """The acceptance falls: what was set aside comes free, and the case is examined anew."""
    amount = case.offered or NOTHING
    return preview(
        ledger=moved(case, {Pot.RESERVED: -amount, Pot.AVAILABLE: amount}),
        notes=[_("No letter goes out: before a refusal its reasons are told (PRE-08).")],
    )


def of_confirmation(_case: RentContribution) -> dict[str, Any]:
    """The deed is in order: the beneficiary may report, the account is the one that is paid."""
    return preview(notes=[_("From now on the beneficiary may report what was spent.")])


def of_asking_again(case: RentContribution) -> dict[str, Any]:
    """The deed is asked for anew: a letter, and the whole term again."""
    return preview(
        letter=letter_to(case, _("Deed of commitment to be returned again")),
        terms=[
            starts(
                _("The beneficiary must return the deed by {day}."),
                terms.deed_rule(parameters_of(case)),
            )
        ],
    )


def of_lapse(case: RentContribution) -> dict[str, Any]:
    """The grant goes: its money comes free, and the applications that wait may have it."""
    amount = case.granted or NOTHING
    return preview(
        letter=letter_to(case, _("Loss of the contribution: no deed of commitment")),
        ledger=moved(case, {Pot.GRANTED: -amount, Pot.AVAILABLE: amount}),
    )


def of_report_integration(case: RentContribution) -> dict[str, Any]:
    """What is missing in the report is asked for, with a term of its own."""
    return preview(
        letter=letter_to(case, _("Request to complete the report")),
        terms=[
            starts(
                _("The beneficiary must answer by {day}."),
                integration_rule(parameters_of(case).integration_days, SOURCE),
            )
        ],
    )


def of_report_approval(case: RentContribution) -> dict[str, Any]:
    """The contribution is worked out anew on the spend admitted; nothing moves in the ledger yet."""
    return preview(
        letter=letter_to(case, _("Outcome of the report of expenses")),
        notes=[
            _("The contribution is worked out anew on the spend admitted (AMT-05)."),
            _("What is not due goes to the economies when the debt is recognised."),
        ],
    )


def of_change(case: RentContribution) -> dict[str, Any]:
    """What was asked for holds from today; what it lowers comes free."""
    asked = open_change(case)
    before = case.granted or NOTHING
    after = (amount_after(case, asked) if asked else before) or before
    freed = before - after
    rows = [f"{what}: {old} → {new}" for what, old, new in (asked.rows if asked else [])]
    return preview(
        letter=letter_to(case, _("Authorisation of the change")),
        ledger=moved(case, {Pot.GRANTED: -freed, Pot.AVAILABLE: freed}) if freed else None,
        notes=rows,
    )


def of_change_refusal(case: RentContribution) -> dict[str, Any]:
    """Nothing changes."""
    return preview(letter=letter_to(case, _("Refusal of the change")))


def of_silence(_case: RentContribution) -> dict[str, Any]:
    """The report is examined on the papers there are."""
    return preview(notes=[_("The report is examined on the papers there are.")])


def of_recall_start(case: RentContribution) -> dict[str, Any]:
    """The beneficiary is told and heard; the grant holds meanwhile."""
    rule = terms.memories_rule(parameters_of(case), moment.today())
    return preview(
        letter=letter_to(case, _("Start of the procedure to revoke")),
        terms=[starts(_("The beneficiary may answer by {day}."), rule)],
    )


def of_recall(case: RentContribution) -> dict[str, Any]:
    """What is bound comes free, what was paid is asked back."""
    running = open_annulment(case)
    left = (running.amount_after if running else None) or NOTHING
    held = ledger.held_for(case)
    bound, paid = held[Pot.GRANTED], held[Pot.PAID]
    freed = min(bound, max(bound + paid - left, NOTHING))
    back = max(paid - left, NOTHING)
    notes = [_("{amount} are asked back, with interest.").format(amount=euro(back))] if back else []
    return preview(
        letter=letter_to(case, _("Revocation of the contribution")),
        ledger=moved(case, {Pot.GRANTED: -freed, Pot.AVAILABLE: freed}),
        notes=notes,
    )
