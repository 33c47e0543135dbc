"""A whole candidacy as its forms see it: one draft, seven pages, one filing."""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from internships import queries
from internships.candidate_checks import concerns_candidates, filing_day
from internships.candidate_content import CandidacyContent, CandidacyFiling, RestrictedContent
from internships.candidate_facts import CandidateFacts
from internships.forms.candidate_pages import (
    CandidateForm,
    ChoiceForm,
    ConditionForm,
    MotivationForm,
    StudyForm,
)
from internships.forms.candidate_rows import ROW_FORMS, PreferenceForm
from internships.forms.rows import RowForm
from internships.models import ApplicantCondition, Candidacy, CandidacyStatus, HostOffer
from internships.parameters import CandidacyParameters
from parties import moment
from workflows.models import Draft
from workflows.written.base import DraftForm
from workflows.written.declarations import PREFIX, DeclarationsForm
from workflows.written.pages import Page, Problem, form_problems, paper_problems
from workflows.written.papers import Paper, loose_files, paper_for
from workflows.written.rows import row_numbers

if TYPE_CHECKING:
    from calls.models import Declaration
    from workflows.services.drafts import Kept

OWN = "internships/candidate/page.html"
PAGES = (
    Page("chi", _("Who applies"), "internships/candidate/chi.html"),
    Page("condizione", _("Your condition"), OWN),
    Page("studi", _("Studies and experience"), OWN, rows=("experience",)),
    Page("offerte", _("Offers you choose"), OWN, rows=("preference", "relation", "running")),
    Page("motivazione", _("Motivation"), OWN),
    Page("documenti", _("Documents"), "workflows/written/documenti.html"),
    Page("dichiarazioni", _("Declarations"), "workflows/written/dichiarazioni.html"),
)


class CandidacyForms:
    """The forms of a candidacy that is being written; a draft follows the present version of its call."""

    several: frozenset[str] = frozenset()
    is_undertaking = False
    kind = "person"
    pages = PAGES

    def __init__(
        self, case: Candidacy, values: dict[str, Any] | None = None, draft: Kept | None = None
    ) -> None:
        self.case = case
        kept = draft or Draft.objects.filter(case_id=case.pk).first() or Draft(case_id=case.pk)
        self.draft = kept
        self.values = (values or {}) | kept.values()
        is_draft = case.status == CandidacyStatus.DRAFT
        self.version = case.call.version if is_draft else case.call_version
        self.parameters = CandidacyParameters.of(self.version)
        self.day = filing_day(case)

    @cached_property
    def offers(self) -> list[HostOffer]:
        """The offers of the call in the public list today, and those chosen already."""
        listed = queries.published_on(moment.today()).filter(call_id=self.case.call_id)
        return list(listed.select_related("applicant", "unit").order_by("title", "pk"))

    @cached_property
    def chosen(self) -> list[HostOffer]:
        """The offers that stand in the preferences, in their order."""
        known = {str(one.pk): one for one in self.offers}
        typed = [
            str(self.values.get(f"preference-{number}-offer", ""))
            for number in row_numbers(self.draft, "preference")
        ]
        return [known[pk] for pk in dict.fromkeys(typed) if pk in known]

    @cached_property
    def _declarations(self) -> list[Declaration]:
        return [d for d in self.version.declarations.all() if concerns_candidates(d.only_for)]

    @property
    def notices(self) -> list[Declaration]:
        """What the first page asks to have read."""
        return [d for d in self._declarations if d.kind == d.Kind.NOTICE]

    @property
    def statements(self) -> list[Declaration]:
        """What the last page asks to declare."""
        return [d for d in self._declarations if d.kind != d.Kind.NOTICE]

    @cached_property
    def who(self) -> CandidateForm:
        """Page “chi”."""
        return CandidateForm(self)

    @cached_property
    def condition(self) -> ConditionForm:
        """Page “condizione”."""
        return ConditionForm(self)

    @cached_property
    def study(self) -> StudyForm:
        """Page “studi”."""
        return StudyForm(self)

    @cached_property
    def choice(self) -> ChoiceForm:
        """Page “offerte”."""
        return ChoiceForm(self)

    @cached_property
    def motivation(self) -> MotivationForm:
        """Page “motivazione”."""
        return MotivationForm(self)

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
        return [
            paper_for(one, files)
            for one in self.version.documents.all()
            if concerns_candidates(one.only_for)
        ]

    def forms(self, slug: str) -> list[DraftForm]:
        """Return the forms of a page, rows first; the page of documents has none."""
        page = next(page for page in PAGES if page.slug == slug)
        rows = [form for kind in page.rows for form in self.rows.get(kind, [])]
        alone: dict[str, list[DraftForm]] = {
            "chi": [self.who],
            "condizione": [self.condition],
            "studi": [self.study],
            "offerte": [self.choice],
            "motivazione": [self.motivation],
            "documenti": [],
            "dichiarazioni": [self.declarations],
        }
        return [*rows, *alone[slug]]

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
        if page.slug == "offerte" and not self.rows["preference"]:
            sentence = gettext("Choose at least one offer.")
            return [Problem(page, "rows-preference", gettext("Offers you choose"), sentence)]
        if page.slug != "documenti":
            return []
        return paper_problems(page, self.papers, gettext("Attach this document."))

    def filing(self) -> CandidacyFiling:
        """Return the candidacy as plain values; only where there are no problems."""
        ticked = [name for form in (self.who, self.declarations) for name in form.fields]
        return CandidacyFiling(
            person=self.who.person(),
            content=self.content(),
            declarations=tuple(
                name.removeprefix(PREFIX) for name in ticked if name.startswith(PREFIX)
            ),
        )

    def content(self) -> CandidacyContent:
        """Return what the candidacy says; only where there are no problems."""
        told: dict[str, Any] = {}
        for form in (self.condition, self.study, self.choice, self.motivation):
            form.holds  # noqa: B018 (asked before what was read is taken)
            told |= form.cleaned_data
        said = str(told.get("restricted_condition") or "")
        is_open = said in ApplicantCondition.values
        told["weekly_minutes"] = int((told.get("weekly_hours") or Decimal(0)) * 60)
        known = {name: told[name] for name in DEFAULTS if told.get(name) is not None}
        preferences = [row for row in self.rows["preference"] if isinstance(row, PreferenceForm)]
        return CandidacyContent(
            **DEFAULTS | known,
            condition=said if is_open else "",
            preferences=tuple(row.plain() for row in preferences if row.is_valid() and row.plain()),
            relations=self._plain("relation"),
            experiences=self._plain("experience"),
            running=self._plain("running"),
            restricted=RestrictedContent(
                "" if is_open else said,
                str(told.get("restricted_details") or ""),
                str(told.get("restricted_adjustments") or ""),
            ),
        )

    def facts(self) -> CandidateFacts:
        """Return what is written so far with what its rules know."""
        born = self.who.cleaned_data.get("birth_date") if not self.who.errors else None
        return CandidateFacts(
            self.content(),
            self.version,
            self.day,
            moment.today(),
            born or self.day,
            str(self.who.cleaned_data.get("tax_code", "")),
            number=self.case.pk or 0,
        )

    def _plain(self, kind: str) -> tuple[Any, ...]:
        return tuple(row.plain() for row in self.rows.get(kind, []) if row.is_valid())


# What a candidacy says where the form does not ask for it, or nothing was written.
DEFAULTS: dict[str, Any] = {
    **dict.fromkeys(("evidence_number", "job_centre", "guardian", "guardian_tax_code"), ""),
    **dict.fromkeys(("education", "study_title", "institute", "grade", "languages"), ""),
    **dict.fromkeys(("digital", "motivation"), ""),
    **dict.fromkeys(("evidence_on", "support_until", "permit_until", "graduated_on"), None),
    "available_from": None,
    **dict.fromkeys(("schooling_done", "is_neet", "needs_permit", "is_renewing"), False),
    **dict.fromkeys(("has_licence", "has_kinship"), False),
    **dict.fromkeys(("weekly_minutes", "mobility_km"), 0),
    "support": "none",
}
