"""The whole application in words, card by card, as the summary shows it."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext as _

from grants.fields import SPEND_KINDS
from grants.forms.base import DraftForm
from grants.forms.declarations import PREFIX
from grants.forms.questions import answer_in_words
from ui.formats import euro, short_date
from ui.inputs import DayField, MoneyField, read_day, read_number

if TYPE_CHECKING:
    from grants.forms.application import Application


def cards(application: "Application") -> list[dict[str, Any]]:
    """Return a card for each subject: title, page, facts of label and value."""
    who = application.who
    person = [entry.field.name for entry in (*who.person_entries, *who.address_entries)]
    body = ["applicant_kind", "vat_number", "org_legal_form"]
    body += [name for name in who.fields if name.startswith("org_") and name not in body]
    return [
        _card(_("Applicant"), "chi", _facts(who, body)),
        _card(_("Person"), "chi", _facts(who, person)),
        _card(_("Space and period"), "spazio", _facts(application.place)),
        _card(_("Spend and contribution"), "spese", _spend(application)),
        _card(_("Project"), "progetto", _facts(application.project)),
        *_questions(application),
        _card(_("Documents"), "documenti", _papers(application)),
        _card(_("Declarations"), "dichiarazioni", _declared(application)),
    ]


def _questions(application: "Application") -> list[dict[str, Any]]:
    """Return the card of the extra questions, where the call has some to answer on a page."""
    boxes = [box for box in application.question_boxes if box.is_asked and box.kind != "heading"]
    values = application.sheet.values
    facts = [_fact(box.title, answer_in_words(box.question, values.get(box.code))) for box in boxes]
    return [_card(_("Questions of the call"), "domande", facts)] if boxes else []


def _card(title: str, slug: str, facts: list[dict[str, Any]]) -> dict[str, Any]:
    return {"title": title, "slug": slug, "facts": facts}


def _facts(form: DraftForm, names: list[str] | None = None) -> list[dict[str, Any]]:
    chosen = form.fields if names is None else [name for name in names if name in form.fields]
    return [_fact(form[name].label, in_words(form, name)) for name in chosen]


def _fact(label: Any, value: Any) -> dict[str, Any]:
    return {"label": label, "value": value, "hint": ""}


def in_words(form: DraftForm, name: str) -> str:
    """Return what was typed as people read it; what cannot be read stays as it was typed."""
    field, typed = form.fields[name], form.typed(name)
    if isinstance(field, forms.BooleanField):
        return _("Yes") if typed else _("No")
    choices = getattr(field, "choices", None) or getattr(field.widget, "choices", None)
    if choices:
        return str(dict(choices).get(typed, typed)) if typed else ""
    if isinstance(field, DayField):
        day = read_day(typed)
        return short_date(day) if day else typed
    if isinstance(field, MoneyField):
        try:
            return euro(read_number(typed))
        except ValueError:
            return typed
    return typed


def _spend(application: "Application") -> list[dict[str, Any]]:
    facts = []
    for number, form in enumerate(application.lines, 1):
        label = _("Line {number}").format(number=number)
        facts.append(_fact(label, _line(form) if form.is_valid() else ""))
    amount = application.contribution.amount
    computed = euro(amount) if amount is not None else ""
    return [
        *facts,
        _fact(_("Contribution computed"), computed),
        *_facts(application.spend, ["requested", "quote_date", "vat_is_cost"]),
    ]


def _line(form: Any) -> str:
    line = form.plain
    what = line.description or SPEND_KINDS.get(line.kind, line.kind)
    quantity = f"{line.quantity:f}".removesuffix(".00").replace(".", ",")
    return f"{what}: {quantity} × {euro(line.unit_price)} = {euro(line.net)}"


def _papers(application: "Application") -> list[dict[str, Any]]:
    return [
        _fact(paper.title, ", ".join(file.name for file in paper.files))
        for paper in application.papers
        if paper.files or paper.is_required
    ]


def _declared(application: "Application") -> list[dict[str, Any]]:
    ticks = [(d, application.values.get(PREFIX + d.code)) for d in application.statements]
    facts = [_fact(declaration.title, _("Declared") if tick else "") for declaration, tick in ticks]
    if application.is_undertaking:
        total = [_aid(form) for form in application.aids]
        facts.append(_fact(_("De minimis aids"), "; ".join(total) or _("None")))
    return facts


def _aid(form: Any) -> str:
    return f"{form.typed('authority')}, {in_words(form, 'granted_on')}, {in_words(form, 'amount')}"
