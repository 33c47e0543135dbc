"""A case that waits for its applicant."""

from grants.models import RentContribution
from tests.kept import kept
from tests.office import Office
from workflows.services.integrations import Asked
from workflows.tasks import perform


@kept
def waiting_for_applicant(office: Office) -> RentContribution:
    """Return a case whose applicant is asked for a document."""
    return perform(
        office.examined(),
        "request_integration",
        by=office.officer,
        items=[Asked("document", "quote", "Preventivo", "Manca la firma.")],
        reason="Il preventivo non è firmato.",
    )
