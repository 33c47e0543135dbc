"""Calls in the states that tests need."""

from datetime import timedelta

from django.utils import timezone

from calls.models import Call
from calls.services import publish, show
from tests.kept import kept
from tests.office import Office

ACT = "Determinazione n. 9/2026"
WHY = "Guasto della rete."


def prepared(
    office: Office, code: str = "COW-GRAD", *, opens: float = 1, closes: float | None = 30
):
    """Return a call that is all set up and not published, opening and closing so many days from now."""
    now = timezone.now()
    call = Call.objects.get(code=code)
    call.opens_at = now + timedelta(days=opens)
    call.closes_at = None if closes is None else now + timedelta(days=closes)
    call.procedure_owner, call.substitute = office.procedure_owner, office.director
    call.criteria_act = ACT
    call.save()
    return call


@kept
def shown(office: Office, code: str = "COW-GRAD", **window) -> Call:
    """Return a published call."""
    return show(prepared(office, code, **window), by=office.procedure_owner)


@kept
def published_again(office: Office, call: Call, **changes) -> Call:
    """Publish a call with other instants than it would have."""
    now = timezone.now()
    return publish(
        call,
        by=office.procedure_owner,
        opens_at=now + timedelta(days=1),
        closes_at=now + timedelta(days=30),
        procedure_owner=office.procedure_owner,
        substitute=office.director,
        criteria_act=ACT,
        **changes,
    )
