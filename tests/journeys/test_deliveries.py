"""A letter that comes back: the office sees to it, and the applicant finds it in the personal area."""

from django.db import transaction
from django.urls import reverse

from letters.models import Delivery
from letters.pec import read
from letters.services.collecting import ORDINARY
from letters.services.failing import fail
from letters.services.receipts import take
from tests.journeys.conftest import work_off_jobs
from tests.letters.pec.samples import letter_from

BOARD = reverse("letters:failures")


def test_letter_that_came_back_goes_to_another_address(walker, staffed):
    case = staffed.file()
    delivery = case.letters.get().deliveries.get()
    with transaction.atomic():
        fail(delivery, Delivery.Failure.FULL, "552 5.2.2 mailbox full")
    data = letter_from()
    take(data, read(data), ORDINARY)

    officer = walker().sign_in(staffed.officer)
    officer.open(f"{BOARD}?elenco=messaggi").follow("La mia domanda")
    officer.fill({"aside-reason": "Risposto per telefono."}).press("Archivia", exact=True)
    officer.open(BOARD).follow(case.letters.get().subject)
    typed = {"redirect-channel": "email", "redirect-address": "altra@example.org"}
    officer.fill(typed | {"redirect-reason": "Indirizzo dato per telefono."}).press("Invia lì")
    officer.sees("viene inviata").open(f"/ufficio/pratiche/{case.pk}/")
    work_off_jobs()

    assert Delivery.objects.get(replaces=delivery).state == Delivery.State.ACCEPTED
    applicant = walker().sign_in(case.opened_by)
    applicant.open("/area/").follow("Tutte le lettere")
    applicant.sees("Da leggere").follow(case.letters.get().subject)
    applicant.sees("altra@example.org")
    applicant.open("/area/lettere/?elenco=nuove").sees("Hai letto tutte le lettere")
