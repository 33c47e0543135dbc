"""A whole application for the register as its forms see it: one draft, seven pages, one filing."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from coworking_registry import checks
from coworking_registry.content import SpaceContent, SpaceFiling
from coworking_registry.forms.space import (
    ROW_FORMS,
    EquipmentForm,
    PlaceForm,
    RowForm,
    WeekForm,
)
from coworking_registry.models import ManagerKind, SpaceApplication, SpaceStatus
from coworking_registry.rules.hours import hours_can_be
from workflows.models import Draft
from workflows.services.drafts import Kept
from workflows.written.declarations import PREFIX, DeclarationsForm
from workflows.written.pages import Page, Problem, form_problems, paper_problems
from workflows.written.papers import Paper, loose_files, paper_for
from workflows.written.rows import row_numbers
from workflows.written.who import WhoForm

if TYPE_CHECKING:
    from calls.models import Declaration
    from workflows.rules import Outcome
    from workflows.written.base import DraftForm

OWN = "coworking_registry/manager/page.html"
PAGES = (
    Page("chi", _("Who manages it"), "workflows/written/chi.html"),
    Page("spazio", _("The space"), OWN),
    Page("dotazioni", _("Desks and services"), OWN, ("machine",)),
    Page("orari", _("Opening hours"), OWN, ("stretch",)),
    Page("listino", _("Price list"), OWN, ("price",)),
    Page("documenti", _("Documents"), "workflows/written/documenti.html"),
    Page("dichiarazioni", _("Declarations"), "workflows/written/dichiarazioni.html"),
)
SEVERAL = frozenset({"connections", "services"})
# What the form calls by names that page “chi” does not use.
OF_THE_SPACE = ("street", "street_number", "postcode", "municipality", "email", "phone")


class ManagerForm(WhoForm):
    """Page “chi”: an enterprise or an association manages the space."""

    kinds = ManagerKind.choices


class SpaceForms:
    """The forms of an application; a draft follows the present version of its notice."""

    several = SEVERAL
    is_undertaking = False
    pages = PAGES

    def __init__(
        self,
        case: SpaceApplication,
        values: dict[str, Any] | None = None,
        draft: Kept | None = None,
    ) -> None:
        self.case = case
        self.draft = (
            draft or Draft.objects.filter(case_id=case.pk).first() or Draft(case_id=case.pk)
        )
        self.values = (values or {}) | self.draft.values()
        is_draft = case.status == SpaceStatus.DRAFT
        self.version = case.call.current_version if is_draft else case.call_version
        self.day = checks.filing_day(case)

    @property
    def kind(self) -> str:
        """The kind of manager, as far as it is known."""
        return str(self.values.get("applicant_kind", ""))

    @cached_property
    def _declarations(self) -> list[Declaration]:
        return list(self.version.declarations.all())

    @property
    def notices(self) -> list[Declaration]:
        """What the first page asks to have read."""
        return [one for one in self._declarations if one.kind == one.Kind.NOTICE]

    @property
    def statements(self) -> list[Declaration]:
        """What the last page asks to declare."""
        return [one for one in self._declarations if one.kind != one.Kind.NOTICE]

    @cached_property
    def who(self) -> ManagerForm:
        """Page “chi”."""
        return ManagerForm(self)

    @cached_property
    def place(self) -> PlaceForm:
        """Page “spazio”."""
        return PlaceForm(self)

    @cached_property
    def equipment(self) -> EquipmentForm:
        """Page “dotazioni”."""
        return EquipmentForm(self)

    @cached_property
    def week(self) -> WeekForm:
        """Page “orari”."""
        return WeekForm(self)

    @cached_property
    def declarations(self) -> DeclarationsForm:
        """Page “dichiarazioni”."""
        return DeclarationsForm(self)

    @cached_property
    def rows(self) -> dict[str, list[RowForm]]:
        """The rows that repeat, by kind."""
        return {
            kind: [form(self, number) for number in row_numbers(self.draft, kind)]
            for kind, form in ROW_FORMS.items()
        }

    @cached_property
    def papers(self) -> list[Paper]:
        """Page “documenti”: what is asked for, with the files that are there."""
        files = loose_files(self.case.pk)
        return [paper_for(one, files) for one in self.version.documents.all()]

    def forms(self, slug: str) -> list[DraftForm]:
        """Return the forms of a page, rows first; documents and price list have none of their own."""
        page = next(page for page in PAGES if page.slug == slug)
        rows = [form for kind in page.rows for form in self.rows[kind]]
        alone: dict[str, list[DraftForm]] = {
            "chi": [self.who],
            "spazio": [self.place],
            "dotazioni": [self.equipment],
            "orari": [self.week],
            "dichiarazioni": [self.declarations],
        }
        return [*rows, *alone.get(slug, [])]

    def names(self, slug: str) -> list[str]:
        """Return the fields of a page as the draft names them."""
        return [name for form in self.forms(slug) for name in form.names]

    def problems(self, slug: str | None = None) -> list[Problem]:
        """Return what is missing or wrong, on one page or on all of them."""
        return [
            problem
            for page in PAGES
            if slug in (None, page.slug)
            for problem in [*form_problems(page, self.forms(page.slug)), *self._missing(page)]
        ]

    def _missing(self, page: Page) -> list[Problem]:
        if page.slug == "documenti":
            return paper_problems(page, self.papers, gettext("Attach this document."))
        if page.slug == "listino" and not self.rows["price"]:
            sentence = gettext("Add at least the price of a desk.")
            return [Problem(page, "rows-price", gettext("Price list"), sentence)]
        if page.slug != "orari":
            return []
        faults = [one for one in hours_can_be(self.plain("stretch")) if one.blocks]
        label = gettext("Opening hours")
        return [Problem(page, "rows-stretch", label, one.sentence) for one in faults]

    def plain(self, kind: str) -> tuple[Any, ...]:
        """Return the rows of a kind that hold, as they are filed."""
        return tuple(row.plain() for row in self.rows[kind] if row.is_valid())

    def filing(self) -> SpaceFiling:
        """Return the application as plain values; only where there are no problems."""
        ticked = [name for form in (self.who, self.declarations) for name in form.fields]
        organisation = self.who.organisation()
        if organisation is None:
            raise LookupError("an application for the register is an organisation's")
        return SpaceFiling(
            applicant_kind=self.kind,
            person=self.who.person(),
            organisation=organisation,
            content=self.content(),
            declarations=tuple(
                name.removeprefix(PREFIX) for name in ticked if name.startswith(PREFIX)
            ),
        )

    def content(self) -> SpaceContent:
        """Return what the application says; only where there are no problems."""
        told: dict[str, Any] = {}
        for form in (self.place, self.equipment, self.week):
            form.holds  # noqa: B018 (asked before what was read is taken)
            told |= form.cleaned_data
        told |= {name: told.pop(f"space_{name}", "") for name in OF_THE_SPACE}
        told |= {name: tuple(told.get(name) or ()) for name in SEVERAL}
        return SpaceContent(
            **told,
            hours=self.plain("stretch"),
            prices=self.plain("price"),
            machines=self.plain("machine"),
        )

    def foreseen(self) -> list[Outcome]:
        """Return what every rule of filing would say now, nothing written."""
        filing = self.filing()
        files = {paper.code: paper.files for paper in self.papers}
        here = [code for code, brought in files.items() if brought]
        return [
            checks.window_outcome(self.case.call),
            *checks.judged(
                filing.content,
                self.version,
                self.day,
                photos=len(files.get(checks.PHOTOS, ())),
                has_plan=bool(files.get(checks.PLAN)),
                ateco=filing.organisation.ateco,
                manager=filing.organisation.tax_code,
            ),
            *checks.paper_outcomes_of(self.version, here, filing.declarations),
        ]
