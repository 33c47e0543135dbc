"""Spaces that ask to be entered: an open notice, invented managers, real services."""

import uuid
from dataclasses import replace
from datetime import time, timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone

from calls.models import Call
from calls.services import publish
from coworking_registry.content import ListedPrice, SpaceContent, SpaceFiling
from coworking_registry.models import Service, SpaceApplication
from coworking_registry.rules.sheets import Stretch
from coworking_registry.rules.visits import CHECKS, Finding
from coworking_registry.services import applications
from parties import moment
from parties.models import User
from tests.coworking_registry.pictures import uploaded
from tests.internships.offering import firm
from tests.kept import kept
from tests.office import Office, pdf_file, person
from workflows.services import documents
from workflows.tasks import perform

SERVICES = ("reception", "printing", "lockers")


@kept
def open_call(office: Office, **parameters: Any) -> Call:
    """Return the notice of the register, open; published once. `parameters` replace its own."""
    call = Call.objects.get(code="ELENCO")
    for code in SERVICES:
        Service.objects.get_or_create(code=code, defaults={"name_it": code, "name_en": code})
    if call.published_at is not None:
        return call
    call.version.parameters |= parameters
    call.version.save()
    now = timezone.now()
    publish(
        call,
        by=office.procedure_owner,
        opens_at=now - timedelta(days=800),
        closes_at=now + timedelta(days=900),
        procedure_owner=office.procedure_owner,
        substitute=office.director,
        criteria_act="Determinazione n. 3/2026",
        published_at=now - timedelta(days=810),
    )
    return call


def content(name: str = "Fabbrica Aperta", **changes: Any) -> SpaceContent:
    """Return a space that meets every requirement; `changes` replace single values."""
    said = SpaceContent(
        name=name,
        kind="coworking",
        description="Un laboratorio condiviso nel centro di Suzzara.",
        street="Via Argine Vecchio",
        street_number="21",
        postcode="46029",
        municipality="Suzzara",
        latitude=Decimal("44.99100"),
        longitude=Decimal("10.74600"),
        tenure="rented",
        tenure_until=moment.today() + timedelta(days=2000),
        surface_m2=240,
        desks=14,
        open_space=10,
        reserved=4,
        offices=0,
        workshop=0,
        accessible_desks=2,
        accessibility="total",
        connections=("wifi",),
        meeting_seats=12,
        services=SERVICES,
        events=4,
        in_statute=True,
        is_always_open=False,
        insured_until=moment.today() + timedelta(days=200),
        is_fit=True,
        is_fire_safe=True,
        has_risk_assessment=True,
        email="spazio@example.org",
        phone="0376 111222",
        website="https://example.org",
        hours=tuple(Stretch(day, time(8), time(18)) for day in range(5)),
        prices=(ListedPrice("desk_rent", "Postazione", "month", Decimal("180.00"), Decimal(22)),),
    )
    return replace(said, **changes)


def filing(call: Call, number: int, said: SpaceContent, manager: str) -> SpaceFiling:
    """Return an application ready to be filed, by an invented person for an invented firm."""
    return SpaceFiling(
        applicant_kind="enterprise",
        person=person(number),
        organisation=firm(manager),
        content=said,
        declarations=tuple(one.code for one in call.current_version.declarations.all()),
    )


@kept
def draft(office: Office, call: Call, user: User | None = None) -> SpaceApplication:
    """Return a draft with every document attached; the photo says where it was taken."""
    user = user or office.applicant()
    case = applications.open_draft(call, by=user)
    for wanted in call.current_version.documents.filter(is_required=True):
        file = (
            uploaded("foto.jpg")
            if wanted.code == "space_photos"
            else pdf_file(f"{wanted.code}.pdf")
        )
        documents.attach(
            case,
            file,
            by=user,
            requirement=wanted.code,
            accepted=frozenset(wanted.accepted),
            max_bytes=wanted.max_bytes,
        )
    return case


@kept
def file(office: Office, call: Call, name: str = "Fabbrica Aperta", **changes: Any):
    """Return a filed application."""
    case = draft(office, call)
    said = filing(call, office.count, content(name, **changes), f"Gestione {name} srl")
    return applications.submit(case, by=case.opened_by, filing=said, submission_key=uuid.uuid4())


@kept
def examined(office: Office, call: Call, name: str = "Fabbrica Aperta"):
    """Return an application that the officer has taken charge of."""
    return perform(file(office, call, name), "start_examination", by=office.officer)


def all_met() -> list[Finding]:
    """Return the checklist of a visit at which nothing is missing."""
    return [Finding(code, "met") for code, _words in CHECKS]


@kept
def visited(office: Office, call: Call, name: str = "Fabbrica Aperta"):
    """Return an application whose space has been visited."""
    case = perform(
        examined(office, call, name),
        "plan_inspection",
        by=office.officer,
        starts_at=moment.now() + timedelta(days=2),
        officials="Davide Prova",
    )
    return perform(
        case,
        "report_inspection",
        by=office.officer,
        findings=all_met(),
        present="Elena Prova",
        conclusion="I requisiti sono posseduti.",
    )


@kept
def listed(office: Office, call: Call, name: str = "Fabbrica Aperta"):
    """Return an application whose space stands in the register."""
    case = perform(visited(office, call, name), "propose_admission", by=office.officer)
    return perform(case, "enter", by=office.director)
