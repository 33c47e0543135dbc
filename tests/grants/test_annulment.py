"""Undoing a decision of the office's own: steps, time, money, aid, and the way back."""

from decimal import Decimal

import pytest
from viewflow.workflow.status import PROCESS

from accounting.models import AidEntry, Budget, LedgerEntry
from grants.models import Annulment, RentContribution, Status
from tests.grants.letters.filings import ENTERPRISE
from tests.grants.procedures import (
    ANNULLED_FOR,
    INTEREST,
    annulled,
    annulment_started,
    memories_filed,
    refused,
    republish,
)
from tests.letters.reading import missing_from, sent
from tests.office import ENDOWMENT, days_ago
from workflows import timers
from workflows.engine import Refusal, TransitionRefused
from workflows.models import CaseTerm
from workflows.offers import office_offers
from workflows.tasks import open_tasks, perform

pytestmark = pytest.mark.django_db


def running(case) -> dict[str, str]:
    terms = CaseTerm.objects.filter(case=case, ended_at__isnull=True)
    return {term.kind: term.rule for term in terms}


def pots() -> tuple[Decimal, Decimal]:
    budget = Budget.objects.get()
    return budget.available, budget.granted


def test_annulment_walks_from_the_grant_to_the_money_back(office):
    case = annulled(office)

    assert (case.status, case.granted, case.amount) == (Status.ANNULLED, None, None)
    assert case.closed_at is not None
    assert [entry.name for entry in case.history.all()][-3:] == [
        "start_annulment",
        "file_memories",
        "annul",
    ]
    assert pots() == (ENDOWMENT, Decimal(0))
    assert LedgerEntry.objects.filter(case=case).last().description.startswith("Annullamento")
    annulment = case.annulments.get()
    assert (annulment.outcome, annulment.returned) == ("annulled", Decimal("600.00"))
    assert running(case) == {}
    assert open_tasks(case) == []
    assert set(case.processes.values_list("status", flat=True)) == {PROCESS.DONE}


def test_PRE_11_start_opens_the_case_again_with_two_terms(office):
    case = annulment_started(office)

    assert (case.status, case.closed_at) == (Status.ANNULMENT_STARTED, None)
    assert running(case) == {"memories": "PRE-11", "conclusion": "PROC-T1"}
    assert CaseTerm.objects.get(case=case, kind="memories", ended_at=None).due_on == case.due_on
    assert [task.flow_task.name for task in open_tasks(case)] == ["hear"]
    assert pots() == (ENDOWMENT - 600, Decimal("600.00"))


def test_PRE_11_call_may_give_more_time_for_memories(office):
    republish(office, memories_days=30)
    case = annulment_started(office)

    stored = CaseTerm.objects.get(case=case, kind="memories").reckoning
    assert stored["rule"]["count"] == 30


@pytest.mark.parametrize(
    "typed",
    [
        {"grounds": [], "public_interest": INTEREST},
        {"grounds": ["  "], "public_interest": INTEREST},
        {"grounds": ANNULLED_FOR, "public_interest": " "},
    ],
)
def test_annulment_without_reason_or_interest_is_refused(office, typed):
    case = office.granted()

    with pytest.raises(TransitionRefused) as refusal:
        perform(case, "start_annulment", by=office.director, **typed)

    assert refusal.value.why == Refusal.RULE
    assert Annulment.objects.count() == 0


def test_annulment_is_started_by_who_may(office):
    case = office.granted()

    with pytest.raises(TransitionRefused) as refusal:
        perform(
            case,
            "start_annulment",
            by=office.officer,
            grounds=ANNULLED_FOR,
            public_interest=INTEREST,
        )

    assert refusal.value.why == Refusal.RIGHT
    offered = {
        user: [(offer.act.name, offer.blocking) for offer in office_offers(case, user, [])]
        for user in (office.procedure_owner, office.director, office.officer)
    }
    assert offered == {
        office.procedure_owner: [
            ("note_codes", []),
            ("start_annulment", []),
            ("start_recall", []),
        ],
        office.director: [("start_annulment", []), ("start_recall", [])],
        office.officer: [("note_codes", [])],
    }


def test_annulment_is_not_started_twice(office):
    case = annulment_started(office)

    with pytest.raises(TransitionRefused) as refusal:
        annulment_started(office, case)

    assert refusal.value.why == Refusal.STATUS
    assert Annulment.objects.count() == 1


def test_silence_on_the_reasons_to_annul_leads_to_the_director(office):
    with days_ago(40):
        case = office.granted()
    with days_ago(20):
        case = annulment_started(office, case)

    timers.fire_due()

    case = RentContribution.objects.get(pk=case.pk)
    assert case.status == Status.MEMORIES_RECEIVED
    assert case.history.last().by is None
    assert [task.flow_task.name for task in open_tasks(case)] == ["decide_annulment"]


def test_memories_are_not_closed_before_their_term(office):
    case = annulment_started(office)

    with pytest.raises(TransitionRefused) as refusal:
        perform(case, "close_memories", by=office.officer)

    assert [one.rule for one in refusal.value.outcomes] == ["PRE-11"]


def test_PROC_15_grant_is_not_annulled_beyond_the_months_of_the_law(office):
    with days_ago(200):
        case = office.granted()
    case = memories_filed_of(office, case)
    ground = case.annulments.get().grounds.get()

    with pytest.raises(TransitionRefused) as refusal:
        perform(case, "annul", by=office.director, answers={ground.pk: "Resta."}, reason="Vizio.")

    assert [one.rule for one in refusal.value.outcomes if one.blocks] == ["PROC-15"]


def test_PROC_15_final_judgment_on_a_crime_lifts_the_limit(office):
    with days_ago(200):
        case = office.granted()
    judgment = "Tribunale di Mantova, sentenza n. 1/2026, irrevocabile"
    case = memories_filed_of(office, case, judgment=judgment)
    ground = case.annulments.get().grounds.get()

    case = perform(
        case, "annul", by=office.director, answers={ground.pk: "Resta."}, reason="Reato."
    )

    assert case.status == Status.ANNULLED
    assert missing_from(sent(case, "annulment"), judgment) == []


def memories_filed_of(office, case, **inputs):
    case = annulment_started(office, case, **inputs)
    ground = case.annulments.get().grounds.get()
    return perform(case, "file_memories", by=case.opened_by, memories={ground.pk: "Non è vero."})


def test_AID_03_annulment_strikes_the_aid_from_the_account(office):
    case = office.granted(organisation=ENTERPRISE, applicant_kind="enterprise")
    assert AidEntry.objects.get().amount == Decimal("600.00")

    case = memories_filed_of(office, case)
    ground = case.annulments.get().grounds.get()
    case = perform(
        case, "annul", by=office.director, answers={ground.pk: "Resta."}, reason="Vizio."
    )

    assert AidEntry.objects.count() == 0
    assert case.annulments.get().aid_reversed == Decimal("600.00")


@pytest.mark.parametrize("after_memories", [False, True])
def test_annulment_may_be_dropped_with_a_reason(office, after_memories):
    case = memories_filed(office) if after_memories else annulment_started(office)

    with pytest.raises(TransitionRefused):
        perform(case, "drop_annulment", by=office.director, reason=" ")
    case = perform(case, "drop_annulment", by=office.director, reason="Il vizio non c'è.")

    assert (case.status, case.granted) == (Status.GRANTED, Decimal("600.00"))
    assert (case.annulments.get().outcome, running(case)) == ("dropped", {})
    assert case.closed_at is not None
    assert pots() == (ENDOWMENT - 600, Decimal("600.00"))


def test_grant_may_be_annulled_after_an_annulment_was_dropped(office):
    case = perform(
        annulment_started(office), "drop_annulment", by=office.director, reason="Nessun vizio."
    )

    case = annulment_started(office, case, grounds=["Un altro vizio."])

    assert case.status == Status.ANNULMENT_STARTED
    assert case.annulments.count() == 2


def test_refusal_annulled_is_examined_anew_with_its_term(office):
    with days_ago(90):
        case = refused(office)

    case = perform(case, "annul_refusal", by=office.director, reason="Il preventivo era valido.")

    assert (case.status, case.closed_at, case.decided_at) == (
        Status.UNDER_EXAMINATION,
        None,
        None,
    )
    assert running(case) == {"conclusion": "PROC-T2"}
    assert CaseTerm.objects.get(case=case, ended_at=None).due_on == case.due_on
    assert [task.owner for task in open_tasks(case)] == [office.officer]
    assert case.grounds == []
    case = perform(case, "propose_admission", by=office.officer)
    assert perform(case, "grant", by=office.director).status == Status.GRANTED


def test_refusal_is_annulled_by_the_director_with_a_reason(office):
    case = refused(office)

    with pytest.raises(TransitionRefused):
        perform(case, "annul_refusal", by=office.director, reason="")
    with pytest.raises(TransitionRefused) as refusal:
        perform(case, "annul_refusal", by=office.officer, reason="Perché sì.")

    assert refusal.value.why == Refusal.RIGHT


def test_RANK_07_refusal_is_not_annulled_where_the_applicant_has_filed_again(office):
    case = refused(office)
    office.file(case.opened_by, person=office.filing().person)

    with pytest.raises(TransitionRefused) as refusal:
        perform(case, "annul_refusal", by=office.director, reason="Il preventivo era valido.")

    assert refusal.value.why == Refusal.RULE
    assert RentContribution.objects.get(pk=case.pk).status == Status.REFUSED


def test_applicant_may_apply_again_once_the_grant_is_annulled(office):
    case = annulled(office)

    again = office.file(case.opened_by, person=office.filing().person)

    assert again.status == Status.SUBMITTED
