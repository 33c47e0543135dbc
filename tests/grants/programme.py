"""Two calls of one programme that cap what an enterprise receives, and enterprises that ask in both."""

from decimal import Decimal

from calls.models import Call
from calls.services.copies import clone
from grants.models import RentContribution
from tests.accounting.books import firm
from tests.grants.procedures import republish
from tests.kept import kept
from tests.office import ENDOWMENT, Office, make_call
from workflows.tasks import perform

CAP = "1000.00"
OTHER = "COW-ALTRO"


@kept
def two_calls(office: Office, cap: str = CAP, endowment: Decimal = ENDOWMENT) -> tuple[Call, Call]:
    """Cap the call of an office and open a copy of it, with its own money."""
    first = office.call
    copy = clone(first, by=office.procedure_owner, code=OTHER, title_it="Secondo bando di prova")
    copy.budget_line, copy.aid_code = first.budget_line, first.aid_code
    copy.save()
    second = make_call(office.chamber, office.agency, office.staff, endowment, code=OTHER)
    for office.call in (second, first):
        republish(office, cap_per_enterprise_across_calls=cap)
    return first, second


def by_firm(name: str = "Bottega", **changes) -> dict[str, object]:
    """Return what an application of a firm says differently."""
    return {
        "organisation": firm(name, **changes),
        "applicant_kind": "enterprise",
        "commits_to_vat": False,
        "employment": "",
    }


@kept
def proposed_in(office: Office, call: Call, **changes) -> RentContribution:
    """Return an application for 600 EUR in a call, on which the director is to decide."""
    office.call = call
    return office.proposed(**by_firm(**changes))


@kept
def granted_in(office: Office, call: Call, **changes) -> RentContribution:
    """Return the same, granted."""
    return perform(proposed_in(office, call, **changes), "grant", by=office.director)
