"""A whole offer as its forms see it: one draft, eight pages, one filing."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from coworking_registry.models import Space
from internships.checks import concerns_hosts, filing_day
from internships.content import OfferContent, OfferFiling
from internships.facts import Facts
from internships.forms.place import StandingForm, UnitForm
from internships.forms.position import PositionForm, TutorForm
from internships.forms.profile import ProfileForm
from internships.forms.rows import ROW_FORMS, RowForm
from internships.forms.who import HostForm
from internships.models import HostOffer, OfferStatus
from internships.parameters import OfferParameters
from parties import moment
from workflows.models import Draft
from workflows.written.base import DraftForm
from workflows.written.declarations import PREFIX, DeclarationsForm
from workflows.written.pages import Page, Problem, form_problems, paper_problems
from workflows.written.papers import Paper, loose_files, paper_for
from workflows.written.rows import row_numbers

if TYPE_CHECKING:
    from calls.models import Declaration

WORDS_OF_HOURS = ("contract", "weekly", "daily")


OWN = "internships/host/page.html"
PAGES = (
    Page("chi", _("Who offers"), "workflows/written/chi.html"),
    Page("unita", _("Unit and staff"), OWN, ("fixed", "intern", "curricular", "hire")),
    Page("requisiti", _("Requirements"), OWN, ("layoff", "dismissal")),
    Page("posizione", _("Position"), OWN, ("competence",)),
    Page("tutor", _("Tutor"), OWN),
    Page("profilo", _("Coworking or green profile"), OWN, ("certificate", "measure")),
    Page("documenti", _("Documents"), "workflows/written/documenti.html"),
    Page("dichiarazioni", _("Declarations"), "workflows/written/dichiarazioni.html"),
)


class OfferForms:
    """The forms of an offer that is being written; a draft follows the present version of its call."""

    several: frozenset[str] = frozenset()
    is_undertaking = False
    pages = PAGES

    def __init__(
        self, case: HostOffer, values: dict[str, Any] | None = None, draft: Any = None
    ) -> None:
        self.case = case
        self.draft = (
            draft or Draft.objects.filter(case_id=case.pk).first() or Draft(case_id=case.pk)
        )
        self.values = (values or {}) | self.draft.values()
        is_draft = case.status == OfferStatus.DRAFT
        self.version = case.call.version if is_draft else case.call_version
        self.parameters = OfferParameters.of(self.version)
        self.day = filing_day(case)

    @property
    def kind(self) -> str:
        """The kind of host, as far as it is known."""
        return str(self.values.get("applicant_kind", ""))

    @property
    def host_tax_code(self) -> str:
        """The tax code of the host, as far as it is written and valid."""
        return self.who.host_tax_code

    @cached_property
    def spaces(self) -> list[Space]:
        """The spaces in the register today."""
        return list(Space.objects.qualified_on(moment.today()).select_related("manager"))

    @cached_property
    def _declarations(self) -> list[Declaration]:
        return [d for d in self.version.declarations.all() if concerns_hosts(d.only_for)]

    @property
    def notices(self) -> list[Declaration]:
        """What the first page asks to have read."""
        return [d for d in self._declarations if d.kind == d.Kind.NOTICE]

    @property
    def statements(self) -> list[Declaration]:
        """What the last page asks to declare."""
        return [d for d in self._declarations if d.kind != d.Kind.NOTICE]

    @cached_property
    def who(self) -> HostForm:
        """Page “chi”."""
        return HostForm(self)

    @cached_property
    def unit(self) -> UnitForm:
        """Page “unita”."""
        return UnitForm(self)

    @cached_property
    def standing(self) -> StandingForm:
        """Page “requisiti”."""
        return StandingForm(self)

    @cached_property
    def position(self) -> PositionForm:
        """Page “posizione”."""
        return PositionForm(self)

    @cached_property
    def tutor(self) -> TutorForm:
        """Page “tutor”."""
        return TutorForm(self)

    @cached_property
    def profile(self) -> ProfileForm:
        """Page “profilo”."""
        return ProfileForm(self)

    @cached_property
    def declarations(self) -> DeclarationsForm:
        """Page “dichiarazioni”."""
        return DeclarationsForm(self)

    @cached_property
    def rows(self) -> dict[str, list[RowForm]]:
        """The rows that repeat, by kind; those of the green profile only where it is asked for."""
        return {
            kind: [form(self, number) for number in row_numbers(self.draft, kind)]
            for kind, form in ROW_FORMS.items()
            if self.parameters.is_green or kind not in {"certificate", "measure"}
        }

    @cached_property
    def papers(self) -> list[Paper]:
        """Page “documenti”: what is asked for, with the files that are there."""
        files = loose_files(self.case.pk)
        return [
            paper_for(one, files)
            for one in self.version.documents.all()
            if concerns_hosts(one.only_for)
        ]

    def forms(self, slug: str) -> list[DraftForm]:
        """Return the forms of a page, rows first; the page of documents has none."""
        page = next(page for page in PAGES if page.slug == slug)
        rows = [form for kind in page.rows for form in self.rows.get(kind, [])]
        alone = {
            "chi": [self.who],
            "unita": [self.unit],
            "requisiti": [self.standing],
            "posizione": [self.position],
            "tutor": [self.tutor],
            "profilo": [self.profile],
            "documenti": [],
            "dichiarazioni": [self.declarations],
        }[slug]
        return [*rows, *alone]

    def names(self, slug: str) -> list[str]:
        """Return the fields of a page as the draft names them."""
        return [name for form in self.forms(slug) for name in form.names]

    def problems(self, slug: str | None = None) -> list[Problem]:
        """Return what is missing or wrong, on one page or on all of them."""
        return [
            problem
            for page in PAGES
            if slug in (None, page.slug)
            for problem in [
                *form_problems(page, self.forms(page.slug)),
                *self._missing(page),
            ]
        ]

    def _missing(self, page: Page) -> list[Problem]:
        if page.slug == "posizione" and not self.rows["competence"]:
            sentence = gettext("Add at least one competence, with its level.")
            return [Problem(page, "competence-rows", gettext("Competences"), sentence)]
        if page.slug != "documenti":
            return []
        return paper_problems(page, self.papers, gettext("Attach this document."))

    def filing(self) -> OfferFiling:
        """Return the offer as plain values; only where there are no problems."""
        ticked = [name for form in (self.who, self.declarations) for name in form.fields]
        return OfferFiling(
            person=self.who.person(),
            organisation=self.who.organisation(),
            vat_number=self.who.own_vat_number(),
            content=self.content(),
            declarations=tuple(
                name.removeprefix(PREFIX) for name in ticked if name.startswith(PREFIX)
            ),
        )

    def content(self) -> OfferContent:
        """Return what the offer says; only where there are no problems."""
        told: dict[str, Any] = {}
        for form in (self.unit, self.standing, self.position, self.tutor, self.profile):
            form.holds  # noqa: B018 (asked before what was read is taken)
            told |= form.cleaned_data
        for word in WORDS_OF_HOURS:
            told[f"{word}_minutes"] = _minutes(told.pop(f"{word}_hours", None))
        known = {name: told[name] for name in DEFAULTS if told.get(name) is not None}
        return OfferContent(
            **DEFAULTS | known,
            host_kind=self.kind,
            host_tax_code=self.host_tax_code,
            unit=self.unit.unit,
            fixed_term=self._plain("fixed"),
            running=self._plain("intern"),
            curricular=self._plain("curricular"),
            hires=self._plain("hire"),
            layoffs=self._plain("layoff"),
            dismissals=self._plain("dismissal"),
            competences=self._plain("competence"),
            certificates=self._plain("certificate"),
            measures=self._plain("measure"),
        )

    def facts(self) -> Facts:
        """Return what is written so far with what its rules know; days not written are the next."""
        said = self.content()
        first = said.start_from or self.day
        said = replace(
            said,
            start_from=first,
            start_to=max(said.start_to or first, first),
            months=max(said.months, 1),
        )
        return Facts(said, self.version, self.day, moment.today(), number=self.case.pk)

    def _plain(self, kind: str) -> tuple[Any, ...]:
        return tuple(row.plain() for row in self.rows.get(kind, []) if row.is_valid())


# What an offer says where the form does not ask for it, or nothing was written.
DEFAULTS: dict[str, Any] = {
    **dict.fromkeys(("members", "apprentices", "activated", "remote_days"), 0),
    **dict.fromkeys(("owners", "permanent", "tutor_years", "tutor_follows"), 0),
    **dict.fromkeys(("green_percent", "tutor_green_years", "training_hours"), 0),
    **dict.fromkeys(("contract_minutes", "weekly_minutes", "daily_minutes"), 0),
    **dict.fromkeys(("is_seasonal", "safety_in_order", "is_insolvent", "has_report"), False),
    **dict.fromkeys(("insolvency_agreement", "contributions_in_order", "annual_fee_paid"), False),
    **dict.fromkeys(("no_antimafia", "replaces_nobody", "gives_meals"), False),
    **dict.fromkeys(("needs_surveillance",), False),
    **dict.fromkeys(("risk", "disabled_quota", "title", "area", "activities", "skills"), ""),
    **dict.fromkeys(("contract", "remote_rules", "requirements", "preferences", "equipment"), ""),
    **dict.fromkeys(("tutor_name", "tutor_tax_code", "tutor_role", "tutor_skills"), ""),
    **dict.fromkeys(("tutor_email", "link", "initiative", "green_task"), ""),
    "assessed_on": None,
    "space": None,
    "places": 1,
    "start_from": None,
    "start_to": None,
    "months": 1,
    "allowance": Decimal(0),
    "hiring": "undecided",
    "green_sector": "other",
    "green_role": "none",
}


def _minutes(hours: Decimal | None) -> int:
    return int(((hours or Decimal(0)) * 60).to_integral_value())
