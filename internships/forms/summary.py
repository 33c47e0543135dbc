"""The whole offer in words, card by card, as the summary shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from grants.forms.base import DraftForm
from grants.forms.declarations import PREFIX
from grants.forms.summary import in_words

if TYPE_CHECKING:
    from internships.forms.offer import OfferForms
    from internships.forms.rows import RowForm

Fact = dict[str, Any]


def cards(offer: OfferForms) -> list[dict[str, Any]]:
    """Return a card for each subject: title, page, facts of label and value."""
    who = [name for name in offer.who.fields if not name.startswith(PREFIX)]
    return [
        _card(_("Host and who signs"), "chi", _facts(offer.who, who)),
        _card(_("Unit and staff"), "unita", _facts(offer.unit), _rows(offer, "fixed", "intern")),
        _card(
            _("Requirements"),
            "requisiti",
            _facts(offer.standing),
            _rows(offer, "layoff", "dismissal"),
        ),
        _card(_("Position"), "posizione", _facts(offer.position), _rows(offer, "competence")),
        _card(_("Tutor"), "tutor", _facts(offer.tutor)),
        _card(
            _("Coworking or green profile"),
            "profilo",
            _facts(offer.profile),
            _rows(offer, "certificate", "measure"),
        ),
        _card(_("Documents"), "documenti", _papers(offer)),
        _card(_("Declarations"), "dichiarazioni", _declared(offer)),
    ]


def _card(title: str, slug: str, *facts: list[Fact]) -> dict[str, Any]:
    return {"title": title, "slug": slug, "facts": [one for some in facts for one in some]}


def _fact(label: Any, value: Any) -> Fact:
    return {"label": label, "value": value, "hint": ""}


def _facts(form: DraftForm, names: list[str] | None = None) -> list[Fact]:
    chosen = list(form.fields) if names is None else names
    return [_fact(form[name].label, in_words(form, name)) for name in chosen]


def _rows(offer: OfferForms, *kinds: str) -> list[Fact]:
    return [
        _fact(f"{row.title} {number}", _row(row))
        for kind in kinds
        for number, row in enumerate(offer.rows.get(kind, []), 1)
    ]


def _row(row: RowForm) -> str:
    return ", ".join(filter(None, (in_words(row, name) for name in row.fields)))


def _papers(offer: OfferForms) -> list[Fact]:
    return [
        _fact(paper.title, ", ".join(file.name for file in paper.files))
        for paper in offer.papers
        if paper.files or paper.is_required
    ]


def _declared(offer: OfferForms) -> list[Fact]:
    return [
        _fact(one.title, _("Declared") if offer.values.get(PREFIX + one.code) else "")
        for one in offer.statements
    ]
