"""What the rules say of an application for the register, by the requirements it was filed under.

The state machine names these functions in its conditions; pages show the same outcomes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils import timezone

from coworking_registry.models.spaces import Space
from coworking_registry.place import province
from coworking_registry.requirements import requirements_of
from coworking_registry.rules import entries, hours, places, prices, requirements
from coworking_registry.rules.sheets import Desks, Price, Tenure
from coworking_registry.stored import content_of
from parties import moment
from workflows.rules import Outcome, judge
from workflows.rules.papers import declarations_made, documents_present

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from calls.models import Call, CallVersion
    from coworking_registry.content import SpaceContent
    from coworking_registry.models import SpaceApplication

MANAGER = "manager"
PHOTOS, PLAN = "space_photos", "space_plan"


def filing_day(case: Any) -> date:
    """Return the day on which the application counts as filed: today until it is."""
    return timezone.localtime(case.submitted_at).date() if case.submitted_at else moment.today()


def filing_outcomes(case: SpaceApplication) -> list[Outcome]:
    """All that must hold to file: in time, the requirements in force, the papers."""
    return [window_outcome(case.call), *merit_outcomes(case), *paper_outcomes(case)]


def window_outcome(call: Call) -> Outcome:
    """Whether the notice takes applications now."""
    now = moment.now()
    return judge(
        "SPA-00",
        call.is_open_at(now),
        yes="L'avviso è aperto.",
        no="L'avviso non è aperto: la domanda non può essere ricevuta.",
        inputs={"ricevuta": f"{timezone.localtime(now):%d/%m/%Y %H:%M:%S}"},
        source="Avviso, presentazione delle domande",
    )


def merit_outcomes(case: SpaceApplication) -> list[Outcome]:
    """The requirements, by the set that the version of the application froze."""
    ateco = getattr(getattr(case.applicant, "organisation", None), "ateco", "")
    return judged(
        content_of(case),
        case.call_version,
        filing_day(case),
        photos=case.documents.filter(requirement=PHOTOS).count(),
        has_plan=case.documents.filter(requirement=PLAN).exists(),
        ateco=ateco,
        manager=getattr(case.applicant, "tax_code", ""),
        own=case.space_id,
    )


def admission_outcomes(case: SpaceApplication) -> list[Outcome]:
    """All that must hold to propose the entry and to enter."""
    return [*merit_outcomes(case), *paper_outcomes(case)]


def paper_outcomes(case: SpaceApplication) -> list[Outcome]:
    """The rules on documents and declarations of an application."""
    here = case.documents.values_list("requirement", flat=True)
    return paper_outcomes_of(case.call_version, here, case.declarations)


def paper_outcomes_of(
    version: CallVersion, here: Iterable[str], declared: Iterable[str]
) -> list[Outcome]:
    """The rules on documents that are there and declarations that were made."""
    present, ticked = set(here), set(declared)
    return [
        *documents_present(
            [
                (one.title_it, one.is_essential)
                for one in version.documents.all()
                if one.is_required and one.code not in present
            ]
        ),
        declarations_made(
            [one.title_it for one in version.declarations.all() if one.code not in ticked]
        ),
    ]


def renewal_outcomes(case: SpaceApplication) -> list[Outcome]:
    """One renewal at a time, from the first notice on (SPA-23)."""
    if case.entry_ends is None:
        return []
    running = entries.Running(case.entry_ends, case.renewal_filed_on)
    return [entries.may_renew(running, moment.today(), requirements_of(case.call_version))]


def changed_outcomes(case: SpaceApplication, said: SpaceContent) -> list[Outcome]:
    """What the requirements of an entry say of the space as it is to be (SPA-25)."""
    ateco = getattr(getattr(case.applicant, "organisation", None), "ateco", "")
    return judged(
        said,
        case.call_version,
        filing_day(case),
        photos=case.documents.filter(requirement=PHOTOS).count(),
        has_plan=case.documents.filter(requirement=PLAN).exists(),
        ateco=ateco,
        manager=getattr(case.applicant, "tax_code", ""),
        own=case.space_id,
    )


def expiry_outcomes(case: SpaceApplication) -> list[Outcome]:
    """An entry ends by itself after its last day, unless a renewal was filed in time (SPA-24)."""
    if case.entry_ends is None:
        return []
    running = entries.Running(case.entry_ends, case.renewal_filed_on)
    return [entries.has_ended(running, moment.today())]


def judged(
    said: SpaceContent,
    version: CallVersion,
    day: date,
    *,
    photos: int,
    has_plan: bool,
    ateco: str,
    manager: str,
    own: int | None = None,
) -> list[Outcome]:
    """Return what every requirement says of a space as it is declared (SPA-01 to SPA-20)."""
    asked = requirements_of(version)
    desks = Desks(
        said.desks,
        said.accessible_desks,
        said.open_space,
        said.reserved,
        said.offices,
        said.workshop,
    )
    known = province()
    ends = entries.entry_ends(day, asked)
    safety = {
        "agibilità": said.is_fit,
        "antincendio": said.is_fire_safe,
        "valutazione dei rischi": said.has_risk_assessment,
    }
    return [
        requirements.enough_desks(desks, asked),
        requirements.desks_add_up(desks),
        requirements.enough_accessible_desks(desks, asked),
        requirements.connected(said.connections, asked),
        requirements.meeting_room(said.meeting_seats, asked),
        requirements.enough_services(said.services, asked),
        hours.enough_hours(said.hours, asked, is_always_open=said.is_always_open),
        *hours.hours_can_be(said.hours),
        *prices.prices_can_be(_prices(said)),
        requirements.enough_events(said.events, asked),
        requirements.accessible(said.accessibility, asked),
        places.in_municipality(said.municipality, known.municipalities),
        places.inside_province(point_of(said), known.ring),
        *requirements.machines_listed(said.kind, said.machines),
        requirements.rooms_held(Tenure(said.tenure, said.tenure_until), ends),
        requirements.insured(said.insured_until, day),
        requirements.activity_stated(
            in_statute=said.in_statute, ateco=ateco, is_being_set_up=False
        ),
        requirements.surface_given(said.surface_m2),
        requirements.pictured(photos, has_plan=has_plan, asked=asked),
        requirements.name_free(said.name, said.municipality, _taken(said, own, manager)),
        requirements.safe(safety),
    ]


def point_of(said: SpaceContent) -> places.Point | None:
    """Return the point on the map, where both of its numbers are given."""
    if said.latitude is None or said.longitude is None:
        return None
    return said.longitude, said.latitude


def _prices(said: SpaceContent) -> list[Price]:
    return [
        Price(one.description, one.price, is_desk=one.spend_kind == "desk_rent")
        for one in said.prices
    ]


def _taken(said: SpaceContent, own: int | None, manager: str) -> list[str]:
    """Return the names of other spaces in the municipality that ever stood in the register (SPA-19).

    A space that has left it keeps its name for `manager`, its tax code: who comes back enters it again.
    """
    there = Space.objects.filter(
        municipality__iexact=said.municipality, qualifications__isnull=False
    ).exclude(pk__in=[own] if own else [])
    gone = Space.objects.filter(manager__tax_code=manager).off_register_on(moment.today())
    return sorted(set(there.exclude(pk__in=gone).values_list("name", flat=True)))
