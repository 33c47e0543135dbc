"""Asking for what is missing, item by item, and taking the answer back in (SOC-01, PROC-09)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from parties import moment
from parties.models import User
from workflows.models import Case, IntegrationItem, IntegrationRequest


@dataclass(frozen=True)
class Asked:
    """One thing to ask for: `target` is "field" or "document", `code` names it in the form."""

    target: str
    code: str
    label: str
    explanation: str


def open_request(
    case: Case, items: Sequence[Asked], *, by: User | None, reason: str, due_on: date
) -> IntegrationRequest:
    """Write down what is asked of the applicant; one request at a time."""
    request = IntegrationRequest.objects.create(
        case_id=case.pk, by=by, asked_at=moment.now(), reason=reason, due_on=due_on
    )
    IntegrationItem.objects.bulk_create(
        IntegrationItem(
            request=request,
            target=item.target,
            code=item.code,
            label=item.label,
            explanation=item.explanation,
        )
        for item in items
    )
    return request


def current_request(case: Case) -> IntegrationRequest | None:
    """Return the request that waits for an answer, with its items, or None."""
    return (
        IntegrationRequest.objects.filter(case_id=case.pk, closed_at__isnull=True)
        .prefetch_related("items")
        .first()
    )


def close_request(case: Case, *, answered: bool) -> IntegrationRequest | None:
    """End the waiting, with or without an answer."""
    request = current_request(case)
    if request is not None:
        request.closed_at, request.answered = moment.now(), answered
        request.save(update_fields=["closed_at", "answered"])
    return request
