"""What a candidacy brings to the pages on which it is written and answered."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from internships import candidate_checks as checks
from internships.candidate_content import PLAIN
from internships.candidate_fields import REOPENABLE
from internships.forms.candidate import PAGES, CandidacyForms
from internships.forms.candidate_summary import cards
from internships.models import Candidacy, CandidacyStatus
from internships.services import candidates as services
from internships.services.candidates.ordering import move_row
from internships.views.candidate_drawing import page_context, rows_of
from ui.inputs import write_number
from workflows.written.kinds import RELATED, Written

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpRequest

    from parties.models import User
    from workflows.rules import Outcome
    from workflows.written.pages import Page

MOST_ROWS = 20
UP, DOWN = "up-preference-", "down-preference-"


class CandidacyWritten(Written):
    """The candidacy of a person: offers in an order that buttons change, what follows from them."""

    model = Candidacy
    whole = CandidacyForms
    pages = PAGES
    reopenable = REOPENABLE
    related = (*RELATED, "representative", "placement__applicant", "placement__unit")
    receipt = "candidacy_receipt"
    review_template = "internships/candidate/review.html"
    sent_already = _("This candidacy has already been sent.")
    closed = _("This candidacy has been sent: it can no longer be changed here.")
    integrated = _("Sent. The office goes on with your candidacy.")

    def filed_values(self, case: Any) -> dict[str, Any]:
        """Return what was filed as the form would have it typed; nothing for a draft."""
        if case.status == CandidacyStatus.DRAFT:
            return {}
        values = {name: _typed(getattr(case, name)) for name in PLAIN if name != "weekly_minutes"}
        values["weekly_hours"] = write_number(Decimal(case.weekly_minutes) / 60)
        values["restricted_condition"] = case.condition
        person = case.representative
        names = ("first_name", "last_name", "tax_code", "birth_date")
        return values | {name: _typed(getattr(person, name)) for name in names}

    def most_rows(self, whole: Any, step: Page, kind: str) -> int:
        """Return how many rows of a kind a page takes: of preferences, as many as the call allows."""
        if kind not in step.rows:
            return 0
        return whole.parameters.most_preferences if kind == "preference" else MOST_ROWS

    def other_act(self, writing: Any, act: str) -> None:
        """Move a preference one place up or down."""
        for prefix, step in ((UP, -1), (DOWN, 1)):
            number = act.removeprefix(prefix)
            if act.startswith(prefix) and number.isascii() and number.isdigit():
                move_row(writing.case, "preference", int(number[:9]), step)

    def page_context(self, whole: Any, step: Page) -> dict[str, Any]:
        """Return the sections of a page, and what follows from them."""
        return page_context(whole, step)

    def rows_fragment(
        self, request: HttpRequest, whole: Any, step: Page, kind: str, focus: str
    ) -> str:
        """Return the rows of a kind drawn anew."""
        for form in whole.forms(step.slug):
            form.hide_unwritten()
        context = page_context(whole, step) | {
            "focus": focus,
            "rows": rows_of(whole, kind),
            "case": whole.case,
        }
        template = "preferences" if kind == "preference" else "rows"
        return render_to_string(f"internships/candidate/_{template}.html", context, request)

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
        """Return the whole candidacy in words, card by card."""
        return cards(whole)

    def submit(self, case: Any, *, by: User, whole: Any, key: UUID) -> Any:
        """File the candidacy."""
        return services.submit(case, by=by, filing=whole.filing(), submission_key=key)


CANDIDACY = CandidacyWritten()


def _typed(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value)
