"""Tables of a register that come back: each row is taken by itself, or refused by its rule."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from calls.models import Call
from grants.models import RentContribution
from workflows.engine import Refusal, TransitionRefused


@dataclass(frozen=True)
class Taken:
    """What became of one row of a file: its line, its case, the refusal with its rules or nothing."""

    line: int
    case: str
    refusal: str = ""


def take_row(
    call: Call, line: int, number: str, write: Callable[[RentContribution], object], *, rule: str
) -> Taken:
    """Write one row down for the application it names; a row that is refused changes nothing.

    `rule` is named where a refusal names none of its own.
    """
    case = RentContribution.objects.filter(call=call, number=number).first() if number else None
    if case is None:
        sentence = _("No application of this call has this number.")
        return Taken(line, number, f"{sentence} ({rule})")
    try:
        with transaction.atomic():
            write(case)
    except TransitionRefused as refused:
        return Taken(line, number, _with_rules(refused, rule))
    return Taken(line, number)


def _with_rules(refused: TransitionRefused, rule: str) -> str:
    if refused.why is Refusal.RIGHT:
        return refused.sentence
    rules = dict.fromkeys(one.rule for one in refused.outcomes if one.blocks) or [rule]
    return f"{refused.sentence} ({', '.join(rules)})"
