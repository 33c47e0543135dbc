"""The whole candidacy in words, card by card, as the summary shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from workflows.written.declarations import PREFIX
from workflows.written.summary import card, declared, facts, papers, row_facts

if TYPE_CHECKING:
    from internships.forms.candidate import CandidacyForms


def cards(whole: CandidacyForms) -> list[dict[str, Any]]:
    """Return a card for each subject: title, page, facts of label and value."""
    who = [name for name in whole.who.fields if not name.startswith(PREFIX)]
    rows = whole.rows
    return [
        card(_("Who applies"), "chi", facts(whole.who, who)),
        card(_("Your condition"), "condizione", facts(whole.condition)),
        card(
            _("Studies and experience"),
            "studi",
            facts(whole.study),
            row_facts(rows["experience"]),
        ),
        card(
            _("Offers you choose"),
            "offerte",
            row_facts(rows["preference"]),
            row_facts(rows["relation"]),
            facts(whole.choice),
            row_facts(rows["running"]),
        ),
        card(_("Motivation"), "motivazione", facts(whole.motivation)),
        card(_("Documents"), "documenti", papers(whole)),
        card(_("Declarations"), "dichiarazioni", declared(whole)),
    ]
