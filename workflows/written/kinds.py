"""What a kind of case that is written on a form brings to the pages that all of them share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import Http404
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from workflows.examination import permissions
from workflows.services.drafts import Kept
from workflows.written import reasons, reopening

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from uuid import UUID

    from django.http import HttpRequest

    from parties.models import User
    from workflows.rules import Outcome
    from workflows.written.pages import Page, Reopened
    from workflows.written.papers import Paper
    from workflows.written.reasons import Reasons
    from workflows.written.reopening import Asked

RELATED = (
    "call__manager",
    "call__owner",
    "call__programme",
    "call__version",
    "call_version",
    "applicant",
)


class Written:
    """One kind of case: its model, its forms, and what its own pages add. One instance a kind.

    `whole` makes the forms of a case of the values that were filed and of its draft; `reopenable`
    says what an integration request may open again, `told` which fields that a move changed the
    applicant may know of, `noticed` in which statuses reasons against may be answered.
    """

    model: Any
    whole: Callable[..., Any]
    pages: tuple[Page, ...]
    reopenable: Mapping[str, Reopened]
    told: frozenset[str] = frozenset({"due_on"})
    noticed: tuple[str, ...] = (reasons.REFUSAL_NOTICE,)
    related: tuple[str, ...] = RELATED
    prefetched: tuple[str, ...] = ()
    receipt = "receipt"
    review_template = "workflows/written/review.html"
    sent_already: Any = _("This application has already been sent.")
    closed: Any = _("This application has been sent: it can no longer be changed here.")
    integrated: Any = _("Sent. The office goes on with your application.")

    def own(
        self,
        request: HttpRequest,
        pk: int,
        may: Callable[[Any, User | None], bool] = permissions.is_applicant,
    ) -> Any:
        """Return a case in which the person has the right `may`; else 404, as for one that is not."""
        cases = self.model.objects.select_related(*self.related)
        case = cases.prefetch_related(*self.prefetched).filter(pk=pk).first()
        if case is None or not may(case, request.user):
            raise Http404
        return case

    def forms(self, case: Any, draft: Kept | None = None) -> Any:
        """Return the forms of a case: what was filed, and over it what is written since."""
        return self.whole(case, self.filed_values(case), draft)

    def filed_values(self, _case: Any) -> dict[str, Any]:
        """Return what was filed as the form would have it typed; nothing for a draft."""
        return {}

    @cached_property
    def known_fields(self) -> frozenset[str]:
        """The fields that the applicant may know of where a move has changed them."""
        return self.told | {name for one in self.reopenable.values() for name in one.fields}

    # What is written.

    def following(self, _whole: Any, _typed: Mapping[str, Any]) -> dict[str, Any]:
        """Return what follows from fields just typed, to be kept with them."""
        return {}

    def most_rows(self, whole: Any, step: Page, kind: str) -> int:
        """Return how many rows of a kind a page takes; 0 for a kind that is not asked for."""
        return reopening.MOST_ROWS if kind in step.rows else 0

    def other_act(self, writing: Any, act: str) -> None:
        """Do what a button of the kind's own asks for."""

    # What is drawn.

    def page_context(self, whole: Any, step: Page) -> dict[str, Any]:
        """Return what a page of the form needs beside its shell."""
        return {}

    def shell_context(self, whole: Any) -> dict[str, Any]:
        """Return what every page of the form needs beside its steps."""
        return {"newer": None, "is_trial": False}

    def fragments(
        self, _request: HttpRequest, _whole: Any, _step: Page, _name: str
    ) -> dict[str, str]:
        """Return the parts of a page that follow from a field, by the id they stand in."""
        return {}

    def rows_fragment(
        self, request: HttpRequest, whole: Any, step: Page, kind: str, focus: str
    ) -> str:
        """Return the rows of a kind drawn anew, for a page that swaps them in place."""
        raise NotImplementedError

    # What is sent.

    def foreseen(self, whole: Any) -> list[Outcome]:
        """Return what every rule of filing would say now, nothing written."""
        raise NotImplementedError

    def cards(self, whole: Any) -> list[dict[str, Any]]:
        """Return the whole form in words, card by card."""
        raise NotImplementedError

    def submit(self, case: Any, *, by: User, whole: Any, key: UUID) -> Any:
        """File the case; may raise `TransitionRefused`."""
        raise NotImplementedError

    # What is open after filing.

    def asked(self, case: Any, whole: Any) -> list[Asked]:
        """Return what the open integration request asks for, ready to be answered."""
        return reopening.asked_items(case, whole, self.reopenable)

    def reasons(self, case: Any) -> Reasons | None:
        """Return the reasons that the person may answer now; a kind that hears people adds its own."""
        return reasons.observations(case, self.noticed)

    def open_names(self, case: Any, whole: Any) -> list[str]:
        """Return the fields that the applicant may write in after filing."""
        if told := self.reasons(case):
            return told.names
        return [name for asked in self.asked(case, whole) for name in asked.fields]

    def open_papers(self, case: Any) -> list[Paper]:
        """Return the places for files that are open now: all of a draft, else what was asked for."""
        whole = self.forms(case)
        if case.status == reopening.DRAFT:
            return list(whole.papers)
        if told := self.reasons(case):
            return [told.paper]
        return [asked.paper for asked in self.asked(case, whole) if asked.paper]

    def answers_at(self, case: Any) -> str:
        """Return the name of the page where the applicant answers now."""
        told = self.reasons(case)
        return told.page if told else "integration"

    def show_answer(self, request: HttpRequest, case: Any, **extra: Any) -> Any:
        """Draw the page on which files may be brought after filing, with what was wrong with one."""
        from workflows.written import answers  # noqa: PLC0415 (the pages stand on the kinds)

        if told := self.reasons(case):
            return answers.show_reasons(request, case, told, status=422, **extra)
        return answers.show_integration(request, self.forms(case), status=422, **extra)

    def prepare_answer(self, _case: Any, _asked: list[Asked]) -> bool:
        """Make ready what is reopened; whether the forms have changed by it."""
        return False

    def change_asked(self, case: Any, asked: list[Asked], act: str, number: str) -> None:
        """Do what a button of the page of an answer asks for, beside saving and sending."""

    def is_wrong(self, one: Asked, _whole: Any) -> bool:
        """Whether an answer does not hold."""
        return bool(one.wrong)

    def before_answering(self, case: Any, whole: Any, asked: list[Asked]) -> None:
        """Write what an answer brings that is no field of the case, in its transaction."""

    def answer_context(self, whole: Any, asked: list[Asked]) -> dict[str, Any]:
        """Return what the page of an answer needs beside what is asked."""
        return {}


_written: dict[str, Written] = {}


def register(written: Written) -> None:
    """Make a kind of case that is written on a form known, when the site starts."""
    _written[written.model.KIND] = written


def written_of(case: Any) -> Written:
    """Return what the kind of a case brings to its pages."""
    return _written[case.kind or case.KIND]
