"""Internships to test with: invented people and bodies, real services, no row that goes round them."""

import io
from dataclasses import asdict
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from internships.models import Deed, HostOffer, Internship, InternshipStatus, Promoter, PromoterKind
from internships.readiness import wanted_covers
from internships.rules.start import Actor
from internships.services.placements import open_internship
from internships.services.placements.opening import Opening
from internships.services.placements.preparing import ConventionData, PlanData, TutorData
from internships.services.placements.signing import sign_with_file
from internships.services.placements.starting import (
    Codes,
    CoverData,
    SafetyData,
    note_cover,
    note_safety,
)
from parties import moment
from parties.models import Organisation, Person, Representation, User
from parties.services import record_person
from tests.internships.offering import vat
from tests.kept import kept
from tests.office import Office, make_user, person
from workflows.tasks import perform

FIRST_TRAINEE = 700
SEAT = {"street": "Via Principe Amedeo", "street_number": "30", "municipality": "Mantova"}
CODES = Codes("01", "06", "A")


def scan(name: str = "firma.jpg") -> SimpleUploadedFile:
    """Return a photo of a signed paper, in so far as a photo can be told."""
    out = io.BytesIO()
    Image.new("RGB", (40, 60), "white").save(out, "JPEG")
    return SimpleUploadedFile(name, out.getvalue(), content_type="image/jpeg")


@kept
def trainee(number: int = 0, **changes: Any) -> Person:
    """Return an invented person with an account, another for each number."""
    found = person(FIRST_TRAINEE + number)
    known = Person.objects.filter(tax_code=found.tax_code).first()
    if known is not None:
        return known
    user = make_user(f"tirocinante{number}@example.org")
    return record_person(user, **(asdict(found) | changes))


@kept
def promoter(name: str = "Centro per l'impiego di prova", **changes: Any) -> Promoter:
    """Return an invented promoter whose representative has an account."""
    code = vat(name)
    body, is_new = Organisation.objects.get_or_create(
        tax_code=code,
        defaults={"name": name, "vat_number": code, "legal_form": "public_body", **SEAT},
    )
    if is_new:
        user = make_user(f"promotore{body.pk}@example.org")
        acting = record_person(user, **asdict(person(2000 + body.pk % 500)))
        Representation.objects.create(
            person=acting,
            organisation=body,
            capacity=Representation.Capacity.LEGAL_REPRESENTATIVE,
            valid_from=date(2025, 1, 1),
            verified_at=timezone.now(),
        )
    said = {"kind": PromoterKind.JOB_CENTRE, "registration": "Provincia di Mantova, CPI n. 1"}
    found, _new = Promoter.objects.update_or_create(party=body, defaults=said | changes)
    return found


def account_of(found: Promoter) -> User:
    """Return the account of the promoter's representative."""
    return found.party.representations.get().person.user


def tutor_of_promoter(**changes: Any) -> TutorData:
    """Return the promoter's tutor."""
    who = person(1900)
    said = {
        "name": f"{who.first_name} {who.last_name}",
        "tax_code": who.tax_code,
        "email": "tutor.promotore@example.org",
    }
    return TutorData(**(said | changes))


def tutor_of_host(offer: HostOffer, **changes: Any) -> TutorData:
    """Return the tutor whom the offer names, with a substitute."""
    said = {
        "name": offer.tutor_name,
        "tax_code": offer.tutor_tax_code,
        "email": offer.tutor_email,
        "role": offer.tutor_role,
        "years": offer.tutor_years,
        "skills": offer.tutor_skills,
        "substitute": "Bruno Prova",
    }
    return TutorData(**(said | changes))


def opening(start: date, **changes: Any) -> Opening:
    """Return what is known when an internship is opened: an unemployed person with a declaration."""
    said = {"start": start, "evidence": "DID n. 1", "evidence_on": moment.today()}
    return Opening(**(said | changes))


@kept
def opened(
    office: Office,
    offer: HostOffer,
    who: Person | None = None,
    *,
    start: date | None = None,
    **changes: Any,
) -> Internship:
    """Return an internship that the officer has opened; it begins as soon as the offer allows."""
    return open_internship(
        offer,
        who or trainee(office.count),
        by=office.officer,
        opening=opening(start or offer.start_from, **changes),
    )


def plan(case: Internship, **changes: Any) -> PlanData:
    """Return a complete plan for an internship."""
    said = {
        "start": case.start,
        "months": case.offer.months,
        "week": [432, 432, 432, 432, 432, 0, 0],
        "objectives": "Imparare a recuperare gli scarti di produzione.",
        "methods": "Affiancamento, verifiche ogni mese, schede di osservazione.",
        "activities": [("Rilievo degli scarti", 30000, True), ("Prove di riuso", 26000, False)],
        "competences": [("Progettare il recupero degli scarti", 4)],
        "host_tutor": tutor_of_host(case.offer),
    }
    return PlanData(**(said | changes))


@kept
def convention_sent(office: Office, case: Internship, **changes: Any) -> Internship:
    """Return an internship whose agreement waits for its signatures."""
    said = {"promoter": promoter(), "tutor": tutor_of_promoter(), "jointly_declared": True}
    data = ConventionData(**(said | changes))
    return perform(case, "send_convention", by=office.officer, data=data)


def sign(office: Office, case: Internship, kind: str, *actors: Actor) -> Internship:
    """Let the office put scans of the signatures that it was brought, in the order given."""
    for actor in actors:
        deed = Deed.objects.get(internship=case, kind=kind, dropped_at=None)
        case = sign_with_file(deed, actor, by=office.officer, upload=scan())
    return case


@kept
def convention_signed(office: Office, case: Internship, **changes: Any) -> Internship:
    """Return an internship whose agreement both have signed."""
    case = convention_sent(office, case, **changes)
    return sign(office, case, "convention", Actor.HOST, Actor.PROMOTER)


@kept
def plan_sent(office: Office, case: Internship, **changes: Any) -> Internship:
    """Return an internship whose plan waits for its signatures."""
    if case.status == InternshipStatus.PREPARATION:
        case = convention_signed(office, case)
    return perform(case, "send_plan", by=office.officer, data=plan(case, **changes))


@kept
def plan_signed(office: Office, case: Internship, **changes: Any) -> Internship:
    """Return an internship whose plan all have signed."""
    case = plan_sent(office, case, **changes)
    return sign(office, case, "plan", Actor.HOST, Actor.HOST_TUTOR, Actor.TRAINEE, Actor.PROMOTER)


@kept
def prepared(office: Office, case: Internship, **changes: Any) -> Internship:
    """Return an internship with plan, insurance and training, its start still to communicate."""
    case = plan_signed(office, case, **changes)
    case = note_cover(case, by=office.officer, data=cover(case))
    return note_safety(case, by=office.officer, data=safety())


def cover(case: Internship, **changes: Any) -> CoverData:
    """Return an insurance that covers an internship to its end."""
    said = {
        "accident_reference": "PAT 20123456",
        "insurer": "Assicurazioni di prova",
        "liability_policy": "RC 4471",
        "liability_expiry": case.end + timedelta(days=60),
        "covered": tuple(wanted_covers(case)),
    }
    return CoverData(**(said | changes))


def safety(**changes: Any) -> SafetyData:
    """Return safety training as a low risk asks for it."""
    said = {
        "general_hours": Decimal(4),
        "specific_hours": Decimal(4),
        "trained_on": moment.today(),
    }
    return SafetyData(**(said | changes))


@kept
def communicated(office: Office, case: Internship, sent_at: datetime | None = None) -> Internship:
    """Return an internship whose start was communicated at an instant, just now by itself."""
    return perform(
        case,
        "record_communication",
        by=office.officer,
        number="1202026000001234",
        sent_at=sent_at or moment.now(),
        codes=CODES,
    )
