"""The whole offer in words, card by card, as the summary shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from workflows.written.declarations import PREFIX
from workflows.written.summary import Fact, card, declared, facts, papers, row_facts

if TYPE_CHECKING:
    from internships.forms.offer import OfferForms


def cards(offer: OfferForms) -> list[dict[str, Any]]:
    """Return a card for each subject: title, page, facts of label and value."""
    who = [name for name in offer.who.fields if not name.startswith(PREFIX)]
    return [
        card(_("Host and who signs"), "chi", facts(offer.who, who)),
        card(_("Unit and staff"), "unita", facts(offer.unit), _rows(offer, "fixed", "intern")),
        card(
            _("Requirements"),
            "requisiti",
            facts(offer.standing),
            _rows(offer, "layoff", "dismissal"),
        ),
        card(_("Position"), "posizione", facts(offer.position), _rows(offer, "competence")),
        card(_("Tutor"), "tutor", facts(offer.tutor)),
        card(
            _("Coworking or green profile"),
            "profilo",
            facts(offer.profile),
            _rows(offer, "certificate", "measure"),
        ),
        card(_("Documents"), "documenti", papers(offer)),
        card(_("Declarations"), "dichiarazioni", declared(offer)),
    ]


def _rows(offer: OfferForms, *kinds: str) -> list[Fact]:
    return [one for kind in kinds for one in row_facts(offer.rows.get(kind, []))]
