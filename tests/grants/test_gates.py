"""Cannot do X without Y: the gates of law 17.2 that the office holds the data for.

Each is tried through the service and by sending the form of the act outright.
"""

from decimal import Decimal

import pytest
from django.utils import timezone

from coworking_registry.models import Qualification
from grants import services
from grants.models import RentContribution, Status
from tests.grants.acts.act_pages import fresh
from tests.grants.judged import refusal_of, send
from tests.grants.procedures import (
    annulment_started,
    memories_filed,
    noticed,
    observed,
    republish,
)
from tests.office import build, days_ago, pdf_file
from workflows.engine import TransitionRefused
from workflows.services import documents
from workflows.services.integrations import Asked
from workflows.tasks import perform

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("shift", ["before", "after"])
def test_G2_RANK_05_cannot_file_outside_the_calls_instants(office, shift):
    case = office.draft()
    now = timezone.now()
    if shift == "before":
        office.call.opens_at = now + timezone.timedelta(minutes=1)
    else:
        office.call.closes_at = now - timezone.timedelta(microseconds=1)
    office.call.save()

    _sentence, rules = refusal_of(lambda: file_again(office, case))

    assert rules == ["RANK-05"]
    assert RentContribution.objects.get(pk=case.pk).status == Status.DRAFT


def test_G2_SOC_03_cannot_file_without_an_essential_document(office):
    case = office.draft()
    documents.remove(case.documents.get(requirement="quote"))

    _sentence, rules = refusal_of(lambda: file_again(office, case))

    assert rules == ["SOC-03"]


def test_G2_DOC_01_cannot_file_without_every_declaration(office):
    case = office.draft()
    made = [one.code for one in office.call.version.declarations.all()]

    _sentence, rules = refusal_of(lambda: file_again(office, case, declarations=made[1:]))

    assert rules == ["DOC-01"]


def test_G2_DIG_cannot_file_for_somebody_else(office):
    case = office.draft()

    with pytest.raises(TransitionRefused) as refused:
        services.submit(case, by=office.applicant(), filing=office.filing(), submission_key=KEY)

    assert refused.value.why == "right"


KEY = "6a9cf4b4-7e0e-4c9a-9d35-8ddc7c2b7a11"


def file_again(office, case, **changes):
    return services.submit(
        case, by=case.opened_by, filing=office.filing(**changes), submission_key=KEY
    )


def test_G3_PRE_01_cannot_propose_refusal_without_the_notice(office):
    case = office.examined()

    sentence, rules = refusal_of(
        lambda: perform(case, "propose_refusal", by=office.officer, added=[("COW-08", "Scaduto.")])
    )

    assert rules == ["PRE-01"]
    assert sentence == "Prima del diniego va comunicato il preavviso con tutti i motivi."
    assert fresh(case).refusal_grounds.count() == 0


def test_G3_PRE_01_cannot_propose_refusal_without_the_notice_by_post(office, as_user):
    case = office.examined()

    response = send(
        as_user(office.officer), case, "propose_refusal", rule_0="COW-08", text_0="Scaduto."
    )

    assert response.status_code == 422
    assert "va comunicato il preavviso" in response.content.decode()
    assert fresh(case).status == Status.UNDER_EXAMINATION


@pytest.mark.parametrize("status", [Status.UNDER_EXAMINATION, Status.REFUSAL_NOTICE])
def test_G3_cannot_refuse_what_nobody_proposed_to_refuse(office, as_user, status):
    case = office.examined() if status == Status.UNDER_EXAMINATION else noticed(office)

    response = send(as_user(office.director), case, "refuse")

    assert response.status_code == 409
    assert fresh(case).status == status


def test_G3_PRE_05_cannot_propose_refusal_without_answering_the_observations(office, as_user):
    case = observed(office)

    _sentence, rules = refusal_of(lambda: perform(case, "propose_refusal", by=office.officer))
    response = send(as_user(office.officer), case, "propose_refusal")

    assert rules == ["PRE-05"]
    assert response.status_code == 422
    assert fresh(case).status == Status.OBSERVATIONS_RECEIVED


def test_G3_PRE_05_cannot_add_a_reason_where_nobody_observed_anything(office):
    with days_ago(30):
        case = noticed(office)
    case = perform(case, "close_observations", by=office.officer)

    _sentence, rules = refusal_of(
        lambda: perform(
            case, "propose_refusal", by=office.officer, added=[("COW-10", "Progetto generico.")]
        )
    )

    assert rules == ["PRE-05"]


def test_PRE_05_reason_that_came_up_with_the_observations_may_be_added(office, as_user):
    case = observed(office)
    first, second = case.grounds
    typed = {
        f"answer_{first.pk}": "Non risulta.",
        f"stands_{first.pk}": "yes",
        f"stands_{second.pk}": "yes",
        "rule_0": "COW-04",
        "text_0": "Dalle osservazioni risulta che il gestore è il richiedente.",
    }

    response = send(as_user(office.officer), case, "propose_refusal", **typed)

    assert response.status_code == 302
    added = fresh(case).refusal_grounds.last()
    assert (added.rule, added.from_observations, added.told_at) == ("COW-04", True, None)


def test_G3_PRE_10_cannot_hold_the_offices_delay_against_anybody(office):
    case = office.examined()

    _sentence, rules = refusal_of(
        lambda: perform(
            case,
            "give_refusal_notice",
            by=office.officer,
            grounds=[("PROC-T2", "L'istruttoria ha richiesto troppo tempo.")],
        )
    )

    assert rules == ["PRE-10"]


def test_G3_SOC_05_cannot_refuse_for_a_document_that_was_never_asked_for(office, as_user):
    case = office.examined()
    grounds = [("SOC-05", "Manca il curriculum.", "curriculum")]

    _sentence, rules = refusal_of(
        lambda: perform(case, "give_refusal_notice", by=office.officer, grounds=grounds)
    )
    response = send(
        as_user(office.officer),
        case,
        "give_refusal_notice",
        rule_0="SOC-05",
        document_0="curriculum",
        text_0="Manca il curriculum.",
    )

    assert rules == ["SOC-05"]
    assert list(response.context["form"].errors) == ["document_0"]
    assert fresh(case).status == Status.UNDER_EXAMINATION


def test_SOC_05_document_that_was_asked_for_in_vain_may_be_a_reason(office):
    with days_ago(30):
        case = perform(
            office.examined(),
            "request_integration",
            by=office.officer,
            items=[Asked("document", "curriculum", "Curriculum", "Serve per il progetto.")],
            reason="Manca il curriculum.",
        )
    case = perform(case, "close_integration", by=office.officer)

    case = perform(
        case,
        "give_refusal_notice",
        by=office.officer,
        grounds=[("SOC-05", "Manca il curriculum.", "curriculum")],
    )

    assert case.status == Status.REFUSAL_NOTICE


def test_PRE_07_position_in_a_ranking_is_refused_without_notice(office):
    republish(office, procedure="ranking")
    case = office.examined()

    case = perform(
        case,
        "propose_refusal",
        by=office.officer,
        added=[("RANK-09", "Il punteggio è sotto la soglia.")],
    )
    case = perform(case, "refuse", by=office.director)

    assert case.status == Status.REFUSED


def test_PRE_07_requirements_in_a_ranking_want_the_notice(office):
    republish(office, procedure="ranking")
    case = office.examined()

    _sentence, rules = refusal_of(
        lambda: perform(
            case, "propose_refusal", by=office.officer, added=[("COW-03", "Non iscritto.")]
        )
    )

    assert rules == ["PRE-01"]


def test_PRE_08_negative_durc_always_wants_the_notice(office):
    republish(office, procedure="ranking", prenotice={"requirements": False, "position": False})
    case = office.examined()

    _sentence, rules = refusal_of(
        lambda: perform(
            case, "propose_refusal", by=office.officer, added=[("PRE-08", "DURC irregolare.")]
        )
    )

    assert rules == ["PRE-08"]


def test_G4_CALL_08_cannot_grant_without_funds(law, as_user):
    office = build(Decimal("599.99"))
    case = office.proposed()

    _sentence, rules = refusal_of(lambda: perform(case, "grant", by=office.director))
    response = send(as_user(office.director), case, "grant")

    assert "CALL-08" in rules
    assert response.status_code == 422
    assert fresh(case).status == Status.ADMISSION_PROPOSED


def test_G4_RANK_01_cannot_grant_before_those_who_filed_earlier(law):
    office = build(Decimal("1000.00"))
    earlier = office.file()
    later = office.proposed()

    _sentence, rules = refusal_of(lambda: perform(later, "grant", by=office.director))

    assert rules == ["RANK-01"]
    assert fresh(earlier).status == Status.SUBMITTED


def test_G4_COW_03_cannot_grant_without_a_qualified_space(office):
    case = office.proposed()
    Qualification.objects.filter(space=office.space).update(
        valid_to=timezone.localdate() - timezone.timedelta(days=1)
    )

    _sentence, rules = refusal_of(lambda: perform(case, "grant", by=office.director))

    assert rules == ["COW-03"]


def test_G4_ORG_09_cannot_grant_what_one_examined(office):
    case = office.proposed()
    office.officer.role_assignments.create(role="director")

    with pytest.raises(TransitionRefused) as refused:
        perform(case, "grant", by=type(office.officer).objects.get(pk=office.officer.pk))

    assert refused.value.why == "right"


def test_G4_PROC_03_grant_bears_its_reasons(office):
    case = office.granted()

    assert case.history.get(name="grant").outcomes != []
    assert "Esito dell'istruttoria" in str(case.letters.get(kind="grant").content)


def test_G6_PRE_11_cannot_annul_before_the_memories(office, as_user):
    case = annulment_started(office)

    with pytest.raises(TransitionRefused):
        services.annul(case, by=office.director, reason="Vizio.")
    response = send(as_user(office.director), case, "annul", reason="Vizio.")

    assert response.status_code == 409
    assert fresh(case).status == Status.ANNULMENT_STARTED


def test_G6_PRE_11_cannot_annul_without_answering_the_memories(office, as_user):
    case = memories_filed(office)

    _sentence, rules = refusal_of(
        lambda: perform(case, "annul", by=office.director, reason="Vizio.")
    )
    response = send(as_user(office.director), case, "annul", reason="Vizio.")

    assert rules == ["PRE-11"]
    assert response.status_code == 422
    assert fresh(case).status == Status.MEMORIES_RECEIVED


def test_file_brought_with_the_observations_is_enough_for_a_new_reason(office):
    case = noticed(office)
    documents.attach(
        case,
        pdf_file("memoria.pdf"),
        by=case.opened_by,
        requirement="observations",
        accepted=frozenset({"pdf"}),
        max_bytes=10**6,
    )
    case = perform(case, "file_observations", by=case.opened_by, observations={})

    case = perform(
        case, "propose_refusal", by=office.officer, added=[("COW-04", "Dal documento risulta.")]
    )

    assert case.status == Status.REFUSAL_PROPOSED
