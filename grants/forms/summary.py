"""The whole application in words, card by card, as the summary shows it."""

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from grants.fields import SPEND_KINDS
from grants.forms.questions import answer_in_words
from ui.formats import euro
from workflows.written.summary import card, declared, fact, facts, in_words, papers

if TYPE_CHECKING:
    from grants.forms.application import Application


def cards(application: "Application") -> list[dict[str, Any]]:
    """Return a card for each subject: title, page, facts of label and value."""
    who = application.who
    person = [entry.field.name for entry in (*who.person_entries, *who.address_entries)]
    body = ["applicant_kind", "vat_number", "org_legal_form"]
    body += [name for name in who.fields if name.startswith("org_") and name not in body]
    return [
        card(_("Applicant"), "chi", facts(who, body)),
        card(_("Person"), "chi", facts(who, person)),
        card(_("Space and period"), "spazio", facts(application.place)),
        card(_("Spend and contribution"), "spese", _spend(application)),
        card(_("Project"), "progetto", facts(application.project)),
        *_questions(application),
        card(_("Documents"), "documenti", papers(application)),
        card(_("Declarations"), "dichiarazioni", _declared(application)),
    ]


def _questions(application: "Application") -> list[dict[str, Any]]:
    """Return the card of the extra questions, where the call has some to answer on a page."""
    boxes = [box for box in application.question_boxes if box.is_asked and box.kind != "heading"]
    values = application.sheet.values
    found = [fact(box.title, answer_in_words(box.question, values.get(box.code))) for box in boxes]
    return [card(_("Questions of the call"), "domande", found)] if boxes else []


def _spend(application: "Application") -> list[dict[str, Any]]:
    found = []
    for number, form in enumerate(application.lines, 1):
        label = _("Line {number}").format(number=number)
        found.append(fact(label, _line(form) if form.is_valid() else ""))
    amount = application.contribution.amount
    computed = euro(amount) if amount is not None else ""
    return [
        *found,
        fact(_("Contribution computed"), computed),
        *facts(application.spend, ["requested", "quote_date", "vat_is_cost"]),
    ]


def _line(form: Any) -> str:
    line = form.plain
    what = line.description or SPEND_KINDS.get(line.kind, line.kind)
    quantity = f"{line.quantity:f}".removesuffix(".00").replace(".", ",")
    return f"{what}: {quantity} × {euro(line.unit_price)} = {euro(line.net)}"


def _declared(application: "Application") -> list[dict[str, Any]]:
    found = declared(application)
    if application.is_undertaking:
        total = [_aid(form) for form in application.aids]
        firms = [f"{form.typed('firm')} ({form.typed('code')})" for form in application.links]
        found.append(fact(_("Firms tied to yours"), "; ".join(firms) or _("None")))
        found.append(fact(_("De minimis aids"), "; ".join(total) or _("None")))
    return found


def _aid(form: Any) -> str:
    return f"{form.typed('authority')}, {in_words(form, 'granted_on')}, {in_words(form, 'amount')}"
