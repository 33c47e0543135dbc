"""An internship as the shared pages show it: to the office, and to the account it was opened for."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from internships import fees
from internships.models import Agreement, Deed, HostOffer
from internships.permissions import may_see_condition
from internships.places import condition_of
from internships.rules.dates import hours
from internships.views.change_panel import changes_of
from internships.views.follow_panel import followed_of, signs_shown
from internships.views.placement_panel import panel, papers
from internships.views.refund_panel import refund_of
from internships.views.register_panel import months_of
from ui.formats import euro, long_date
from workflows.examination.showing import section, value_row

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from internships.models import Internship
    from parties.models import User

HOST, PROMOTER = "host", "promoter"


def for_office(cases: QuerySet) -> QuerySet:
    """Add the rows that the page reads; their number does not change the number of queries."""
    return cases.prefetch_related(
        Prefetch("offer", HostOffer.objects.select_related("applicant", "representative")),
        "trainee",
        "unit__host",
        "promoter__party",
        "condition",
        "tutors",
        "activities",
        "competences",
        "suspensions__why",
        "extensions",
        "variations",
        "outcomes",
        "copies",
        Prefetch(
            "agreement",
            Agreement.objects.select_related("host", "promoter__party"),
        ),
        Prefetch(
            "agreement__deed",
            Deed.objects.select_related("document").prefetch_related("signatures__document"),
        ),
        "refund__paper",
        "interim_reports",
        "final_reports",
        "accidents",
        "journeys",
        Prefetch(
            "deeds",
            Deed.objects.select_related("document").prefetch_related("signatures__document"),
        ),
    )


def office_context(case: Internship, user: User) -> dict[str, Any]:
    """Return what `internships/office/_internship.html` shows."""
    return {
        "sections": [_parties(case), _plan(case), _start(case)],
        "panel": panel(case, user),
        "papers": papers(case, user),
        "months": months_of(case, user),
        "changes": changes_of(case, user),
        "followed": followed_of(case, user),
        "signs": signs_shown(case, user),
        **refund_of(case),
        "activities": list(case.activities.all()),
        "competences": list(case.competences.all()),
        "condition": _condition(case) if may_see_condition(case, user) else [],
        "has_fees": may_see_condition(case, user) and bool(fees.table_of(case)),
    }


def applicant_context(case: Internship, user: User) -> dict[str, Any]:
    """Return what `internships/placement/_internship.html` shows."""
    return {
        "facts": facts_of(case),
        "panel": panel(case, user),
        "papers": papers(case, user),
    }


def facts_of(case: Internship) -> list[dict[str, Any]]:
    """Return the internship in a few lines, for whoever is a party to it."""
    host_tutor, promoter_tutor = case.tutor(HOST), case.tutor(PROMOTER)
    found = [
        (_("Intern"), case.trainee.name, ""),
        (_("Host"), case.host.name, str(case.unit)),
        (_("Promoter"), case.promoter.party.name if case.promoter else "", ""),
        (_("Position"), case.title, ""),
        (_("Period"), _period(case), ""),
        (_("Hours a week"), hours(Decimal(case.weekly_minutes) / 60), ""),
        (_("Gross allowance a month"), euro(case.allowance), case.get_payer_display()),
        (_("Tutor of the host"), host_tutor.name if host_tutor else "", ""),
        (_("Tutor of the promoter"), promoter_tutor.name if promoter_tutor else "", ""),
    ]
    return [{"label": one, "value": value, "hint": hint} for one, value, hint in found if value]


def _parties(case: Internship) -> dict[str, Any]:
    promoter = case.promoter
    host_tutor, promoter_tutor = case.tutor(HOST), case.tutor(PROMOTER)
    title = f"{promoter.get_kind_display()}, {promoter.registration}" if promoter else ""
    return section(
        "parti",
        _("Who takes part"),
        [
            value_row(_("Intern"), f"{case.trainee.name}, {case.trainee.tax_code}"),
            value_row(_("Born on"), long_date(case.trainee.birth_date)),
            value_row(_("Host"), f"{case.host.name}, {case.host.tax_code}"),
            value_row(_("Operating unit"), str(case.unit)),
            value_row(_("Promoter"), promoter.party.name if promoter else _("Not chosen yet")),
            value_row(_("Title of the promoter"), title),
            value_row(_("Agreement"), _agreement(case)),
            value_row(_("Tutor of the host"), _tutor(host_tutor)),
            value_row(_("Substitute tutor"), host_tutor.substitute if host_tutor else ""),
            value_row(_("Tutor of the promoter"), _tutor(promoter_tutor)),
        ],
    )


def _agreement(case: Internship) -> str:
    found = case.agreement
    if found is None:
        return ""
    parts = [str(found.get_kind_display())]
    if found.valid_to:
        parts.append(_("valid to {day}").format(day=long_date(found.valid_to)))
    if found.several_regions:
        parts.append(str(found.get_ruled_by_display()))
    if found.stamp_receipt:
        parts.append(_("stamp duty: {receipt}").format(receipt=found.stamp_receipt))
    return "\n".join(parts)


def _plan(case: Internship) -> dict[str, Any]:
    return section(
        "progetto",
        _("Training plan"),
        [
            value_row(_("Position"), case.title),
            value_row(_("Period"), _period(case)),
            value_row(_("Hours a week"), hours(Decimal(case.weekly_minutes) / 60)),
            value_row(_("Gross allowance a month"), euro(case.allowance)),
            value_row(_("Objectives"), case.objectives),
            value_row(_("Methods, monitoring and evidence"), case.methods),
        ],
    )


def _start(case: Internship) -> dict[str, Any]:
    policy = ", ".join(filter(None, (case.insurer, case.liability_policy)))
    sent = f"{case.cob_number}, {long_date(case.cob_sent_at)}" if case.cob_sent_at else ""
    training = _("{general} hours general, {specific} specific").format(
        general=hours(case.general_hours), specific=hours(case.specific_hours)
    )
    return section(
        "avvio",
        _("Before the start"),
        [
            value_row(_("INAIL position"), case.accident_reference),
            value_row(_("Liability policy"), policy),
            value_row(_("What the insurance covers"), "\n".join(case.covered)),
            value_row(_("Copies given"), "\n".join(_copies(case))),
            value_row(_("Safety training"), training),
            value_row(_("Compulsory communication"), sent),
        ],
    )


def _copies(case: Internship) -> list[str]:
    titles = {one.pk: one.title for one in case.deeds.all()}
    shared = case.agreement.deed if case.agreement is not None else None
    titles |= {shared.pk: shared.title} if shared is not None else {}
    return [
        f"{titles.get(one.deed_id, '')}: {one.get_actor_display()}, {long_date(one.given_on)} "
        f"({one.get_means_display()})"
        for one in case.copies.all()
    ]


def _condition(case: Internship) -> list[dict[str, Any]]:
    found = condition_of(case)
    if found is None:
        return []
    day = long_date(found.evidence_on) if found.evidence_on else ""
    return [
        value_row(_("Category"), found.get_category_display()),
        value_row(_("Document that proves it"), ", ".join(filter(None, (found.evidence, day)))),
        value_row(_("Notes"), found.detail),
        *_fee(case, found),
    ]


def _fee(case: Internship, found: Any) -> list[dict[str, Any]]:
    """Return the person's band and what the promoter gets for it, where the call pays promoters."""
    if not fees.table_of(case):
        return []
    fee = fees.fee_of(case)
    says = (
        _("{due} due so far, of {whole}").format(due=euro(fee.due), whole=euro(fee.whole))
        if fee
        else ""
    )
    return [
        value_row(_("Band of help"), str(found.profile or _("Not written down yet"))),
        value_row(_("Fee of the promoter (R-PUB-20)"), says),
    ]


def _tutor(tutor: Any) -> str:
    return ", ".join(filter(None, (tutor.name, tutor.role, tutor.email))) if tutor else ""


def _period(case: Internship) -> str:
    return f"{long_date(case.start)} – {long_date(case.end)}"
