"""The money of a call is there from the moment the call is public (CALL-08)."""

from decimal import Decimal

from accounting.models import Budget
from accounting.services import ledger
from calls.kinds import Follower, follow
from calls.models import Call, CallHistoryEntry


def endow(call: Call, name: str, entry: CallHistoryEntry) -> None:
    """Put the endowment that the published version sets into the call, once."""
    amount = Decimal(call.version.parameters.get("endowment") or 0)
    if name == "publish" and amount and not Budget.objects.filter(call=call).exists():
        ledger.endow(call, amount, by=entry.by, description="Dotazione iniziale")


def register() -> None:
    """Let the money follow; called once when the site starts."""
    follow(Follower(on_move=endow))
