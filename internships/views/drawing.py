"""What the pages of an offer's form show beside their fields."""

from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from internships.forms import place, position, profile
from internships.forms.offer import OfferForms
from internships.forms.rows import ROW_FORMS, RowForm
from internships.rules.green import band
from workflows.written.addresses import address_of
from workflows.written.base import Entry
from workflows.written.fragments import who_fragments
from workflows.written.pages import Page


@dataclass(frozen=True)
class Rows:
    """Rows of a kind as the page shows them, with the words of the button that adds one."""

    kind: str
    title: str
    add: str
    hint: str
    forms: list[RowForm]


@dataclass(frozen=True)
class Section:
    """A card of a page: fields, or rows that repeat, or something worked out from both."""

    anchor: str
    title: str
    hint: str = ""
    entries: list[Entry] = field(default_factory=list)
    rows: Rows | None = None
    box: str = ""


def beside(offer: OfferForms, page: Page) -> dict[str, Any]:
    """Return the parts of a page that follow from its fields."""
    context: dict[str, Any] = {"case": offer.case, "application": offer}
    if page.slug in SECTIONS:
        context |= {"sections": SECTIONS[page.slug](offer)}
        context |= {"swap_url": address_of(offer.case, "page", page.slug)}
        context |= boxes(offer, page)
    return context


def boxes(offer: OfferForms, page: Page) -> dict[str, Any]:
    """Return what is worked out in front of the person: places left, green points."""
    if page.slug in {"unita", "posizione"}:
        return {"room": offer.facts().room}
    if page.slug == "profilo" and offer.parameters.is_green:
        facts = offer.facts()
        return {
            "score": facts.score,
            "band": band(facts.score.total, facts.grid),
            "points": [(name, facts.score.parts[letter]) for letter, name in PARTS],
            "least": offer.parameters.green_least,
            "placement_least": offer.parameters.placement_least,
        }
    return {}


PARTS = (
    ("A", gettext_lazy("What the firm does")),
    ("B", gettext_lazy("What the intern will be")),
    ("C", gettext_lazy("Certificates")),
    ("D", gettext_lazy("Measures")),
    ("E", gettext_lazy("Sustainability report")),
    ("F", gettext_lazy("Tutoring")),
)


def fragments(request: HttpRequest, offer: OfferForms, page: Page, name: str) -> dict[str, str]:
    """Return the parts of a page that follow from a field, by the id they stand in."""
    for form in offer.forms(page.slug):
        form.hide_unwritten()
    context = beside(offer, page)

    def drawn(template: str) -> str:
        return render_to_string(template, context, request)

    if page.slug == "chi":
        return who_fragments(request, offer, name)
    return {
        box: drawn(f"internships/host/_{box}.html")
        for box in BOXES.get(page.slug, ())
        if _on(context, box)
    }


BOXES = {"unita": ("room",), "posizione": ("room",), "profilo": ("score",)}


def _on(context: dict[str, Any], box: str) -> bool:
    return box in context


def rows_fragment(
    request: HttpRequest, offer: OfferForms, page: Page, kind: str, focus: str
) -> str:
    """Return the rows of a kind drawn anew, for a page that swaps them in place."""
    for form in offer.forms(page.slug):
        form.hide_unwritten()
    context = beside(offer, page) | {"focus": focus, "rows": rows_of(offer, kind), "is_swap": True}
    return render_to_string("internships/host/_rows.html", context, request)


def rows_of(offer: OfferForms, kind: str) -> Rows:
    """Return the rows of a kind with their words."""
    title, add, hint = _words(kind)
    return Rows(kind, title, add, hint, offer.rows.get(kind, []))


def _words(kind: str) -> tuple[str, str, str]:
    return {
        "fixed": (
            _("Fixed-term contracts"),
            _("Add a contract"),
            _("They count if they begin before the internship and end after it."),
        ),
        "intern": (
            _("Internships under way in the unit"),
            _("Add an internship"),
            _("Extracurricular ones, whoever promotes them."),
        ),
        "curricular": (
            _("Curricular internships under way"),
            _("Add a curricular internship"),
            _("They are counted apart, and take up no place."),
        ),
        "hire": (
            _("Of these, hired afterwards"),
            _("Add a hire"),
            _("Contracts of 6 months at least, and half the full week, count for the premium."),
        ),
        "layoff": (
            _("Wage support under way"),
            _("Add a wage support"),
            _("Leave it empty if none."),
        ),
        "dismissal": (
            _("Dismissals of the last 12 months"),
            _("Add a dismissal"),
            _("Leave it empty if none."),
        ),
        "competence": (
            _("What the intern learns"),
            _("Add a competence"),
            _("One at least. With a level under 4 the internship lasts up to 6 months."),
        ),
        "certificate": (
            _("Certificates of the environment"),
            _("Add a certificate"),
            _("Only those that are valid today; attach a copy among the documents."),
        ),
        "measure": (
            _("Measures of circular economy and energy"),
            _("Add a measure"),
            _("Of the last 36 months, with their proof."),
        ),
    }[kind]


def _unit(offer: OfferForms) -> list[Section]:
    form = offer.unit
    return [
        Section(
            "sede",
            _("The operating unit"),
            _("Where the internship is: limits on interns count for each unit."),
            form.entries((*place.ADDRESS, "unit_province")),
        ),
        Section("organico", _("Who works there"), "", form.entries(place.STAFF)),
        Section("rows-fixed", _("Fixed-term contracts"), rows=rows_of(offer, "fixed")),
        Section("rows-intern", _("Internships under way"), rows=rows_of(offer, "intern")),
        Section(
            "rows-curricular",
            _("Curricular internships under way"),
            rows=rows_of(offer, "curricular"),
        ),
        Section(
            "premio",
            _("Internships of the last two years"),
            _("Units with more than 20 permanent staff get further places for those they hired."),
            form.entries(("activated", "is_seasonal")),
        ),
        Section("rows-hire", _("Hires after internships"), rows=rows_of(offer, "hire")),
        Section("room", _("Places left in the unit"), box="internships/host/_room.html"),
    ]


def _standing(offer: OfferForms) -> list[Section]:
    form = offer.standing
    return [
        Section(
            "sicurezza",
            _("Safety at work"),
            "",
            form.entries(("safety_in_order", "assessed_on", "risk")),
        ),
        Section(
            "regolarita",
            _("What the call asks"),
            "",
            form.entries(
                (
                    "disabled_quota",
                    "contributions_in_order",
                    "annual_fee_paid",
                    "no_antimafia",
                    "replaces_nobody",
                )
            ),
        ),
        Section("rows-layoff", _("Wage support under way"), rows=rows_of(offer, "layoff")),
        Section("rows-dismissal", _("Dismissals"), rows=rows_of(offer, "dismissal")),
        Section(
            "procedure",
            _("Insolvency"),
            "",
            form.entries(("is_insolvent", "insolvency_agreement")),
        ),
    ]


def _position(offer: OfferForms) -> list[Section]:
    form = offer.position
    return [
        Section("posto", _("The position"), "", form.entries(position.WHAT)),
        Section("room", _("Places left in the unit"), box="internships/host/_room.html"),
        Section("rows-competence", _("What the intern learns"), rows=rows_of(offer, "competence")),
        Section("tempi", _("Time and hours"), "", form.entries(position.WHEN)),
        Section("indennita", _("Allowance"), "", form.entries(position.MONEY)),
        Section("persona", _("Whom you look for"), "", form.entries(position.WHOM)),
    ]


def _tutor(offer: OfferForms) -> list[Section]:
    hint = _("Whoever follows the intern every day: at most three interns at the same time.")
    return [Section("tutor", _("The tutor"), hint, offer.tutor.entries())]


def _profile(offer: OfferForms) -> list[Section]:
    form = offer.profile
    if not offer.parameters.is_green:
        return [
            Section(
                "coworking", _("Coworking"), "", form.entries((*profile.COWORKING, "initiative"))
            )
        ]
    return [
        Section("verde", _("The green profile"), "", form.entries((*profile.GREEN, "initiative"))),
        Section("rows-certificate", _("Certificates"), rows=rows_of(offer, "certificate")),
        Section("rows-measure", _("Measures"), rows=rows_of(offer, "measure")),
        Section("altro", _("Report and tutoring"), "", form.entries(profile.MORE)),
        Section("score", _("Green points so far"), box="internships/host/_score.html"),
    ]


SECTIONS = {
    "unita": _unit,
    "requisiti": _standing,
    "posizione": _position,
    "tutor": _tutor,
    "profilo": _profile,
}


def kinds_on(page: Page, offer: OfferForms) -> frozenset[str]:
    """Return the kinds of rows that a page shows now."""
    return frozenset(kind for kind in page.rows if kind in offer.rows and kind in ROW_FORMS)
