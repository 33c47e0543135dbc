"""What a filed contribution tells its applicant, for the shared page of a case."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _

from grants import rules
from grants.award_page import for_applicant
from grants.checks import applies, parameters_of
from grants.fields import SPEND_KINDS
from grants.forms.application import PAGES
from grants.forms.questions import answer_in_words
from grants.models import Status
from grants.models.statuses import HOLDING
from ui.formats import euro, short_date
from workflows.services.answers import answers_of

if TYPE_CHECKING:
    from grants.models import RentContribution, SpendLine

# Before the decision what the officer admits is a proposal, and no business of the page.
OFFERED = {Status.PARTIAL_OFFERED, Status.OFFER_ACCEPTED}
DECIDED = {*HOLDING, *OFFERED, Status.WAITING_LIST}
TOLD_THE_REASONS = {
    Status.REFUSAL_NOTICE,
    Status.OBSERVATIONS_RECEIVED,
    Status.REFUSAL_PROPOSED,
    Status.REFUSED,
}


def applicant_context(case: RentContribution, _user: Any) -> dict[str, Any]:
    """Return what `grants/applicant/_contribution.html` shows of a filed application."""
    decided = case.status in DECIDED
    lines = list(case.lines.all())
    return {
        "may_waive": case.status == Status.GRANTED,
        "award": for_applicant(case),
        "facts": _facts(case),
        "amounts": _amounts(case),
        "lines": [_line(line, case, decided=decided) for line in lines],
        "steps": _steps(case, lines, decided=decided),
        "shows_cuts": decided and any(line.cut_reason for line in lines),
        "project": case.project,
        "network": case.network,
        "grounds": case.grounds if case.status in TOLD_THE_REASONS else [],
        "annulments": list(case.annulments.select_related("premium").prefetch_related("grounds")),
        "answers": answer_facts(case),
        "declarations": [
            declaration.title
            for declaration in case.call_version.declarations.all()
            if applies(declaration, case) and declaration.code in case.declarations
        ],
    }


def answer_facts(case: RentContribution) -> list[dict[str, Any]]:
    """Return the answers to the extra questions of the call, as pages show facts."""
    return [
        {
            "label": answer.question.title,
            "value": answer_in_words(answer.question.plain, answer.value),
            "hint": "",
        }
        for answer in answers_of(case)
    ]


def resume_url(case: Any) -> str:
    """Return where a draft goes on."""
    return reverse("grants:page", args=[case.pk, PAGES[0].slug])


def _facts(case: RentContribution) -> list[dict[str, Any]]:
    facts = [
        (_("Applicant"), case.applicant.name, case.applicant.tax_code),
        (_("Kind of applicant"), case.get_applicant_kind_display(), ""),
        (_("Space"), case.space.name, case.space.address),
        (_("Period"), f"{short_date(case.period_from)} – {short_date(case.period_to)}", ""),
        (_("Date of the quotation"), short_date(case.quote_date) if case.quote_date else "", ""),
        (_("Other contributions"), case.other_aid_detail if case.other_aid else _("none"), ""),
    ]
    if case.applicant_id != case.representative_id:
        facts.insert(1, (_("Signed by"), case.representative.name, ""))
    return [{"label": label, "value": value, "hint": hint} for label, value, hint in facts]


def _amounts(case: RentContribution) -> list[dict[str, Any]]:
    amounts = [(_("You asked for"), case.requested)]
    if case.status in OFFERED:
        amounts.append((_("We offer"), case.offered))
    if case.status in HOLDING:
        amounts.append((_("We granted"), case.granted))
    return [{"label": label, "value": euro(amount), "hint": ""} for label, amount in amounts]


def _line(line: SpendLine, case: RentContribution, *, decided: bool) -> dict[str, Any]:
    plain = replace(line.plain, admitted=None)
    return {
        "description": line.description,
        "kind": SPEND_KINDS.get(line.kind, line.kind),
        "quantity": f"{line.quantity.normalize():f}".replace(".", ","),
        "unit_price": line.unit_price,
        "cost": plain.cost(with_vat=case.vat_is_cost),
        "admitted": line.admitted if decided else None,
        "cut_reason": line.cut_reason if decided else "",
    }


def _steps(
    case: RentContribution, lines: list[SpendLine], *, decided: bool
) -> list[dict[str, Any]]:
    set_ = parameters_of(case)
    plain = [line.plain if decided else replace(line.plain, admitted=None) for line in lines]
    result = rules.contribution(
        plain,
        rate_percent=set_.rate_percent,
        ceiling=set_.ceiling,
        minimum=set_.minimum_spend,
        with_vat=case.vat_is_cost,
    )
    return [{"label": label, "amount": amount} for label, amount in result.steps]
