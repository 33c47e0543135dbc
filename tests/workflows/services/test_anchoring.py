"""Terms that begin with a letter: nothing happens before it has left, and they run from its arrival."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from calls.models import Parameter
from grants.models import RentContribution, Status
from letters import services
from letters.models import BodyStyle, Delivery
from letters.services import arrivals
from parties import moment
from tests.letters.reading import sent, text_of
from tests.office import Office, days_ago
from tests.workflows.waiting_terms import ASKED, now_of, running, timer_of
from workflows import timers
from workflows.engine import Refusal, TransitionRefused
from workflows.models import CaseTerm
from workflows.tasks import perform
from workflows.terms import Term, compute_term
from workflows.terms.italian import with_weekday

pytestmark = pytest.mark.django_db
Awaits = CaseTerm.Awaits
GROUNDS = [("COW-08", "Preventivo illeggibile.")]


@pytest.fixture
def careful(office, settings):
    """An office that looks at every letter again, and reads the receipts of its certified email."""
    settings.PEC_HOST, settings.PEC_MAILBOX = "127.0.0.1", "imap://127.0.0.1/INBOX"
    BodyStyle.objects.update(leaves_at_once=False)
    return office


def asked(office: Office) -> RentContribution:
    return perform(
        office.examined(), "request_integration", by=office.officer, items=ASKED, reason="Manca."
    )


def told(office: Office) -> RentContribution:
    return perform(office.examined(), "give_refusal_notice", by=office.officer, grounds=GROUNDS)


def suspensions(case) -> list[tuple[str, date]]:
    stored = running(case, "conclusion").reckoning["suspensions"]
    return [(one["kind"], date.fromisoformat(one["start"])) for one in stored]


def due(term: CaseTerm, start: date) -> date:
    return compute_term(start, Term.from_dict(term.reckoning).rule).due


def by_pec(case) -> None:
    """Let the applicant have a certified address: a receipt has to say that letters arrive."""
    case.applicant.pec = "impresa@pec.example.org"
    case.applicant.save()


def test_TERM_12_nothing_begins_while_the_letter_waits(careful):
    with days_ago(20):
        case = asked(careful)

    assert timers.fire_due() == 0
    term = running(case, "integration")
    assert (term.awaits, timer_of(case, "integration").scheduled) == (Awaits.LETTER, None)
    assert suspensions(case) == []
    for act in ("answer_integration", "close_integration"):
        by = case.opened_by if act == "answer_integration" else careful.officer
        with pytest.raises(TransitionRefused) as refused:
            perform(now_of(case), act, by=by)
        assert refused.value.why is Refusal.RULE


def test_TERM_12_term_runs_from_the_day_on_which_the_letter_leaves(careful):
    with days_ago(9):
        case = asked(careful)
    letter = sent(case, "integration_request")

    with days_ago(4):
        left = moment.today()
        letter = services.approve(letter.pk, by=careful.director)

    term, case = running(case, "integration"), now_of(case)
    assert (term.awaits, term.starts_on, term.due_on) == (Awaits.NOTHING, left, due(term, left))
    assert case.due_on == case.integration_requests.get().due_on == term.due_on
    assert timer_of(case, "integration").scheduled is not None
    assert f"invio della lettera prot. n. {letter.protocol.mark}" in term.reckoning["sentence"]
    assert with_weekday(term.due_on) in text_of(letter)
    assert case.history.last().name == "begin_term"


def test_PROC_T5_procedure_stands_still_from_the_day_of_the_request(careful):
    with days_ago(9):
        case = asked(careful)
    with days_ago(4):
        left = moment.today()
        services.approve(sent(case, "integration_request").pk, by=careful.director)

    assert suspensions(case) == [("integration", left)]


def test_PRE_04_certified_notice_suspends_from_its_delivery(careful):
    with days_ago(9):
        case = careful.examined()
        by_pec(case)
        case = perform(case, "give_refusal_notice", by=careful.officer, grounds=GROUNDS)
    letter = sent(case, "refusal_notice")
    with days_ago(6):
        services.approve(letter.pk, by=careful.director)
        assert (running(case, "observations").awaits, suspensions(case)) == (Awaits.DELIVERY, [])

    with days_ago(4):
        day, delivery = moment.today(), letter.deliveries.get()
        arrivals.note_arrival(delivery, moment.now())

    term = running(case, "observations")
    assert (term.awaits, term.starts_on, term.due_on) == (Awaits.NOTHING, day, due(term, day))
    assert suspensions(case) == [("refusal_notice", day)]
    assert "ricevimento della lettera" in term.reckoning["sentence"]


def test_PRE_04_notice_suspends_from_its_sending_where_the_setting_says_so(careful):
    Parameter.objects.filter(code="prenotice_suspends_from").update(value="sending")
    case = careful.examined()
    by_pec(case)
    case = perform(case, "give_refusal_notice", by=careful.officer, grounds=GROUNDS)

    services.approve(sent(case, "refusal_notice").pk, by=careful.director)

    assert running(case, "observations").awaits == Awaits.DELIVERY
    assert suspensions(case) == [("refusal_notice", moment.today())]


def test_G3_term_of_a_certified_notice_never_passes_without_its_receipt(careful):
    with days_ago(30):
        case = careful.examined()
        by_pec(case)
        case = perform(case, "give_refusal_notice", by=careful.officer, grounds=GROUNDS)
        services.approve(sent(case, "refusal_notice").pk, by=careful.director)

    assert timers.fire_due() == 0
    with pytest.raises(TransitionRefused) as refused:
        perform(now_of(case), "close_observations", by=careful.officer)

    assert "non risulta ancora ricevuta" in refused.value.sentence
    assert now_of(case).status == Status.REFUSAL_NOTICE


def test_PRE_03_who_answers_before_the_receipt_has_the_letter(careful):
    with days_ago(6):
        case = careful.examined()
        by_pec(case)
        case = perform(case, "give_refusal_notice", by=careful.officer, grounds=GROUNDS)
        services.approve(sent(case, "refusal_notice").pk, by=careful.director)
    ground = case.grounds[0]

    case = perform(
        now_of(case),
        "file_observations",
        by=case.opened_by,
        observations={ground.pk: "Si legge bene."},
    )

    term = CaseTerm.objects.get(case=case, kind="observations")
    assert (term.awaits, term.starts_on, case.status) == (
        Awaits.NOTHING,
        timezone.localdate(),
        Status.OBSERVATIONS_RECEIVED,
    )
    assert [start for _kind, start in suspensions(case)] == [timezone.localdate()]


def test_letter_that_comes_back_lets_the_term_wait_and_the_procedure_run(careful):
    with days_ago(5):
        case = told(careful)
        letter = services.approve(sent(case, "refusal_notice").pk, by=careful.director)
        assert suspensions(case) != []

    delivery = letter.deliveries.get()
    delivery.state, delivery.failed_at = Delivery.State.FAILED, moment.now()
    delivery.failure_kind = Delivery.Failure.ADDRESS
    delivery.save()
    arrivals.note_return(delivery)

    term = running(case, "observations")
    assert (term.awaits, suspensions(case)) == (Awaits.DELIVERY, [])
    assert timer_of(case, "observations").scheduled is None


def test_withdrawn_letter_lets_its_term_wait_for_another(careful):
    with days_ago(3):
        case = asked(careful)
        letter = services.approve(sent(case, "integration_request").pk, by=careful.director)

    letter = services.withdraw(letter.pk, by=careful.director, reason="Indirizzo sbagliato.")

    term = running(case, "integration")
    assert (term.awaits, suspensions(case)) == (Awaits.LETTER, [])
    assert letter.protocol.annulled_by.note.startswith("Motivo: Indirizzo sbagliato.")


def test_term_that_has_ended_is_not_begun_again(careful):
    with days_ago(3):
        case = asked(careful)
        letter = services.approve(sent(case, "integration_request").pk, by=careful.director)
        case = perform(
            now_of(case), "answer_integration", by=case.opened_by, changes={"project": "Più." * 200}
        )
    before = CaseTerm.objects.filter(case=case).order_by("pk").values_list("reckoning", flat=True)
    before = list(before)

    arrivals.note_arrival(letter.deliveries.get(), moment.now() - timedelta(days=1))

    after = CaseTerm.objects.filter(case=case).order_by("pk").values_list("reckoning", flat=True)
    assert list(after) == before
