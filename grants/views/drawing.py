"""What the pages of the form show beside their fields."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string

from calls.forms.answers import name_of
from coworking_registry.presentation import price_rows
from grants import rules
from grants.fields import SPEND_KINDS
from grants.forms.application import Application
from grants.forms.questions import AskedQuestion
from grants.services.lines import FIRM
from ui.formats import euro
from workflows.written.addresses import address_of
from workflows.written.fragments import who_fragments
from workflows.written.pages import Page

FRAGMENT_OF_ROWS = {"spese": "_lines", "dichiarazioni": "_aids", "domande": "_question_swap"}


def beside_context(application: Application, page: Page) -> dict[str, Any]:
    """Return what the parts of a page need that follow from its fields."""
    context: dict[str, Any] = {"case": application.case, "application": application}
    if page.slug in FRAGMENT_OF_ROWS:
        context["swap_url"] = address_of(application.case, "page", page.slug)
    if page.slug == "spazio":
        context["prices"] = price_rows(application.price_items.values())
    if page.slug == "spese":
        context |= spend_context(application)
    return context


def spend_context(application: Application) -> dict[str, Any]:
    """Return the sum worked out in front of the person: lines, steps and their rule."""
    result = application.contribution
    counted = [line.plain for line in application.lines if line.is_valid()]
    tolerance = rules.percent(application.parameters.price_list_tolerance_percent)
    return {
        "contribution": result,
        "money_lines": [
            {
                "label": line.description or SPEND_KINDS.get(line.kind, line.kind),
                "amount": line.cost(with_vat=application.with_vat),
                "outcome": _line_outcome(line, with_vat=application.with_vat),
            }
            for line in counted
        ],
        "contribution_why": {
            "rule_id": "AMT-01",
            "sentence": _contribution_sentence(result),
            "source": "Bando, agevolazione",
            "inputs": [{"label": label, "value": euro(value)} for label, value in result.steps],
        },
        "tolerance": tolerance,
    }


def _line_outcome(line: rules.Line, *, with_vat: bool) -> dict[str, Any]:
    net = euro(line.net)
    sentence = f"{line.quantity:f} × {euro(line.unit_price)} = {net}".replace(".00 ×", " ×")
    if with_vat:
        sentence += f", con IVA al {rules.percent(line.vat_rate)} {euro(line.cost(with_vat=True))}"
    return {
        "rule_id": "AMT-02",
        "sentence": sentence,
        "source": "Bando, agevolazione",
        "inputs": [],
    }


def _contribution_sentence(result: rules.Contribution) -> str:
    if result.amount is None:
        return "Sotto la spesa minima il contributo non spetta."
    return (
        "Il contributo è la percentuale della spesa ammissibile, fino al massimo previsto dal "
        "bando."
    )


def fragment(
    request: HttpRequest, application: Application, page: Page, *, focus: str = "", rows: str = ""
) -> str:
    """Return the rows of a page drawn anew, for a page that swaps them in place.

    `rows` is the kind of rows: on the page of questions, the question they belong to.
    """
    context = beside_context(application, page) | {"focus": focus, "is_swap": True}
    if page.slug == "domande":
        code = rows.removeprefix(name_of(""))
        context |= {
            "box": _box(application, code),
            "others": [_box(application, one) for one in sorted(application.depending_on(code))],
        }
    for form in application.forms(page.slug):
        form.hide_unwritten()
    name = "_firms" if rows == FIRM else FRAGMENT_OF_ROWS[page.slug]
    return render_to_string(f"grants/applicant/{name}.html", context, request)


def fragments(
    request: HttpRequest, application: Application, page: Page, name: str
) -> dict[str, str]:
    """Return the parts of a page that follow from a field, by the id they stand in."""
    context = beside_context(application, page)
    for form in application.forms(page.slug):
        form.hide_unwritten()

    def drawn(template: str, **extra: Any) -> str:
        return render_to_string(f"grants/applicant/{template}.html", context | extra, request)

    if page.slug == "chi":
        return who_fragments(request, application, name)
    if page.slug == "spazio" and name == "space":
        return {"price-list": drawn("_price_list")}
    if page.slug == "spese":
        found = {"contribution": drawn("_sum")}
        row = next((line for line in application.lines if name == line.add_prefix("item")), None)
        if row is not None:
            found[f"line-{row.number}-rest"] = drawn("_line_rest", line=row)
        return found
    if page.slug == "domande":
        code = name.removeprefix(name_of("")).partition("-")[0]
        boxes = [_box(application, one) for one in application.depending_on(code)]
        return {f"box-{box.code}": drawn("_question", box=box) for box in boxes if box}
    return {}


def _box(application: Application, code: str) -> AskedQuestion | None:
    return next((box for box in application.question_boxes if box.code == code), None)
