"""An application as the officer's case page shows it: what was said, in the order of the form."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from django.db.models import Prefetch
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _

from coworking_registry import checks, dependants
from coworking_registry.forms.space import CONNECTIONS, SPEND_KINDS
from coworking_registry.letters.changed import WORDS
from coworking_registry.models import Service, SpaceApplication
from coworking_registry.models.statuses import ENTERED
from coworking_registry.rules.visits import RESULTS, Finding
from parties import moment
from parties.models import Party
from ui.formats import euro, long_date
from workflows.examination.showing import Found, declarations_made, section, value_row
from workflows.offers import ask

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from coworking_registry.models import Inspection
    from parties.models import User


def for_office(cases: QuerySet) -> QuerySet:
    """Add the rows that the page reads; their number does not change the number of queries."""
    return cases.prefetch_related(
        Prefetch("applicant", Party.objects.select_related("person", "organisation")),
        "representative",
        "space",
        "hours",
        "prices",
        "machines",
        "inspections",
        "changes",
        "refusal_grounds",
    )


def codes(case: SpaceApplication) -> dict[str, dict[str, Any]]:
    """Return the words for what fields of an application hold as codes."""
    declared = case.call_version.declarations.all()
    return {"declarations": {one.code: one.title for one in declared}}


def office_context(case: SpaceApplication, user: User) -> dict[str, Any]:
    """Return what `coworking_registry/office/_application.html` shows, with the checks of today."""
    found = Found([*ask(case, checks.merit_outcomes), *ask(case, checks.paper_outcomes)])
    entered = case.status in ENTERED and case.space is not None
    return {
        "sections": [
            *([_entry(case)] if case.list_number else []),
            _manager(case, found),
            _place(case, found),
            _equipment(case, found),
            _week(case, found),
            _prices(case, found),
        ],
        "space": case.space,
        "changes": _changes(case),
        "visits": [_visit(one) for one in case.inspections.all()],
        "dependants": dependants.dependants_of(case.space, moment.today(), user)
        if entered
        else None,
        "declarations": declarations_made(case, found, lambda _one: True),
        "grounds": case.grounds,
        "tally": found.tally,
    }


def _entry(case: SpaceApplication) -> dict[str, Any]:
    return section(
        "iscrizione",
        _("The entry"),
        [
            value_row(_("Number in the list"), str(case.list_number)),
            value_row(_("Entered on"), long_date(case.entered_on)),
            value_row(_("Last day of the entry"), long_date(case.entry_ends)),
            *(
                value_row(label, long_date(day))
                for label, day in (
                    (_("Renewal asked on"), case.renewal_filed_on),
                    (_("Suspended until"), case.suspended_until),
                )
                if day
            ),
        ],
    )


def _manager(case: SpaceApplication, found: Found) -> dict[str, Any]:
    party, signer = case.applicant, case.representative
    return section(
        "gestore",
        _("Who manages it"),
        [
            value_row(_("Managed by"), party.name),
            value_row(_("Tax code"), party.tax_code),
            value_row(_("Seat"), ", ".join(party.address_lines)),
            value_row("ATECO", party.organisation.ateco, found.of_rules("SPA-16")),
            value_row("PEC", party.pec),
            value_row(_("Signed by"), f"{signer.name}, {signer.tax_code}"),
        ],
    )


def _place(case: SpaceApplication, found: Found) -> dict[str, Any]:
    until = long_date(case.tenure_until) if case.tenure_until else ""
    point = f"{case.latitude}, {case.longitude}" if case.latitude is not None else ""
    return section(
        "spazio",
        _("The space"),
        [
            value_row(_("Name of the space"), case.name, found.of_rules("SPA-19")),
            value_row(_("Kind of space"), case.get_kind_of_space_display()),
            value_row(_("Description"), case.description),
            value_row(_("Address"), case.address, found.of_rules("SPA-12")),
            value_row(_("Point on the map"), point),
            value_row(
                _("Title to the rooms"),
                f"{case.get_tenure_display()} {until}".strip(),
                found.of_rules("SPA-14"),
            ),
            value_row(_("Surface in m²"), str(case.surface_m2), found.of_rules("SPA-17")),
            value_row(_("Website"), case.website),
        ],
    )


def _equipment(case: SpaceApplication, found: Found) -> dict[str, Any]:
    names = dict(Service.objects.values_list("code", "name_it"))
    connected = dict(CONNECTIONS)
    machines = "\n".join(f"{one.name} × {one.quantity}" for one in case.machines.all())
    insured = long_date(case.insured_until) if case.insured_until else ""
    return section(
        "dotazioni",
        _("Desks and services"),
        [
            value_row(_("Desks"), str(case.desks), found.of_rules("SPA-01", "SPA-02")),
            value_row(_("Accessible desks"), str(case.accessible_desks), found.of_rules("SPA-03")),
            value_row(
                _("Accessibility"), case.get_accessibility_display(), found.of_rules("SPA-11")
            ),
            value_row(
                _("Internet connection"),
                ", ".join(str(connected.get(one, one)) for one in case.connections),
                found.of_rules("SPA-04"),
            ),
            value_row(
                _("Seats of the meeting or training room"),
                str(case.meeting_seats),
                found.of_rules("SPA-05"),
            ),
            value_row(
                _("Services"),
                ", ".join(names.get(one, one) for one in case.offered_services),
                found.of_rules("SPA-06"),
            ),
            value_row(_("Machines"), machines, found.of_rules("SPA-13")),
            value_row(
                _("Meetings and workshops in a year"), str(case.events), found.of_rules("SPA-10")
            ),
            value_row(_("Insurance"), insured, found.of_rules("SPA-15")),
            value_row(_("Safety"), "", found.of_rules("SPA-20")),
            value_row(_("Photos and plan"), "", found.of_rules("SPA-18")),
        ],
    )


def _week(case: SpaceApplication, found: Found) -> dict[str, Any]:
    words = "\n".join(
        f"{str(WEEKDAYS[one.weekday]).capitalize()} {one.opens:%H:%M}–{one.closes:%H:%M}"
        for one in case.hours.all()
    )
    return section(
        "orari",
        _("Opening hours"),
        [value_row(_("Week"), words, found.of_rules("SPA-07", "SPA-08"))],
    )


def _prices(case: SpaceApplication, found: Found) -> dict[str, Any]:
    kinds = dict(SPEND_KINDS)
    rows = [
        value_row(
            one.description,
            f"{euro(one.price)} {one.get_unit_display()} · {kinds.get(one.spend_kind, one.spend_kind)}",
        )
        for one in case.prices.all()
    ]
    return section(
        "listino", _("Price list"), [*rows, value_row(_("Check"), "", found.of_rules("SPA-09"))]
    )


def _changes(case: SpaceApplication) -> list[dict[str, Any]]:
    """Return the changes of an entry, the last first, each value before and after."""
    return [
        {
            "change": one,
            "rows": [
                value_row(WORDS.get(name, name), f"{_said(one.before.get(name))} → {_said(value)}")
                for name, value in one.values.items()
            ],
        }
        for one in sorted(case.changes.all(), key=lambda one: -one.pk)
    ]


def _said(value: Any) -> str:
    if isinstance(value, list):
        lines = (one.values() if isinstance(one, dict) else one for one in value)
        return "; ".join(
            " ".join(map(str, one)) if not isinstance(one, str) else one for one in lines
        )
    return "–" if value in (None, "") else str(value)


def _visit(visit: Inspection) -> SimpleNamespace:
    findings = [Finding(**one) for one in visit.findings]
    return SimpleNamespace(
        pk=visit.pk,
        starts_at=visit.starts_at,
        officials=visit.officials,
        ended_at=visit.ended_at,
        conclusion=visit.conclusion,
        is_signed=visit.signed_id is not None,
        found=[
            {"words": one.words, "result": RESULTS[one.result], "note": one.note}
            for one in findings
        ],
    )
