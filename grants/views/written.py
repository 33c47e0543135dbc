"""What a contribution brings to the pages on which it is written and answered."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from calls.forms.answers import name_of
from grants import preview, services
from grants.fields import REOPENABLE
from grants.forms.application import PAGES, Application
from grants.forms.spend import prices_after_choice
from grants.forms.summary import cards
from grants.models import RentContribution, Status
from grants.models.statuses import HEARING
from grants.services.lines import AID, FIRM, LINE, replace_lines, seed_lines
from grants.undoing import open_annulment
from grants.views.drawing import beside_context, fragment, fragments, spend_context
from ui.inputs import write_number
from workflows.models import Case
from workflows.written import reasons
from workflows.written.kinds import RELATED, Written
from workflows.written.rows import MOST_ROWS, add_row, remove_row
from workflows.written.versions import newer_version

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from django.http import HttpRequest

    from parties.models import User
    from workflows.rules import Outcome
    from workflows.written.pages import Page
    from workflows.written.reasons import Reasons
    from workflows.written.reopening import Asked
    from workflows.written.writing import Writing

PLAIN = ("applicant_kind", "employment", "project", "network", "other_aid_detail")
DAYS = ("period_from", "period_to", "quote_date")
TICKS = ("vat_is_cost", "commits_to_vat")


class RentWritten(Written):
    """The application for a contribution: its lines of spend, questions of the call, memories."""

    model = RentContribution
    whole = Application
    pages = PAGES
    reopenable = REOPENABLE
    told = Written.told | {"offered", "granted"}
    noticed = (*Written.noticed, Status.CHANGE_NOTICE)
    related = RELATED
    prefetched = ("call_version__questions",)

    def filed_values(self, case: Any) -> dict[str, Any]:
        """Return what was filed as the form would have it typed; nothing for a draft."""
        if case.status == Status.DRAFT:
            return {}
        values = {name: getattr(case, name) for name in PLAIN}
        values |= {name: _day(getattr(case, name)) for name in DAYS}
        values |= {name: "on" if getattr(case, name) else "" for name in TICKS}
        values["other_aid"] = "yes" if case.other_aid else "no"
        values["space"] = str(case.space_id or "")
        values["requested"] = _number(case.requested)
        if case.representative is not None:
            values["tax_code"] = case.representative.tax_code
        if case.applicant is not None and case.applicant_id != case.representative_id:
            values["org_tax_code"] = case.applicant.tax_code
        return values

    def following(self, whole: Any, typed: Mapping[str, Any]) -> dict[str, Any]:
        """A newly chosen item of the price list brings its price along."""
        return prices_after_choice(whole.values, typed, whole.price_items)

    def most_rows(self, whole: Any, step: Page, kind: str) -> int:
        """Return how many rows of a kind there may be; a question of lines says how many."""
        if kind in {LINE, AID, FIRM}:
            return MOST_ROWS if kind in step.rows else 0
        asked = (one for one in whole.asked_questions if one.kind == "lines")
        return next((one.limits.rows or MOST_ROWS for one in asked if name_of(one.code) == kind), 0)

    def other_act(self, writing: Writing, act: str) -> None:
        """Ask for the whole contribution that the lines give."""
        amount = writing.application().contribution.amount if act == "whole" else None
        if amount is not None:
            writing.keep({"requested": f"{amount:.2f}".replace(".", ",")}, {})

    def shell_context(self, whole: Any) -> dict[str, Any]:
        """Return what a draft must know of a later version of its call."""
        return {"newer": newer_version(whole.case), "is_trial": whole.case.pk is None}

    def page_context(self, whole: Any, step: Page) -> dict[str, Any]:
        """Return what the parts of a page need that follow from its fields."""
        return beside_context(whole, step)

    def fragments(self, request: HttpRequest, whole: Any, step: Page, name: str) -> dict[str, str]:
        """Return the parts of a page that follow from a field, by the id they stand in."""
        return fragments(request, whole, step, name)

    def rows_fragment(
        self, request: HttpRequest, whole: Any, step: Page, kind: str, focus: str
    ) -> str:
        """Return lines, aids or the rows of a question drawn anew."""
        return fragment(request, whole, step, focus=focus, rows=kind)

    def foreseen(self, whole: Any) -> list[Outcome]:
        """Return what every rule of filing would say now; a trial is not to blame for the dates."""
        outcomes = preview.outcomes(whole.case, whole.filing(), whole.space, whole.loose_files)
        if whole.case.pk is None:
            # A trial is made while the call is not open: that it is not is no fault of the form.
            return [outcome for outcome in outcomes if outcome.rule != "RANK-05"]
        return outcomes

    def cards(self, whole: Any) -> list[dict[str, Any]]:
        """Return the whole application in words, card by card."""
        return cards(whole)

    def submit(self, case: Any, *, by: User, whole: Any, key: UUID) -> Any:
        """File the application."""
        return services.submit(case, by=by, filing=whole.filing(), submission_key=key)

    def reasons(self, case: Any) -> Reasons | None:
        """Return the reasons that the person may answer now: those to annul or to revoke too."""
        running = open_annulment(case) if case.status in HEARING else None
        if running is None:
            return super().reasons(case)
        return reasons.memories(case, running, "grants/applicant/memories.html")

    def open_names(self, case: Any, whole: Any) -> list[str]:
        """Return the fields that the applicant may write in after filing; rows of spend too."""
        names = super().open_names(case, whole)
        if case.status == Status.INTEGRATION_REQUESTED and any(
            one.is_lines for one in self.asked(case, whole)
        ):
            names += [name for line in whole.lines for name in line.names]
        return names

    def prepare_answer(self, case: Any, asked: list[Asked]) -> bool:
        """Write the filed lines into the draft where they are reopened."""
        is_reopened = any(one.is_lines for one in asked)
        if is_reopened:
            seed_lines(case)
        return is_reopened

    def change_asked(self, case: Any, asked: list[Asked], act: str, number: str) -> None:
        """Add or take away a line that is reopened."""
        if not any(one.is_lines for one in asked):
            return
        if act == "add":
            add_row(case, LINE)
        if act == "remove":
            remove_row(case, LINE, _row(number))

    def is_wrong(self, one: Asked, whole: Any) -> bool:
        """Whether an answer does not hold; lines are judged with their sum."""
        if one.is_lines:
            return not whole.lines_are_valid or bool(whole.spend.non_field_errors())
        return super().is_wrong(one, whole)

    def before_answering(self, case: Any, whole: Any, asked: list[Asked]) -> None:
        """Put the new lines in place of the filed ones."""
        if any(one.is_lines for one in asked):
            Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
            replace_lines(case, [line.line() for line in whole.lines])

    def answer_context(self, whole: Any, asked: list[Asked]) -> dict[str, Any]:
        """Return the sum of the lines, where they are reopened."""
        if not any(one.is_lines for one in asked):
            return {}
        rows = {"rows_template": "grants/applicant/_reopened_lines.html"}
        return rows | spend_context(whole)


RENT = RentWritten()


def _day(value: date | None) -> str:
    return value.isoformat() if value else ""


def _number(value: Decimal | None) -> str:
    return write_number(value) if value is not None else ""


def _row(number: str) -> int:
    key = number.removeprefix(f"{LINE}-")
    return int(key[:9]) if key.isascii() and key.isdigit() else 0
