"""A firm offers a green place: written on its pages, examined, admitted, found in the public list."""

import pytest
from django.urls import reverse

from internships.models import HostOffer, OfferStatus
from tests.internships import offering
from tests.internships.typed import typed
from tests.office import pdf_file
from workflows.services import documents
from workflows.tasks import perform

pytestmark = pytest.mark.django_db(transaction=True)

GREEN = {
    "green_sector": "core",
    "green_role": "hybrid",
    "green_percent": "60",
    "green_task": "Selezione dei materiali, 600 ore; prove di riuso, 300 ore.",
    "initiative": offering.WORDS,
    "tutor_green_years": "4",
    "training_hours": "24",
}


def test_green_offer_from_the_form_to_the_public_list(staffed, walker):
    office = staffed
    call = offering.open_call(office, "TIR-GREEN")
    user = office.applicant()
    said = typed(office, office.count)
    host = walker().sign_in(user).open(reverse("portal:call", args=[call.code]))
    host.follow("Offri un tirocinio").press("Inizia l'offerta")
    case = HostOffer.objects.get()
    host.fill({"applicant_kind": said["chi"]["applicant_kind"]})
    host.page.locator("[name=org_legal_form]").wait_for()
    host.fill({"org_legal_form": "company"})
    host.page.locator("[name=org_tax_code]").wait_for()
    host.fill(said["chi"]).press("Avanti")
    host.fill(said["unita"]).sees("2 posti liberi").press("Avanti")
    host.fill(said["requisiti"]).press("Avanti")
    host.page.get_by_role("button", name="Aggiungi una competenza").click()
    host.page.locator("[name=competence-1-text]").wait_for()
    host.fill(said["posizione"]).press("Avanti")
    host.fill(said["tutor"]).press("Avanti")
    host.fill(GREEN).sees("50 punti su 100").press("Avanti")
    wanted = call.version.documents.get(code="host_identity")
    documents.attach(
        case,
        pdf_file("documento.pdf"),
        by=user,
        requirement=wanted.code,
        accepted=frozenset(wanted.accepted),
        max_bytes=wanted.max_bytes,
    )
    host.press("Avanti").fill(said["dichiarazioni"]).press("Avanti")
    host.press("Invia l'offerta")
    case = HostOffer.objects.get()
    host.sees(case.number).open(reverse("workflows:case", args=[case.pk]))

    case = perform(case, "start_examination", by=office.officer)
    officer = walker().sign_in(office.officer)
    officer.open(reverse("workflows:office_case", args=[case.pk])).sees("Punti verdi: 50")
    officer.open(reverse("workflows:act", args=[case.pk, "propose_admission"]))
    officer.press("Proponi l'ammissione")
    director = walker().sign_in(office.director)
    director.open(reverse("workflows:act", args=[case.pk, "admit"])).press("Ammetti e pubblica")

    case = HostOffer.objects.get()
    assert (case.status, case.green_score) == (OfferStatus.PUBLISHED, 50)
    visitor = walker().open(reverse("internships:offers") + "?q=riuso&area=environment")
    visitor.sees("1 offerta").follow(case.title).sees("Che cosa impari")
