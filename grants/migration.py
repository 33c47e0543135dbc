"""What another version of the call would change for a coworking contribution."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from copy import copy
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from grants import checks
from grants.fields import SPEND_KINDS
from grants.models import Status
from grants.models.statuses import HOLDING
from grants.rules import euro, percent
from workflows.kinds import Migration

if TYPE_CHECKING:
    from calls.models import CallVersion
    from grants.models import RentContribution
    from workflows.rules import Outcome

WORDS = {
    "rate_percent": gettext_lazy("share of the spend"),
    "ceiling": gettext_lazy("most that is granted"),
    "minimum_spend": gettext_lazy("least spend"),
    "price_list_tolerance_percent": gettext_lazy("tolerance over the price list"),
    "minimum_realised_percent": gettext_lazy("least share of the spend to be made"),
    "period_months": gettext_lazy("months of the period"),
    "kinds_of_spend": gettext_lazy("kinds of spend"),
    "one_per_applicant": gettext_lazy("one application per applicant"),
    "quote_max_age_days": gettext_lazy("days a quotation is good for"),
    "acceptance_days": gettext_lazy("days to accept"),
    "report_days": gettext_lazy("days to report"),
    "partial_last": gettext_lazy("partial grant to the last one"),
    "partial_acceptance_days": gettext_lazy("days to take a partial grant"),
    "aid_regime": gettext_lazy("regulation of the aid"),
    "withholding": gettext_lazy("tax withheld"),
    "conclusion_days": gettext_lazy("days of the procedure"),
    "integration_days": gettext_lazy("days to answer an integration request"),
    "observation_days": gettext_lazy("days for observations"),
    "observation_pause_days": gettext_lazy("days after observations"),
    "memories_days": gettext_lazy("days for memories"),
    "vat_opening_days": gettext_lazy("days to open a VAT number"),
    "province": gettext_lazy("province"),
    "project_characters": gettext_lazy("characters of the project"),
    "age": gettext_lazy("age"),
    "prenotice": gettext_lazy("notice of reasons against"),
    "endowment": gettext_lazy("endowment"),
    "vat": gettext_lazy("VAT"),
}
MONEY = {"ceiling", "minimum_spend", "endowment"}
RANGES = {"period_months", "project_characters", "age"}


def foresee(case: RentContribution, version: CallVersion) -> Migration:
    """Say what moving a case to another version of its call would change, and what stands against it.

    A case that has its decision keeps the version of then. A proposal or an offer that the new
    rules would not give as it is must be sent back first. Whatever held at filing must still hold.
    """
    changes = list(_parameters(case.call_version.parameters, version.parameters))
    if case.status == Status.DRAFT:
        return Migration(tuple(changes))
    if case.status in HOLDING:
        return Migration(obstacles=(_("The decision was taken under the version of then."),))
    moved = copy(case)
    moved.call_version = version
    try:
        amounts = (_amount(case), _amount(moved))
        told, obstacles = _outcomes(_all_outcomes(case), _all_outcomes(moved))
    except KeyError as missing:
        sentence = _("The new version does not set “{parameter}”.")
        return Migration(obstacles=(sentence.format(parameter=missing.args[0]),))
    if amounts[0] != amounts[1]:
        changes.append(
            _("Contribution computed: {before} → {after}").format(
                before=_euro(amounts[0]), after=_euro(amounts[1])
            )
        )
    obstacles += _of_the_proposal(case, amounts[1])
    return Migration((*changes, *told), tuple(obstacles))


def _parameters(before: dict[str, Any], after: dict[str, Any]) -> Iterator[str]:
    for name in [*before, *(name for name in after if name not in before)]:
        if before.get(name) != after.get(name):
            yield _("{parameter}: {before} → {after}").format(
                parameter=str(WORDS.get(name, name)).capitalize(),
                before=_value(name, before.get(name)),
                after=_value(name, after.get(name)),
            )


def _value(name: str, value: Any) -> str:
    if value is None:
        return _("not set")
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    write = euro if name in MONEY else percent if name.endswith("_percent") else None
    if write is not None:
        return write(Decimal(str(value)))
    if name in RANGES:
        return _("from {least} to {most}").format(least=value[0], most=value[1])
    names = SPEND_KINDS if name == "kinds_of_spend" else {}
    return ", ".join(str(names.get(one, one)) for one in _as_list(value))


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _all_outcomes(case: RentContribution) -> list[Outcome]:
    return [*checks.merit_outcomes(case), *checks.paper_outcomes(case)]


def _outcomes(before: Iterable[Outcome], after: Iterable[Outcome]) -> tuple[list[str], list[str]]:
    """Return what the rules would say otherwise, and which of them would now stand in the way."""
    old, new = _by_rule(before), _by_rule(after)
    changes, obstacles = [], []
    for rule in [*old, *(rule for rule in new if rule not in old)]:
        was = [outcome.sentence for outcome in old.get(rule, [])]
        becomes = [outcome.sentence for outcome in new.get(rule, [])]
        held = not any(outcome.blocks for outcome in old.get(rule, []))
        blocking = [outcome.sentence for outcome in new.get(rule, []) if outcome.blocks]
        if held and blocking:
            obstacles += [f"{rule}: {sentence}" for sentence in blocking]
        elif was != becomes:
            changes.append(
                _("Rule {rule}: “{before}” → “{after}”").format(
                    rule=rule, before=" ".join(was) or "—", after=" ".join(becomes) or "—"
                )
            )
    return changes, obstacles


def _by_rule(outcomes: Iterable[Outcome]) -> dict[str, list[Outcome]]:
    found: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        found[outcome.rule].append(outcome)
    return dict(found)


def _of_the_proposal(case: RentContribution, amount: Decimal | None) -> list[str]:
    if case.status == Status.REFUSAL_PROPOSED:
        return [_("A refusal is proposed under the present version: it must be sent back first.")]
    if case.proposed is not None and case.proposed != amount:
        sentence = _(
            "{proposed} are proposed; under the new version they would be {amount}: the proposal "
            "must be sent back first."
        )
        return [sentence.format(proposed=euro(case.proposed), amount=_euro(amount))]
    return []


def _amount(case: RentContribution) -> Decimal | None:
    """Return what would be proposed, in EUR; None where nothing can be."""
    amount = checks.computed(case).amount
    return None if amount is None else min(amount, case.requested or amount)


def _euro(amount: Decimal | None) -> str:
    return _("nothing") if amount is None else euro(amount)
