"""Decisions through their pages, and going on without the applicant."""

from decimal import Decimal

import pytest

from accounting.models import Budget
from accounting.services import ledger
from grants.models import Status
from tests.grants.acts.act_pages import address, fields_of, fresh, noticed, submit, words
from tests.office import days_ago
from workflows.models import HistoryEntry
from workflows.services.integrations import Asked
from workflows.tasks import perform

pytestmark = pytest.mark.django_db


def test_grant_shows_the_ledger_before_and_after_and_binds_the_money(office, as_user):
    case = office.proposed()
    client = as_user(office.director)

    page = client.get(address(case, "grant"))
    assert [(row["before"], row["after"]) for row in page.context["preview"]["ledger"]] == [
        (Decimal("60000.00"), Decimal("59400.00")),
        (Decimal("0.00"), Decimal("0.00")),
        (Decimal("0.00"), Decimal("600.00")),
    ]
    response = client.post(address(case, "grant"), fields_of(page), follow=True)

    assert fresh(case).status == Status.GRANTED
    budget = Budget.objects.get()
    assert (budget.available, budget.granted) == (Decimal("59400.00"), Decimal("600.00"))
    assert response.status_code == 200


def test_refuse_ends_the_case(office, as_user):
    case = noticed(office)
    answers = {ground.pk: "Resta." for ground in case.refusal_grounds.all()}
    case = perform(case, "propose_refusal", by=office.officer, answers=answers)

    response = submit(as_user(office.director), case, "refuse")

    assert response.status_code == 302
    assert fresh(case).status == Status.REFUSED


def test_PROC_10_sending_back_says_why(office, as_user):
    case = office.proposed()
    client = as_user(office.director)

    response = submit(client, case, "send_back", reason="  ")
    assert (response.status_code, list(response.context["form"].errors)) == (422, ["reason"])
    response = submit(client, case, "send_back", reason="Manca il confronto con il listino.")

    assert response.status_code == 302
    assert fresh(case).status == Status.UNDER_EXAMINATION
    assert HistoryEntry.objects.last().reason == "Manca il confronto con il listino."


def short_of_money(office, left):
    case = office.proposed()
    other = office.file()
    ledger.reserve(other, Decimal("60000.00") - left, by=None, description="Impegno di prova")
    return case


def test_RANK_12_partial_offer_reserves_what_is_left(office, as_user):
    case = short_of_money(office, Decimal("250.00"))

    response = submit(as_user(office.director), case, "offer_partial")

    assert response.status_code == 302
    case = fresh(case)
    assert (case.status, case.offered) == (Status.PARTIAL_OFFERED, Decimal("250.00"))


def test_CALL_08_grant_without_funds_is_refused_by_its_rule(office, as_user):
    case = short_of_money(office, Decimal("250.00"))

    response = submit(as_user(office.director), case, "grant")

    assert response.status_code == 422
    assert "(CALL-08)" in words(response)
    assert fresh(case).status == Status.ADMISSION_PROPOSED


def test_RANK_17_waiting_list_and_RANK_13_recall(office, as_user):
    case = short_of_money(office, Decimal("0.00"))

    assert submit(as_user(office.director), case, "put_on_waiting_list").status_code == 302
    case = fresh(case)
    assert case.status == Status.WAITING_LIST

    response = submit(as_user(office.officer), case, "recall_from_waiting_list")
    assert "(RANK-13)" in words(response)
    ledger.endow(office.call, Decimal("5000.00"), by=None, description="Rifinanziamento")
    response = submit(as_user(office.officer), case, "recall_from_waiting_list")

    assert response.status_code == 302
    assert fresh(case).status == Status.ADMISSION_PROPOSED


def asked_and_silent(office):
    return perform(
        office.examined(),
        "request_integration",
        by=office.officer,
        items=[Asked("document", "quote", "Preventivo", "Illeggibile.")],
        reason="Serve.",
    )


GOING_ON = [
    ("close_integration", Status.UNDER_EXAMINATION),
    ("close_observations", Status.OBSERVATIONS_RECEIVED),
    ("close_offer", Status.WAITING_LIST),
]


@pytest.mark.parametrize("name", [name for name, _status in GOING_ON])
def test_going_on_without_the_applicant_waits_for_the_term(office, as_user, name):
    case = waiting_for_applicant(office, name)

    refused = submit(as_user(office.officer), case, name)

    assert refused.status_code == 422
    assert fresh(case).status == case.status


@pytest.mark.parametrize(("name", "status"), GOING_ON)
def test_going_on_without_the_applicant_is_open_once_the_term_has_passed(
    office, as_user, name, status
):
    with days_ago(20):
        case = waiting_for_applicant(office, name)

    response = submit(as_user(office.officer), case, name)

    assert response.status_code == 302
    assert fresh(case).status == status


def waiting_for_applicant(office, name):
    if name == "close_integration":
        return asked_and_silent(office)
    if name == "close_observations":
        return perform(
            office.examined(),
            "give_refusal_notice",
            by=office.officer,
            grounds=[("COW-08", "Preventivo illeggibile.")],
        )
    case = short_of_money(office, Decimal("250.00"))
    return perform(case, "offer_partial", by=office.director)
