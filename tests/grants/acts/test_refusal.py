"""The office tells reasons against and proposes refusal through its pages."""

from dataclasses import replace
from decimal import Decimal

import pytest

from grants.filing import LineData
from grants.models import Status
from tests.grants.acts.act_pages import address, fresh, noticed, submit

pytestmark = pytest.mark.django_db


def test_notice_starts_from_what_the_rules_say(office, as_user):
    line = LineData("desk_rent", "Postazione", "month", Decimal(6), Decimal(300), Decimal(22))
    case = office.examined(lines=[replace(line, list_price=Decimal(200))])

    page = as_user(office.officer).get(address(case, "give_refusal_notice"))

    form = page.context["form"]
    assert form.row_count == 2
    assert form["rule_0"].value() == "COW-07"
    assert "supera il listino" in form["text_0"].value()


def test_notice_tells_every_reason(office, as_user):
    case = office.examined()
    typed = {"rule_0": "COW-10", "text_0": "Il progetto non dice che cosa si farà."}

    response = submit(as_user(office.officer), case, "give_refusal_notice", **typed)

    assert response.status_code == 302
    case = fresh(case)
    assert case.status == Status.REFUSAL_NOTICE
    assert list(case.refusal_grounds.values_list("rule", "text")) == [
        ("COW-10", "Il progetto non dice che cosa si farà.")
    ]


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ({}, "__all__"),
        ({"text_0": "Senza regola."}, "rule_0"),
        ({"rule_0": "PROC-T2", "text_0": "L'istruttoria ha richiesto troppo tempo."}, "rule_0"),
    ],
)
def test_PRE_01_and_PRE_10_notice_wants_reasons_that_are_not_the_offices(
    office, as_user, typed, wrong
):
    case = office.examined()

    response = submit(as_user(office.officer), case, "give_refusal_notice", **typed)

    assert response.status_code == 422
    assert list(response.context["form"].errors) == [wrong]
    assert fresh(case).refusal_grounds.count() == 0


def test_PRE_05_refusal_proposal_answers_observations_and_lets_reasons_fall(office, as_user):
    case = noticed(office)
    first, second = case.refusal_grounds.all()
    typed = {f"answer_{first.pk}": "Ora si legge.", f"stands_{first.pk}": "no"}

    response = submit(as_user(office.officer), case, "propose_refusal", **typed)

    assert response.status_code == 302
    case = fresh(case)
    assert case.status == Status.REFUSAL_PROPOSED
    assert list(case.refusal_grounds.values_list("answer", "upheld")) == [
        ("Ora si legge.", False),
        ("", True),
    ]
    assert second.observation == ""


def test_PRE_05_refusal_proposal_without_an_answer_is_refused(office, as_user):
    case = noticed(office)
    first = case.refusal_grounds.first()

    response = submit(as_user(office.officer), case, "propose_refusal")

    assert list(response.context["form"].errors) == [f"answer_{first.pk}"]
    assert fresh(case).status == Status.OBSERVATIONS_RECEIVED


def test_PRE_01_refusal_proposal_without_a_standing_reason_is_refused(office, as_user):
    case = noticed(office)
    first, second = case.refusal_grounds.all()
    typed = {
        f"answer_{first.pk}": "Ora si legge.",
        f"stands_{first.pk}": "no",
        f"stands_{second.pk}": "no",
    }

    response = submit(as_user(office.officer), case, "propose_refusal", **typed)

    assert list(response.context["form"].errors) == ["__all__"]
    assert fresh(case).status == Status.OBSERVATIONS_RECEIVED
