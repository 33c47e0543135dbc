"""What comes after a decision, or instead of one: an annulment, and the substitute."""

from grants.models import RentContribution, Status
from tests.grants.procedures import INTEREST
from tests.journeys.conftest import work_off_jobs
from tests.journeys.test_answers import act, status
from tests.office import days_ago
from workflows.models import SubstituteRequest

REASON = "Il preventivo era di un altro fornitore."


def test_grant_is_annulled_after_the_beneficiary_has_answered(walker, staffed):
    case = staffed.granted()
    owner = walker().sign_in(staffed.procedure_owner)
    act(owner, case, "start_annulment", {"ground_0": REASON, "public_interest": INTEREST})
    assert status(case) == Status.ANNULMENT_STARTED

    applicant = walker().sign_in(case.opened_by)
    applicant.open(f"/pratiche/{case.pk}/").follow("Rispondi ai motivi").sees(REASON)
    applicant.page.locator("main textarea").first.fill("È dello stesso gestore.")
    applicant.press("Invia la risposta")
    assert status(case) == Status.MEMORIES_RECEIVED

    director = walker().sign_in(staffed.director)
    ground = case.annulments.get().grounds.get()
    answers = {f"answer_{ground.pk}": "Non risulta.", "reason": "Mancava un documento essenziale."}
    act(director, case, "annul", answers)
    assert status(case) == Status.ANNULLED
    director.sees("sono tornati nel bando")

    work_off_jobs()
    applicant.open(f"/pratiche/{case.pk}/").sees("La concessione è stata annullata")


def test_substitute_is_asked_once_the_term_has_passed(walker, staffed):
    with days_ago(70):
        case = staffed.proposed()
    applicant = walker().sign_in(case.opened_by)
    applicant.open(f"/pratiche/{case.pk}/")
    applicant.follow("Chiedi che decida il titolare del potere sostitutivo")
    applicant.press("Invia la richiesta").sees("Hai chiesto a Director Prova")
    assert SubstituteRequest.objects.get().case_id == case.pk

    director = walker().sign_in(staffed.director)
    director.open("/ufficio/decisioni/").follow("Richieste di potere sostitutivo")
    director.follow(case.number)
    act(director, case, "grant", {})

    assert RentContribution.objects.get(pk=case.pk).status == Status.GRANTED
    director.open("/ufficio/sostituto/?stato=chiuse").sees(case.number)
