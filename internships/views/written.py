"""What an offer brings to the pages on which it is written and answered."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from internships import checks
from internships.fields import REOPENABLE
from internships.forms.offer import PAGES, OfferForms
from internships.forms.summary import cards
from internships.models import HostOffer, OfferStatus
from internships.services import offers as services
from internships.stored import PLAIN
from internships.views.drawing import beside, fragments, kinds_on, rows_fragment
from ui.inputs import write_number
from workflows.written.kinds import RELATED, Written

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpRequest

    from parties.models import User
    from workflows.rules import Outcome
    from workflows.written.pages import Page

MOST_ROWS = 40
HOURS = {"contract_minutes", "weekly_minutes", "daily_minutes"}


class OfferWritten(Written):
    """The offer of a host: what follows from its unit and from its profile."""

    model = HostOffer
    whole = OfferForms
    pages = PAGES
    reopenable = REOPENABLE
    related = (*RELATED, "unit")
    receipt = "offer_receipt"
    review_template = "internships/host/review.html"
    sent_already = _("This offer has already been sent.")
    closed = _("This offer has been sent: it can no longer be changed here.")
    integrated = _("Sent. The office goes on with your offer.")

    def filed_values(self, case: Any) -> dict[str, Any]:
        """Return what was filed as the form would have it typed; nothing for a draft."""
        if case.status == OfferStatus.DRAFT:
            return {}
        values = {name: _typed(getattr(case, name)) for name in PLAIN if name not in HOURS}
        values |= {
            f"{name.removesuffix('_minutes')}_hours": write_number(
                Decimal(getattr(case, name)) / 60
            )
            for name in HOURS
        }
        values["applicant_kind"] = case.host_kind
        values["space"] = str(case.space_id or "")
        values["tax_code"] = case.representative.tax_code
        values["org_tax_code"] = case.applicant.tax_code
        return values

    def most_rows(self, whole: Any, step: Page, kind: str) -> int:
        """Return how many rows of a kind a page takes now."""
        return MOST_ROWS if kind in kinds_on(step, whole) else 0

    def page_context(self, whole: Any, step: Page) -> dict[str, Any]:
        """Return the sections of a page, and what follows from them."""
        return beside(whole, step)

    def fragments(self, request: HttpRequest, whole: Any, step: Page, name: str) -> dict[str, str]:
        """Return the parts of a page that follow from a field, by the id they stand in."""
        return fragments(request, whole, step, name)

    def rows_fragment(
        self, request: HttpRequest, whole: Any, step: Page, kind: str, focus: str
    ) -> str:
        """Return the rows of a kind drawn anew."""
        return rows_fragment(request, whole, step, kind, focus)

    def foreseen(self, whole: Any) -> list[Outcome]:
        """Return what every rule of filing would say now, nothing written."""
        filing = whole.filing()
        here = [file.requirement for paper in whole.papers for file in paper.files]
        return [
            checks.window_outcome(whole.case.call),
            *checks.judged(whole.facts()),
            *checks.paper_outcomes_of(whole.version, here, filing.declarations),
        ]

    def cards(self, whole: Any) -> list[dict[str, Any]]:
        """Return the whole offer in words, card by card."""
        return cards(whole)

    def submit(self, case: Any, *, by: User, whole: Any, key: UUID) -> Any:
        """File the offer."""
        return services.submit(case, by=by, filing=whole.filing(), submission_key=key)


OFFER = OfferWritten()


def _typed(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return write_number(value)
    return "" if value is None else str(value)
