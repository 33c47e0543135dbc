"""The conditions of a call's moves: each answers with the faults that stand against it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.utils import timezone

from calls import contents
from calls.kinds import kind_of
from calls.parameters import COMMON
from calls.rules.faults import Fault, blocking
from calls.rules.premiums import SmeReserve
from calls.rules.publication import Facts, Ground, publication_faults
from calls.rules.terms import TermLimits
from parties import moment

if TYPE_CHECKING:
    from calls.models import Call, CallVersion

GENERAL = "generale"


def without_fault(explain: Callable[[Any], list[Fault]]) -> Callable[[Any], bool]:
    """Make a transition's condition: it holds while nothing blocks; `explain` says what does."""

    def condition(call: Call) -> bool:
        return not blocking(explain(call))

    condition.explain = explain  # type: ignore[attr-defined]
    condition.__name__ = explain.__name__
    return condition


def facts_of(call: Call) -> Facts:
    """Return what a call says of itself, as the rules take it."""
    return Facts(
        procedure=call.procedure,
        procedure_owner=call.procedure_owner_id,
        substitute=call.substitute_id,
        criteria_act=call.criteria_act,
        budget_line=call.budget_line,
        aid_code=call.aid_code,
        opens_at=local_or_none(call.opens_at),
        closes_at=local_or_none(call.closes_at),
        incentives_id=call.incentives_id,
    )


def ground_of(call: Call) -> Ground:
    """Return what a call is measured against today: the law, and what its kind asks."""
    parameter = apps.get_model("calls", "Parameter")
    today = moment.today()
    terms = parameter.objects.value("procedure_term_limits", today)
    sme = parameter.objects.on(today).filter(code="sme_reserve").first()
    kind = kind_of(call.kind)
    return Ground(
        terms=TermLimits(terms["free"], terms["most"]),
        sme=SmeReserve(Decimal(sme.value["sme"]), Decimal(sme.value["micro_small"]))
        if sme
        else None,
        parameters=(*COMMON, *kind.parameters),
        known=kind.known,
        has_form=kind.has_form,
    )


def faults_of(call: Call, version: CallVersion) -> list[Fault]:
    """Return what is missing or wrong in a version of a call, advice included (G1)."""
    return publication_faults(facts_of(call), contents.read(version), ground_of(call))


def local(instant: datetime) -> datetime:
    """Return an instant as the office's clock shows it, without its zone."""
    return timezone.localtime(instant).replace(tzinfo=None)


def local_or_none(instant: datetime | None) -> datetime | None:
    """Return the same, or None where there is no instant."""
    return None if instant is None else local(instant)


@without_fault
def is_complete(call: Call) -> list[Fault]:
    """Return what is missing before publication (G1)."""
    return faults_of(call, call.current_version)


@without_fault
def is_complete_but_for_the_act(call: Call) -> list[Fault]:
    """Return what is missing before approval: all but the act, which approval gives."""
    return [
        fault for fault in faults_of(call, call.current_version) if fault.item != "criteria_act"
    ]


@without_fault
def opening_has_come(call: Call) -> list[Fault]:
    """Say that the opening instant has not come yet (RANK-05)."""
    has_come = call.opens_at is not None and call.opens_at <= moment.now()
    return [] if has_come else [Fault(GENERAL, "Non è ancora l'ora dell'apertura.", "RANK-05")]


@without_fault
def closing_has_come(call: Call) -> list[Fault]:
    """Say that the closing instant has not come yet (TERM-10)."""
    has_come = call.closes_at is not None and call.closes_at <= moment.now()
    return [] if has_come else [Fault(GENERAL, "Non è ancora l'ora della chiusura.", "TERM-10")]
