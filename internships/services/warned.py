"""Going past what a rule only warns of: never without saying why (internships 3, WARN)."""

from typing import Any

from django.utils.translation import gettext as _

from workflows.engine import Refusal, TransitionRefused
from workflows.rules import Outcome, Verdict


def want_reason(case: Any, reason: str) -> None:
    """Refuse a move that goes past warnings without saying why; with it, both stay in the history."""
    told = case.history.order_by("position").last()
    outcomes = [Outcome.from_dict(one) for one in told.outcomes] if told else []
    warned = [one for one in outcomes if one.verdict is Verdict.WARNING]
    if warned and not reason.strip():
        sentence = _("Say why you go on all the same.")
        raise TransitionRefused(
            Refusal.RULE, f"{' '.join(one.sentence for one in warned)} {sentence}", warned
        )
