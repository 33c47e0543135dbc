"""Hosts to test with: invented firms, a published call of each track, real services."""

import uuid
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from zlib import crc32

from django.utils import timezone
from stdnum.luhn import calc_check_digit

from calls.models import Call
from calls.services import publish
from internships.content import (
    DoneMeasure,
    HeldCertificate,
    Learnt,
    OfferContent,
    OfferFiling,
    UnitData,
)
from internships.models import HostOffer
from internships.services import offers
from parties import moment
from parties.models import User
from parties.roles import Role
from tests.kept import kept
from tests.office import Office, pdf_file, person
from workflows.services import documents
from workflows.tasks import perform
from workflows.written.people import OrganisationData

WORDS = "Il tirocinante affianca chi progetta e prova i prodotti, dal rilievo alla consegna. " * 5


@kept
def open_call(office: Office, code: str = "TIR-COW") -> Call:
    """Return a call for internships, open as long as the office's own; published once."""
    call = Call.objects.get(code=code)
    if call.published_at is not None:
        return call
    now = timezone.now()
    publish(
        call,
        by=office.procedure_owner,
        opens_at=now - timedelta(days=250),
        closes_at=now + timedelta(days=60),
        procedure_owner=office.procedure_owner,
        substitute=office.director,
        criteria_act="Determinazione n. 7/2026",
        published_at=now - timedelta(days=260),
    )
    return call


def vat(name: str) -> str:
    """Return a VAT number that holds, another for each name."""
    head = f"{crc32(name.encode()) % 9_000_000 + 1_000_000}020"
    return head + calc_check_digit(head)


def firm(name: str, **changes: Any) -> OrganisationData:
    """Return an invented firm."""
    code = vat(name)
    return replace(
        OrganisationData(
            name=name,
            legal_form="company",
            tax_code=code,
            vat_number=code,
            rea="MN-123456",
            ateco="62.01.00",
            size="small",
            vat_opened_on=None,
            street="Via del Lavoro",
            street_number="4",
            postcode="46100",
            municipality="Mantova",
            province="MN",
            pec="",
            email="ditta@example.org",
            capacity="legal_representative",
        ),
        **changes,
    )


def content(office: Office, host: str = "Officine Verdi srl", **changes: Any) -> OfferContent:
    """Return a complete offer for the coworking track; `changes` replace single values."""
    start = moment.today() + timedelta(days=40)
    said = OfferContent(
        host_kind="enterprise",
        host_tax_code=vat(host),
        unit=UnitData("Via del Lavoro", "4", "46100", "Mantova", "MN"),
        owners=2,
        permanent=8,
        members=0,
        apprentices=1,
        fixed_term=(),
        running=(),
        curricular=(),
        activated=0,
        hires=(),
        is_seasonal=False,
        safety_in_order=True,
        assessed_on=date(2026, 1, 20),
        risk="low",
        disabled_quota="not_subject",
        layoffs=(),
        dismissals=(),
        is_insolvent=False,
        insolvency_agreement=False,
        contributions_in_order=True,
        annual_fee_paid=True,
        no_antimafia=True,
        replaces_nobody=True,
        title="Tecnico per il recupero degli scarti",
        area="environment",
        places=2,
        activities=WORDS,
        skills="riuso, rilievo, prototipi",
        competences=(Learnt("Progettare il recupero degli scarti", 4),),
        start_from=start,
        start_to=start + timedelta(days=30),
        months=6,
        contract="Metalmeccanici artigianato",
        contract_minutes=40 * 60,
        weekly_minutes=36 * 60,
        daily_minutes=8 * 60,
        remote_days=0,
        remote_rules="",
        allowance=Decimal("600.00"),
        gives_meals=False,
        requirements="Diploma tecnico o laurea.",
        preferences="",
        needs_surveillance=False,
        equipment="nessuno",
        hiring="possible",
        tutor_name="Ada Prova",
        tutor_tax_code="PRVDAA80A41E897Y",
        tutor_role="Responsabile della produzione",
        tutor_years=6,
        tutor_skills="Organizzazione del lavoro e materiali.",
        tutor_email="tutor@example.org",
        tutor_follows=0,
        link="networked",
        space=office.space.pk,
        initiative=WORDS,
        green_sector="other",
        green_role="none",
        green_percent=0,
        green_task="",
        certificates=(),
        measures=(),
        has_report=False,
        tutor_green_years=0,
        training_hours=0,
    )
    return replace(said, **changes)


GREEN = {
    "link": "",
    "space": None,
    "green_sector": "core",
    "green_role": "hybrid",
    "green_percent": 60,
    "green_task": "Selezione dei materiali, 600 ore; prove di riuso, 300 ore.",
    "certificates": (HeldCertificate("ISO 14001", "4471", "Ente di prova", date(2030, 1, 1)),),
    "measures": (DoneMeasure("waste", date(2026, 2, 1), "Fattura n. 3/2026"),),
}


def filing(office: Office, call: Call, number: int, said: OfferContent, host: str) -> OfferFiling:
    """Return an offer ready to be filed, by an invented person for an invented firm."""
    return OfferFiling(
        person=person(number),
        organisation=firm(host),
        vat_number="",
        content=said,
        declarations=tuple(one.code for one in call.version.declarations.all()),
    )


@kept
def draft(office: Office, call: Call, user: User | None = None) -> HostOffer:
    """Return a draft with the document attached that hosts must bring."""
    user = user or office.applicant()
    case = offers.open_draft(call, by=user)
    for wanted in call.version.documents.filter(is_required=True):
        documents.attach(
            case,
            pdf_file(f"{wanted.code}.pdf"),
            by=user,
            requirement=wanted.code,
            accepted=frozenset(wanted.accepted),
            max_bytes=wanted.max_bytes,
        )
    return case


@kept
def file(office: Office, call: Call, host: str = "Officine Verdi srl", **changes: Any) -> HostOffer:
    """Return a filed offer."""
    case = draft(office, call)
    said = content(office, host, **changes)
    return offers.submit(
        case,
        by=case.opened_by,
        filing=filing(office, call, office.count, said, host),
        submission_key=uuid.uuid4(),
    )


@kept
def examined(office: Office, call: Call, host: str = "Officine Verdi srl", **changes: Any):
    """Return an offer that the officer has taken charge of."""
    return perform(file(office, call, host, **changes), "start_examination", by=office.officer)


@kept
def proposed(
    office: Office,
    call: Call,
    host: str = "Officine Verdi srl",
    *,
    admit: int | None = None,
    **changes: Any,
):
    """Return an offer whose admission is proposed, for all its places or for `admit` of them."""
    case = examined(office, call, host, **changes)
    return perform(
        case,
        "propose_admission",
        by=office.officer,
        places=admit,
        reason="il tutor può seguire una persona per volta." if admit else "",
    )


@kept
def published(office: Office, call: Call, host: str = "Officine Verdi srl", **changes: Any):
    """Return an offer in the public list."""
    return perform(proposed(office, call, host, **changes), "admit", by=office.staff[Role.DIRECTOR])
