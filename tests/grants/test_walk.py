"""The main walk through the services: from draft to grant, refusal, withdrawal."""

from decimal import Decimal

import pytest
from viewflow.workflow.status import PROCESS

from accounting.models import Budget
from grants import services
from grants.models import Status
from tests.office import ENDOWMENT
from workflows.models import CaseProcess, HistoryEntry, ProtocolEntry
from workflows.tasks import open_tasks, perform

pytestmark = pytest.mark.django_db


def moves(case):
    return [(entry.source, entry.target) for entry in HistoryEntry.objects.filter(case=case)]


def test_application_is_granted_and_money_bound(office):
    case = office.granted()

    assert (case.status, case.granted) == (Status.GRANTED, Decimal("600.00"))
    assert moves(case) == [
        ("draft", "submitted"),
        ("submitted", "under_examination"),
        ("under_examination", "admission_proposed"),
        ("admission_proposed", "granted"),
    ]
    budget = Budget.objects.get()
    assert (budget.available, budget.granted) == (ENDOWMENT - 600, Decimal("600.00"))
    assert open_tasks(case) == []
    assert CaseProcess.objects.get(case=case).status == PROCESS.DONE
    assert ProtocolEntry.objects.filter(case=case, direction="in").count() == 1


def test_refusal_goes_through_notice_and_answers(office):
    case = office.examined()
    case = perform(
        case,
        "give_refusal_notice",
        by=office.officer,
        grounds=[("COW-08", "Preventivo illeggibile.")],
    )
    ground = case.refusal_grounds.get()
    case = perform(
        case, "file_observations", by=case.opened_by, observations={ground.pk: "Eccolo di nuovo."}
    )
    case = perform(
        case, "propose_refusal", by=office.officer, answers={ground.pk: "Resta illeggibile."}
    )
    case = perform(case, "refuse", by=office.director)

    assert case.status == Status.REFUSED
    assert open_tasks(case) == []


def test_withdrawal_ends_the_flow(office):
    case = office.examined()
    case = services.withdraw(case, by=case.opened_by)

    assert case.status == Status.WITHDRAWN
    assert open_tasks(case) == []
    assert CaseProcess.objects.get(case=case).status == PROCESS.CANCELED
