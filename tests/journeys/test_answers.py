"""What the office asks back: an integration on the phone, reasons against, a reasoned refusal."""

import re

from playwright.sync_api import expect

from grants.models import RentContribution, Status
from letters.models import Letter
from tests.journeys.conftest import work_off_jobs
from tests.office import pdf_file


def test_integration_is_asked_and_answered(walker, staffed):
    case = staffed.examined()
    officer = walker().sign_in(staffed.officer)
    act(officer, case, "request_integration", INTEGRATION)
    assert status(case) == Status.INTEGRATION_REQUESTED

    applicant = walker().sign_in(case.opened_by)
    applicant.open("/area/").sees(case.number)
    applicant.open(f"/domande/{case.pk}/integrazione/").sees(INTEGRATION["explanation_0"])
    send_file(applicant)
    applicant.press("Invia")

    assert status(case) == Status.UNDER_EXAMINATION
    officer.open(f"/ufficio/pratiche/{case.pk}/").sees("nuovo-preventivo.pdf")


def test_refusal_goes_through_notice_and_observations(walker, staffed):
    case = staffed.examined()
    officer = walker().sign_in(staffed.officer)
    act(officer, case, "give_refusal_notice", NOTICE)

    applicant = walker().sign_in(case.opened_by)
    applicant.open(f"/domande/{case.pk}/osservazioni/").sees(NOTICE["text_0"])
    applicant.page.locator("main textarea").first.fill("Il preventivo è leggibile: è qui allegato.")
    applicant.press("Invia")
    assert status(case) == Status.OBSERVATIONS_RECEIVED

    ground = case.refusal_grounds.get()
    act(officer, case, "propose_refusal", {f"answer_{ground.pk}": "La data resta illeggibile."})
    director = walker().sign_in(staffed.director)
    act(director, case, "refuse", {})
    assert status(case) == Status.REFUSED

    work_off_jobs()
    assert list(Letter.objects.values_list("kind", "state")) == [
        ("receipt", "sent"),
        ("refusal_notice", "sent"),
        ("refusal", "sent"),
    ]
    applicant.open(f"/pratiche/{case.pk}/").sees("La tua domanda non è stata accolta")


INTEGRATION = {
    "reason": "Il preventivo è incompleto.",
    "item_0": "document:quote",
    "explanation_0": "Manca la seconda pagina, con la data.",
}
NOTICE = {"rule_0": "COW-08", "text_0": "La data del preventivo non si legge."}


def act(person, case, name, typed):
    """Open an act's page, fill it in, confirm it."""
    person.open(f"/ufficio/pratiche/{case.pk}/atti/{name}/").fill(typed)
    person.submit(person.page.locator("#act-form button[type=submit]").last)
    expect(person.page).to_have_url(re.compile(f"/ufficio/pratiche/{case.pk}/$"))


def send_file(applicant):
    """Attach what was asked for."""
    upload = pdf_file("nuovo-preventivo.pdf")
    place = applicant.page.locator("form[data-upload]").first
    place.locator("input[type=file]").set_input_files(
        {"name": upload.name, "mimeType": "application/pdf", "buffer": upload.read()}
    )
    place.locator("button[type=submit]").last.click()
    applicant.sees("nuovo-preventivo.pdf").look()


def status(case) -> str:
    return RentContribution.objects.get(pk=case.pk).status
