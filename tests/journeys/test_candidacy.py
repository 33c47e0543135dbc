"""Two candidates and one place: applied, interviewed, ranked, paired; declined by the first, taken by the second."""

import pytest
from django.urls import reverse

from internships.models import Candidacy, CandidacyStatus, PairingRound
from tests.internships import applying, offering
from tests.internships.typed_candidate import typed
from tests.journeys.conftest import work_off_jobs
from tests.office import pdf_file
from workflows.services import documents
from workflows.tasks import perform

pytestmark = pytest.mark.django_db(transaction=True)


def apply(office, walker, call, place) -> tuple:
    """Let somebody apply on the pages of the form, from the offer's public page on."""
    user = office.applicant()
    said = typed(office.count, place)
    candidate = walker().sign_in(user).open(reverse("internships:offer", args=[place.number]))
    candidate.follow("Candidati a un tirocinio").press("Inizia la candidatura")
    candidate.fill(said["chi"]).press("Avanti")
    candidate.fill(said["condizione"]).press("Avanti")
    candidate.fill(said["studi"]).press("Avanti")
    candidate.sees("Scelta n. 1").fill(said["offerte"]).press("Avanti")
    candidate.fill(said["motivazione"]).press("Avanti")
    case = Candidacy.objects.get(opened_by=user)
    for code in ("candidate_cv", "candidate_identity"):
        wanted = call.version.documents.get(code=code)
        documents.attach(
            case,
            pdf_file(f"{code}.pdf"),
            by=user,
            requirement=code,
            accepted=frozenset(wanted.accepted),
            max_bytes=wanted.max_bytes,
        )
    candidate.press("Avanti").fill(said["dichiarazioni"]).press("Avanti")
    candidate.press("Invia la candidatura").sees(Candidacy.objects.get(pk=case.pk).number)
    return candidate, Candidacy.objects.get(pk=case.pk)


def test_a_place_is_declined_by_the_first_and_taken_by_the_second(staffed, walker):
    office = staffed
    call = offering.open_call(office)
    place = offering.published(office, call, places=1)
    candidate, first = apply(office, walker, call, place)
    second = applying.interviewed(office, call, place)

    first = perform(first, "start_examination", by=office.officer)
    officer = walker().sign_in(office.officer)
    officer.open(reverse("workflows:office_case", args=[first.pk])).sees("Perito meccanico")
    officer.open(reverse("workflows:act", args=[first.pk, "admit_candidate"]))
    officer.press("Ammetti al colloquio")
    time = applying.slot(office, call, days=30)
    officer.open(reverse("internships:interviews", args=[call.code])).sees("1 candidato ammesso")
    officer.open(reverse("workflows:act", args=[first.pk, "invite"]))
    officer.fill({"slot": str(time.pk)}).press("Convoca al colloquio")
    candidate.open(reverse("workflows:case", args=[first.pk])).follow("Rispondi alla convocazione")
    candidate.sees("Sede dell'ufficio, sala B").press("Conferma").sees("Confermato")
    first = applying.hold(office, Candidacy.objects.get(pk=first.pk))
    applying.ranked(office, call, {first: 90, second: 80})

    def pair(number: int) -> None:
        officer.open(reverse("internships:pairings", args=[call.code]))
        officer.press("Forma un abbinamento").sees("dà lo stesso esito")
        director.open(reverse("internships:pairing", args=[call.code, number]))
        director.fill({"act_number": f"Determinazione n. {number}/2026", "act_date": "2026-11-02"})
        director.press("Approva l'abbinamento")
        work_off_jobs()

    director = walker().sign_in(office.director)
    pair(1)
    candidate.open(reverse("workflows:case", args=[first.pk])).follow("Rispondi alla proposta")
    candidate.press("Rifiuta il posto")
    pair(2)
    other = walker().sign_in(second.opened_by).open(reverse("workflows:case", args=[second.pk]))
    other.follow("Rispondi alla proposta").press("Accetta il posto")
    host = walker().sign_in(place.opened_by).open(reverse("workflows:case", args=[place.pk]))
    host.follow("Vedi i candidati").follow(second.applicant.name)
    host.press("Conferma il candidato").sees("Il posto è assegnato")
    other.open(reverse("workflows:case", args=[second.pk])).sees("Il posto è tuo")

    cases = Candidacy.objects.order_by("pk")
    assert {one.pk: one.status for one in cases} == {
        first.pk: CandidacyStatus.RANKED,
        second.pk: CandidacyStatus.ASSIGNED,
    }
    assert [one.approved_at is not None for one in PairingRound.objects.all()] == [True, True]
