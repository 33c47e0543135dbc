"""Changing what a call has in all: more money or less by an act, never below what is bound (CALL-08)."""

from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from accounting import rules
from accounting.models import Budget
from accounting.permissions import CHANGE_ENDOWMENT
from accounting.services import ledger
from calls.models import Call
from parties import moment
from parties.models import User
from workflows.engine import Refusal, TransitionRefused


@transaction.atomic
def change_endowment(
    call: Call,
    endowment: Decimal,
    *,
    by: User,
    act_number: str,
    act_date: date,
    seen: Decimal,
) -> Budget:
    """Bring the endowment of a call to `endowment` EUR by an act; `seen` is what the page showed.

    Raises `TransitionRefused` where the person may not, the act has no number or is of a day to
    come, the endowment is another by now, or more is bound already than the new one holds.
    """
    if not by.has_perm(CHANGE_ENDOWMENT):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    if not act_number.strip():
        raise TransitionRefused(Refusal.RULE, _("Write the number of the act."))
    if act_date > moment.today():
        raise TransitionRefused(Refusal.RULE, _("The act cannot be of a day to come."))
    budget = ledger.locked_budget(call)
    if budget.endowment != seen:
        raise TransitionRefused(
            Refusal.STALE,
            _("The endowment has changed since you opened this page: look again."),
        )
    outcome = rules.endowment_covers(endowment, budget.endowment - budget.available)
    if outcome.blocks:
        raise TransitionRefused(Refusal.RULE, outcome.sentence, [outcome])
    act = f"{act_number.strip()} del {act_date:%d/%m/%Y}"
    if endowment > seen:
        return ledger.endow(call, endowment - seen, by=by, description=f"Rifinanziamento, {act}")
    if endowment < seen:
        words = f"Riduzione della dotazione, {act}"
        return ledger.withdraw(call, seen - endowment, by=by, description=words)
    raise TransitionRefused(Refusal.RULE, _("The call has this endowment already."))
