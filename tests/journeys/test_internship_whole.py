"""A green internship with one suspension and one extension, from its offer to its attestation.

Every act of the story is done on the page of the person whose act it is, on the day of the act.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from internships.models import Internship, InternshipStatus
from internships.services.placements.starting import note_cover, note_safety
from letters.models import Letter
from tests.internships import offering, placing, running
from tests.internships.running import host_of, on, trainee_of
from tests.journeys.conftest import Walker, work_off_jobs
from tests.office import PASSWORD, Office
from workflows.tasks import perform

pytestmark = pytest.mark.django_db(transaction=True)

DAYS = 118
ONE = timedelta(days=1)
FULL = {"in_1": "08:00", "out_1": "12:00", "in_2": "13:00", "out_2": "16:12"}
SCAN = {"name": "firma.jpg", "mimeType": "image/jpeg", "buffer": placing.scan().read()}
TRANSFER = {"name": "bonifico.pdf", "mimeType": "application/pdf", "buffer": running.proof().read()}


@dataclass
class Cast:
    """Who takes part, each at a browser; `stand` lets the pages stand on a day."""

    office: Office
    case: Internship
    stand: Callable[..., None]
    intern: Walker
    host: Walker
    promoter: Walker
    officer: Walker

    @property
    def page(self) -> str:
        """The page of the parties."""
        return reverse("internships:internship", args=[self.case.pk])

    def act(self, name: str, label: str, **said: str) -> None:
        """Let the officer do an act."""
        self.officer.open(reverse("workflows:act", args=[self.case.pk, name]))
        self.officer.fill(said).press(label)

    def again(self) -> Internship:
        """Return the internship as it stands."""
        self.case = Internship.objects.get(pk=self.case.pk)
        return self.case


@pytest.mark.parametrize("size", ["phone"])
def test_a_green_internship_from_the_offer_to_the_attestation(staffed, walker, on_pages):
    start = timezone.localdate() - timedelta(days=DAYS)
    cast = gathered(staffed, walker, on_pages, start)
    green_profile_is_seen(cast, walker)
    plan_is_signed_and_the_first_day_comes(cast, start)
    host_closes_for_twenty_days(cast, start + 5 * ONE)
    month_is_written_confirmed_checked_and_paid(cast)
    one_month_more_is_agreed(cast, start + 35 * ONE)
    for number in range(2, cast.again().months.count() + 1):
        running.closed(staffed, cast.case, number)
    attestation_is_given(cast)

    case, letter = cast.again(), Letter.objects.get(kind="final_attestation")
    assert (case.status, case.suspensions.count(), case.extensions.count()) == (
        InternshipStatus.ATTESTED,
        1,
        1,
    )
    attestation_is_read_and_found_genuine(cast, walker(), letter)


def gathered(office: Office, walker: Any, on_pages: Any, start: date) -> Cast:
    """Return an internship whose plan waits for its signatures, with everybody signed in."""
    with on(start - 40 * ONE):
        call = offering.open_call(office, "TIR-GREEN")
        offer = offering.published(office, call, **offering.GREEN)
        case = placing.convention_signed(office, placing.opened(office, offer))
        case = perform(case, "send_plan", by=office.officer, data=placing.plan(case, months=2))
    people = (trainee_of(case), host_of(case), placing.account_of(case.promoter))
    for user in people:
        user.set_password(PASSWORD)
        user.save()
    parties = [walker().sign_in(user) for user in people]
    officer = walker("desktop").sign_in(office.officer)
    on_pages(start - 39 * ONE)
    return Cast(office, case, on_pages, *parties, officer)


def green_profile_is_seen(cast: Cast, walker: Any) -> None:
    offer = cast.case.offer
    cast.officer.open(reverse("workflows:office_case", args=[offer.pk])).sees("Punti verdi: 53")
    visitor = walker().open(reverse("internships:offer", args=[offer.number]))
    visitor.sees("Il lato verde").sees("Selezione dei materiali")


def plan_is_signed_and_the_first_day_comes(cast: Cast, start: date) -> None:
    by_file(cast.host.open(cast.page), "Firma")
    desk = reverse("workflows:office_case", args=[cast.case.pk])
    by_file(cast.officer.open(desk), "Registra la firma consegnata")
    by_code(cast.intern.open(cast.page))
    by_code(cast.promoter.open(cast.page))
    with on(start - 39 * ONE, 20):
        case = note_cover(cast.again(), by=cast.office.officer, data=placing.cover(cast.case))
        case = note_safety(case, by=cast.office.officer, data=placing.safety())
        placing.communicated(cast.office, case)
    cast.stand(start, 8)
    cast.host.open(cast.page).press("Avvia il tirocinio").sees("In corso")


def host_closes_for_twenty_days(cast: Cast, first: date) -> None:
    back = first + 20 * ONE
    cast.stand(first - ONE)
    cast.act(
        "suspend",
        "Sospendi",
        kind="closure",
        first_day=f"{first:%d/%m/%Y}",
        last_day=f"{back - ONE:%d/%m/%Y}",
        told_on=f"{first - 10 * ONE:%d/%m/%Y}",
    )
    cast.intern.open(cast.page).sees("Sospeso")
    cast.stand(back)
    cast.act("resume", "Riprendi", returned_on=f"{back:%d/%m/%Y}")


def month_is_written_confirmed_checked_and_paid(cast: Cast) -> None:
    month = running.written(cast.again(), 1, but=1)
    page = reverse("internships:month", args=[cast.case.pk, 1])
    cast.stand(month.last_day)
    cast.intern.open(page).press("Consegna il mese").sees("R-ATT-01")
    cast.intern.submit(cast.intern.page.locator("tbody tr:last-of-type th a"))
    cast.intern.fill(FULL | {"note": "Prove di riuso"}).press("Salva").press("Consegna il mese")
    cast.host.open(page).press("Convalida il mese")
    cast.promoter.open(page).press("Il mese è in ordine")
    cast.officer.open(page).press("Chiudi il mese").sees("Indennità del mese")
    cast.stand(month.last_day + ONE)
    cast.host.open(page).follow("Carica la prova del pagamento")
    cast.host.fill({"paid_on": f"{month.last_day + ONE:%d/%m/%Y}", "reference": "CRO 4471"})
    cast.host.page.set_input_files("[name=file]", TRANSFER)
    cast.host.press("Salva").sees("CRO 4471")


def one_month_more_is_agreed(cast: Cast, asked: date) -> None:
    cast.stand(asked)
    cast.host.open(cast.page).follow("Chiedi una proroga")
    said = {"months": "1", "reason": "Gli obiettivi chiedono un altro mese."}
    cast.host.fill(said | {"competence_0": "Misurare i rifiuti", "level_0": "4"}).press("Salva")
    with on(asked, 19):
        placing.sign(cast.office, cast.case, "addendum", *running.EVERYBODY)
    cast.stand(asked + ONE)
    cast.act("extend", "Autorizza la proroga")


def attestation_is_given(cast: Cast) -> None:
    cast.stand(timezone.localdate())
    cast.act("conclude", "Concludi")
    dossier = reverse("internships:internship_dossier", args=[cast.case.pk])
    for activity in cast.case.activities.all():
        said = {"activity": str(activity.pk), "kind": "photo", "level": "autonomous"}
        cast.host.open(dossier).fill(said | {"text": "Campionario."}).press("Aggiungi")
    cast.act("evaluate", "Avvia la valutazione")
    cast.act("attest", "Rilascia l'attestazione")


def attestation_is_read_and_found_genuine(cast: Cast, anyone: Walker, letter: Letter) -> None:
    work_off_jobs()
    cast.intern.open(reverse("letters:inbox_letter", args=[letter.pk])).sees("Misurare i rifiuti")
    address = cast.intern.site + reverse("letters:inbox_file", args=[letter.pk])
    file = cast.intern.page.request.get(address)
    assert (file.status, file.body()[:5]) == (200, b"%PDF-")
    anyone.open(reverse("portal:verify_letter", args=[letter.code]))
    copy = {"name": "copia.pdf", "mimeType": "application/pdf", "buffer": file.body()}
    anyone.page.set_input_files("[name=copy]", copy)
    anyone.press("Confronta").sees("La tua copia è identica all'originale")


def by_file(who: Walker, label: str) -> None:
    """Sign the paper whose turn it is with a scan."""
    who.submit(who.page.locator(".ui-card ol a", has_text=label).first)
    who.page.set_input_files("[name=file]", SCAN)
    who.press("Carica il file firmato")


def by_code(who: Walker) -> None:
    """Sign the paper whose turn it is with the code that came by email."""
    who.submit(who.page.locator(".ui-card ol a", has_text="Firma").last)
    who.press("Inviami il codice")
    found = re.search(r"^\d{6}$", mail.outbox[-1].body, re.MULTILINE)
    who.fill({"code": found[0] if found else ""}).press("Ho letto e accetto")
