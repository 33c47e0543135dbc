"""A letter that waits is changed, seen by the director, approved with others, read by its addressee."""

from django.urls import reverse
from playwright.sync_api import expect

from letters.models import BodyStyle, Letter
from tests.journeys.conftest import work_off_jobs

OUTBOX = reverse("letters:outbox")
ADDED = "Le istruzioni si trovano nell'area personale."


def test_waiting_letter_is_changed_approved_in_a_batch_and_read(walker, staffed):
    BodyStyle.objects.update(leaves_at_once=False)
    case, other = staffed.granted(), staffed.granted()
    letter = case.letters.get(kind="grant")
    page = reverse("letters:letter", args=[letter.pk])

    officer = walker().sign_in(staffed.officer)
    officer.open(OUTBOX).sees(other.number).open(page).follow("Modifica il testo")
    text = officer.page.locator("[name=text]")
    text.fill(f"{text.input_value().rstrip()}\n\n{ADDED}\n")
    officer.press("Vedi prima la modifica").sees("Che cosa stai cambiando")
    expect(officer.page.locator("ins", has_text=ADDED)).to_be_visible()
    officer.fill({"reason": "Mancava dove trovare le istruzioni."}).press("Salva la modifica")
    officer.sees("Mancava dove trovare le istruzioni.")

    director = walker().sign_in(staffed.director)
    director.open(page).sees("Mancava dove trovare le istruzioni.").open(OUTBOX)
    for box in director.page.locator("[name=letter]").all():
        box.check()
    director.press("Approva le selezionate").press("Guarda che cosa accadrebbe")
    work_off_jobs()
    director.page.reload()
    director.sees("2 righe sono possibili").look().press("Avvia su 2 righe")
    work_off_jobs()
    director.page.reload()
    director.look().open(OUTBOX).sees("Nessuna lettera attende l'approvazione")

    states = Letter.objects.filter(kind="grant").values_list("state", flat=True)
    assert list(states) == [Letter.State.SENT, Letter.State.SENT]
    applicant = walker().sign_in(case.opened_by)
    applicant.open("/area/lettere/").follow(letter.subject).sees(ADDED)
