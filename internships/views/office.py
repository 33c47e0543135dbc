"""An offer as the officer's case page shows it: what was said, in the order of the form, with checks."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db.models import Prefetch
from django.urls import reverse
from django.utils.translation import gettext as _

from coworking_registry.models import Space
from internships import checks, permissions
from internships.models import HostOffer, OfferStatus
from internships.rules.dates import hours
from internships.rules.green import band
from internships.views.drawing import PARTS
from parties.models import Party
from ui.formats import euro, long_date
from workflows.examination.showing import Found, Row, declarations_made, section, value_row
from workflows.offers import ask

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from parties.models import User


def for_office(cases: QuerySet) -> QuerySet:
    """Add the rows that the page reads; their number does not change the number of queries."""
    return cases.prefetch_related(
        Prefetch("applicant", Party.objects.select_related("person", "organisation")),
        "representative",
        "unit__host",
        Prefetch("space", Space.objects.select_related("manager")),
        "periods",
        "hires",
        "layoffs",
        "dismissals",
        "competences",
        "certificates",
        "measures",
        "refusal_grounds",
    )


def codes(case: HostOffer) -> dict[str, dict[str, Any]]:
    """Return the words for what fields of an offer hold as codes."""
    declared = case.call_version.declarations.all()
    return {"declarations": {one.code: one.title for one in declared}}


def office_context(case: HostOffer, user: User) -> dict[str, Any]:
    """Return what `internships/office/_offer.html` shows, every value with its checks of today."""
    found = Found([*ask(case, checks.merit_outcomes), *ask(case, checks.paper_outcomes)])
    facts = checks.facts_of(case)
    opens = case.status == OfferStatus.PUBLISHED and permissions.may_examine(case, user)
    return {
        "open_url": reverse("internships:internship_open", args=[case.pk]) if opens else "",
        "sections": [
            _host(case, found),
            _unit(case, found),
            _standing(case, found),
            _position(case, found),
            _tutor(case, found),
            _profile(case, found),
        ],
        "room": facts.room,
        "room_checks": found.of_rules("R-NUM-07"),
        "score": facts.score if facts.parameters.is_green else None,
        "band": band(facts.score.total, facts.grid) if facts.parameters.is_green else "",
        "points": [(name, facts.score.parts[letter]) for letter, name in PARTS],
        "score_checks": found.of_rules("R-GRN-02", "R-GRN-03"),
        "declarations": declarations_made(
            case, found, lambda one: checks.concerns_hosts(one.only_for)
        ),
        "grounds": case.grounds,
        "document_checks": found.of_rules("SOC-03", "SOC-05"),
        "tally": found.tally,
    }


def _host(case: HostOffer, found: Found) -> dict[str, Any]:
    party, signer = case.applicant, case.representative
    return section(
        "ospitante",
        _("Host"),
        [
            value_row(_("Host"), party.name, found.of_rules("R-HOS-09", "R-SAN-06", "R-SAN-07")),
            value_row(_("The host is"), case.get_host_kind_display()),
            value_row(_("Tax code"), party.tax_code),
            value_row(_("Seat"), ", ".join(party.address_lines)),
            value_row("PEC", party.pec),
            value_row(_("Signed by"), f"{signer.name}, {signer.tax_code}"),
        ],
    )


def _unit(case: HostOffer, found: Found) -> dict[str, Any]:
    fixed = [one for one in case.periods.all() if one.kind == one.Kind.FIXED_TERM]
    interns = [one for one in case.periods.all() if one.kind == one.Kind.INTERN]
    curricular = [one for one in case.periods.all() if one.kind == one.Kind.CURRICULAR]
    hires = list(case.hires.all())
    return section(
        "unita",
        _("Unit and staff"),
        [
            value_row(_("Operating unit"), str(case.unit)),
            value_row(_("Owners and partners who work here"), str(case.owners)),
            value_row(_("Permanent staff"), str(case.permanent)),
            value_row(_("Working members of a co-operative"), str(case.members)),
            value_row(_("Apprentices"), str(case.apprentices)),
            value_row(_("Fixed-term contracts"), _periods(fixed)),
            value_row(_("Internships under way"), _periods(interns)),
            value_row(_("Curricular internships under way"), _periods(curricular)),
            value_row(
                _("Internships of the last two years"),
                _("{activated} begun, {hired} hired").format(
                    activated=case.activated, hired=len(hires)
                ),
                found.of_rules("R-NUM-06"),
            ),
            value_row(_("Hires after internships"), "; ".join(map(_contract, hires))),
            value_row(_("Seasonal activity"), yes_no(case.is_seasonal)),
        ],
    )


def _standing(case: HostOffer, found: Found) -> dict[str, Any]:
    layoffs = [
        f"{one.get_kind_display()}: {_('this unit') if one.same_unit else _('another unit')}, "
        f"{_('same tasks') if one.same_tasks else _('other tasks')}"
        for one in case.layoffs.all()
    ]
    dismissals = [
        f"{long_date(one.dismissed_on)}: {one.get_cause_display()}, "
        f"{_('similar tasks') if one.similar_tasks else _('other tasks')}"
        for one in case.dismissals.all()
    ]
    assessed = long_date(case.assessed_on) if case.assessed_on else ""
    return section(
        "requisiti",
        _("Requirements"),
        [
            value_row(_("Risk assessment"), assessed, found.of_rules("R-HOS-02")),
            value_row(_("Class of risk"), case.get_risk_display()),
            value_row(
                _("Hiring of disabled people (L. 68/1999)"),
                case.get_disabled_quota_display(),
                found.of_rules("R-HOS-03"),
            ),
            value_row(
                _("Wage support under way"),
                "; ".join(layoffs) or _("none declared"),
                found.of_rules("R-HOS-04"),
            ),
            value_row(
                _("Dismissals"),
                "; ".join(dismissals) or _("none declared"),
                found.of_rules("R-HOS-05"),
            ),
            value_row(_("Insolvency"), yes_no(case.is_insolvent), found.of_rules("R-HOS-06")),
            value_row(
                _("The intern replaces nobody"),
                yes_no(case.replaces_nobody),
                found.of_rules("R-BAN-05"),
            ),
        ],
    )


def _position(case: HostOffer, found: Found) -> dict[str, Any]:
    learnt = "\n".join(f"{one.text} (EQF {one.level})" for one in case.competences.all())
    week = _("{weekly} a week, at most {daily} a day; the agreement has {contract}").format(
        weekly=hours(Decimal(case.weekly_minutes) / 60),
        daily=hours(Decimal(case.daily_minutes) / 60),
        contract=hours(Decimal(case.contract_minutes) / 60),
    )
    rows: list[Row] = [
        value_row(_("Title of the position"), case.title, found.of_rules("R-BAN-06")),
        value_row(_("Area"), case.get_area_display()),
        value_row(_("Places"), _places(case)),
        value_row(_("Activities"), case.activities),
        value_row(_("Skills"), case.skills),
        value_row(_("Competences"), learnt, found.of_rules("R-BAN-04")),
        value_row(
            _("Start"),
            f"{long_date(case.start_from)} – {long_date(case.start_to)}",
        ),
        value_row(
            _("Months"),
            str(case.months),
            found.of_rules("R-DUR-01", "R-DUR-02", "R-DUR-05", "R-DUR-06"),
        ),
        value_row(_("Hours"), week, found.of_rules("R-DUR-20")),
        value_row(
            _("At a distance"),
            f"{case.remote_days}\n{case.remote_rules}".strip(),
            found.of_rules("R-DUR-22"),
        ),
        value_row(
            _("Gross allowance a month"),
            f"{euro(case.allowance)}{', ' + _('with meals') if case.gives_meals else ''}",
            found.of_rules("R-IND-04", "R-IND-05"),
        ),
        value_row(_("What the candidate must have"), case.requirements),
        value_row(_("What is welcome"), case.preferences),
        value_row(_("Medical check"), yes_no(case.needs_surveillance)),
        value_row(_("Protective equipment"), case.equipment),
        value_row(_("Hiring afterwards"), case.get_hiring_display()),
    ]
    return section("posizione", _("Position"), rows)


def _tutor(case: HostOffer, found: Found) -> dict[str, Any]:
    return section(
        "tutor",
        _("Tutor"),
        [
            value_row(_("Tutor"), f"{case.tutor_name}, {case.tutor_tax_code}"),
            value_row(_("Role in the firm"), case.tutor_role, found.of_rules("R-TUT-03")),
            value_row(_("Years of experience"), str(case.tutor_years)),
            value_row(_("Skills"), case.tutor_skills),
            value_row(_("Email address"), case.tutor_email),
            value_row(
                _("Interns followed already"), str(case.tutor_follows), found.of_rules("R-TUT-01")
            ),
        ],
    )


def _profile(case: HostOffer, _found: Found) -> dict[str, Any]:
    if case.green_task:
        rows = [
            value_row(_("What the firm does"), case.get_green_sector_display()),
            value_row(
                _("What the intern will be"),
                f"{case.get_green_role_display()}, {case.green_percent}%",
            ),
            value_row(_("Green task of the intern"), case.green_task),
            value_row(
                _("Certificates"),
                "\n".join(
                    f"{one}, {one.body}, {long_date(one.valid_to)}"
                    for one in case.certificates.all()
                ),
            ),
            value_row(
                _("Measures"),
                "\n".join(
                    f"{one}, {long_date(one.done_on)}: {one.proof or _('no proof')}"
                    for one in case.measures.all()
                ),
            ),
            value_row(_("The initiative"), case.initiative),
        ]
    else:
        rows = [
            value_row(_("Your link with coworking"), case.get_link_display()),
            value_row(_("Coworking space"), str(case.space) if case.space else ""),
            value_row(_("The initiative"), case.initiative),
        ]
    return section("profilo", _("Coworking or green profile"), rows)


def _places(case: HostOffer) -> str:
    if case.admitted_places is None:
        return str(case.places)
    return _("{asked} asked for, {admitted} admitted").format(
        asked=case.places, admitted=case.admitted_places
    )


def _contract(hire: Any) -> str:
    share = f"{hire.part_time_percent}%"
    if hire.months is None:
        return _("no end, {share}").format(share=share)
    return _("{months} months, {share}").format(months=hire.months, share=share)


def _periods(periods: list[Any]) -> str:
    return "; ".join(
        f"{long_date(one.first_day)} – {long_date(one.last_day)}" for one in periods
    ) or _("none declared")


def yes_no(value: Any) -> str:
    """Say yes or no."""
    return _("Yes") if value else _("No")
