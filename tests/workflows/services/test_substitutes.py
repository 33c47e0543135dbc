"""Asking the substitute once the office's term has passed."""

import pytest

from grants import services
from grants.models import RentContribution, Status
from tests.letters.reading import missing_from, sent
from tests.office import days_ago, make_user
from ui.formats import long_date
from workflows.engine import Refusal, TransitionRefused
from workflows.models import CaseTerm, ProtocolEntry, SubstituteRequest
from workflows.services.integrations import Asked
from workflows.services.substitutes import ask_substitute
from workflows.tasks import perform
from workflows.terms.italian import with_weekday

pytestmark = pytest.mark.django_db


def late(office, make="proposed"):
    """Return a case on which the office's 60 days have passed."""
    with days_ago(70):
        return getattr(office, make)()


def name_substitute(office, *roles):
    """Let the call name somebody who is not its director."""
    holder = make_user("sostituto@example.org", *roles)
    office.call.substitute = holder
    office.call.save()
    return holder


def test_PROC_T8_request_gives_half_of_the_term_and_a_receipt(office):
    case = late(office)

    request = ask_substitute(case, by=case.opened_by)

    case = RentContribution.objects.get(pk=case.pk)
    term = CaseTerm.objects.get(case=case, kind="substitute")
    assert (request.term_days, request.due_on, request.holder) == (
        30,
        term.due_on,
        office.director,
    )
    assert (case.substitute, case.status) == (office.director, Status.ADMISSION_PROPOSED)
    assert case.history.last().name == "ask_substitute"
    entry = ProtocolEntry.objects.get(case=case, subject__startswith="Richiesta di intervento")
    assert (entry.direction, entry.counterpart) == ("in", case.applicant.name)
    assert (
        missing_from(
            sent(case, "substitute_receipt"),
            f"protocollo n. {entry.mark}",
            "La domanda passa a Director Prova, titolare del potere sostitutivo",
            f"30 giorni per concludere: il termine scade {with_weekday(request.due_on)}",
            "artt. 31 e 117",
        )
        == []
    )


def refusal_of(case, by=None):
    with pytest.raises(TransitionRefused) as refused:
        ask_substitute(case, by=by or case.opened_by)
    assert SubstituteRequest.objects.filter(closed_at=None).count() <= 1
    return refused.value


def test_PROC_T8_cannot_ask_before_the_term_has_passed(office):
    case = office.proposed()
    due = CaseTerm.objects.get(case=case, kind="conclusion").due_on

    refusal = refusal_of(case)

    assert refusal.why == Refusal.RULE
    assert long_date(due) in refusal.sentence
    assert SubstituteRequest.objects.count() == 0


def test_PROC_T8_cannot_ask_while_the_clock_stands(office):
    with days_ago(70):
        case = office.examined()
    with days_ago(20):
        case = perform(
            case,
            "request_integration",
            by=office.officer,
            items=[Asked("field", "project", "Progetto", "Meglio.")],
            reason="Poco chiaro.",
        )

    # The request came after the term had begun and before it ended: the clock stands.
    assert refusal_of(case).why == Refusal.RULE


def test_PROC_T8_cannot_ask_twice(office):
    case = late(office)
    ask_substitute(case, by=case.opened_by)

    refusal = refusal_of(RentContribution.objects.get(pk=case.pk))

    assert "Director Prova" in refusal.sentence


def test_PROC_T8_cannot_ask_where_nobody_is_named(office):
    case = late(office)
    office.call.substitute = None
    office.call.save()

    assert refusal_of(RentContribution.objects.get(pk=case.pk)).why == Refusal.RULE


def test_PROC_T8_cannot_ask_for_somebody_else(office):
    case = late(office)

    assert refusal_of(case, by=office.applicant()).why == Refusal.RIGHT


def test_PROC_T8_cannot_ask_about_a_case_that_is_decided(office):
    with days_ago(70):
        case = office.granted()

    assert refusal_of(case).why == Refusal.RULE


def test_PROC_T8_substitute_decides_without_the_directors_role(office):
    case = late(office)
    holder = name_substitute(office, "procedure_owner")
    with pytest.raises(TransitionRefused) as refused:
        perform(case, "grant", by=holder)
    assert refused.value.why == Refusal.RIGHT
    ask_substitute(case, by=case.opened_by)

    case = perform(RentContribution.objects.get(pk=case.pk), "grant", by=holder)

    assert case.status == Status.GRANTED
    request = SubstituteRequest.objects.get()
    assert request.closed_at is not None
    assert CaseTerm.objects.filter(case=case, ended_at=None).count() == 0
    assert "Il titolare del potere sostitutivo" in str(sent(case, "grant").content)


def test_PROC_T8_director_may_still_decide(office):
    case = late(office)
    name_substitute(office, "procedure_owner")
    ask_substitute(case, by=case.opened_by)

    case = perform(RentContribution.objects.get(pk=case.pk), "grant", by=office.director)

    assert case.status == Status.GRANTED


def test_ORG_09_substitute_does_not_decide_on_what_they_examined(office):
    case = late(office)
    office.call.substitute = office.officer
    office.call.save()
    ask_substitute(case, by=case.opened_by)

    with pytest.raises(TransitionRefused) as refused:
        perform(RentContribution.objects.get(pk=case.pk), "grant", by=office.officer)

    assert refused.value.why == Refusal.RIGHT


def test_withdrawal_closes_the_request(office):
    case = late(office)
    ask_substitute(case, by=case.opened_by)

    services.withdraw(RentContribution.objects.get(pk=case.pk), by=case.opened_by)

    assert SubstituteRequest.objects.get().closed_at is not None
