"""What the pages of a candidacy's form show beside their fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from internships.forms import candidate_pages as pages
from internships.views.drawing import Rows, Section
from workflows.written.addresses import address_of

if TYPE_CHECKING:
    from internships.forms.candidate import CandidacyForms
    from workflows.written.pages import Page


def page_context(whole: CandidacyForms, page: Page) -> dict[str, Any]:
    """Return the sections of a page, and where its rows are drawn anew."""
    if page.slug not in SECTIONS:
        return {}
    return {
        "sections": SECTIONS[page.slug](whole),
        "swap_url": address_of(whole.case, "page", page.slug),
        "most_preferences": whole.parameters.most_preferences,
        "has_offers": bool(whole.offers),
    }


def rows_of(whole: CandidacyForms, kind: str) -> Rows:
    """Return the rows of a kind with their words."""
    title, add, hint = _words(kind, whole.parameters.most_preferences)
    return Rows(kind, title, add, hint, whole.rows.get(kind, []))


def _words(kind: str, most: int) -> tuple[str, str, str]:
    return {
        "preference": (
            _("Offers you choose"),
            _("Add an offer"),
            _("In the order in which you want them, {most} at most: the first counts most.").format(
                most=most
            ),
        ),
        "relation": (
            _("What you have had with these hosts"),
            _("Add a relation"),
            _("Employment, collaborations, internships, occasional work. Leave it empty if none."),
        ),
        "experience": (
            _("Courses and experience"),
            _("Add a course or an experience"),
            _("Leave it empty if none."),
        ),
        "running": (
            _("Internships you are in already"),
            _("Add an internship"),
            _("Leave it empty if none."),
        ),
    }[kind]


def _condition(whole: CandidacyForms) -> list[Section]:
    form = whole.condition
    return [
        Section("condizione", _("In which condition you apply"), "", form.entries(pages.CONDITION)),
        Section("lavoro", _("Work and studies"), "", form.entries(pages.SUPPORT)),
        Section("permesso", _("Permit of stay"), "", form.entries(pages.PERMIT)),
        *(
            [Section("tutore", _("Who signs with you"), "", form.entries(pages.GUARDIAN))]
            if "guardian" in form.fields
            else []
        ),
    ]


def _study(whole: CandidacyForms) -> list[Section]:
    form = whole.study
    return [
        Section("titolo", _("Title of study"), "", form.entries(pages.STUDY)),
        Section("rows-experience", _("Courses and experience"), rows=rows_of(whole, "experience")),
        Section("capacita", _("Languages and skills"), "", form.entries(pages.SKILLS)),
    ]


def _choice(whole: CandidacyForms) -> list[Section]:
    form = whole.choice
    return [
        Section(
            "rows-preference",
            _("Offers you choose"),
            rows=rows_of(whole, "preference"),
            box="internships/candidate/_preferences.html",
        ),
        Section("rows-relation", _("Relations with hosts"), rows=rows_of(whole, "relation")),
        Section("parentela", _("Relatives"), "", form.entries(("has_kinship",))),
        Section("rows-running", _("Internships under way"), rows=rows_of(whole, "running")),
        Section("quando", _("When and how far"), "", form.entries(pages.WHEN)),
    ]


def _motivation(whole: CandidacyForms) -> list[Section]:
    form = whole.motivation
    return [
        Section("motivazione", _("Why you apply"), "", form.entries(("motivation",))),
        Section(
            "adattamenti", _("At the interview"), "", form.entries(("restricted_adjustments",))
        ),
    ]


SECTIONS = {
    "condizione": _condition,
    "studi": _study,
    "offerte": _choice,
    "motivazione": _motivation,
}
