"""The office annuls through its pages."""

from decimal import Decimal

import pytest

from grants.models import Status
from tests.grants.acts.act_pages import address, fresh, submit, words
from tests.grants.procedures import INTEREST, annulled, memories_filed, refused

pytestmark = pytest.mark.django_db


def test_annulment_starts_from_the_page_of_a_closed_case(office, as_user):
    case = office.granted()
    client = as_user(office.procedure_owner)

    page = client.get(address(case, "start_annulment"))
    typed = {"ground_0": "Preventivo di altri.", "public_interest": INTEREST}
    response = submit(client, case, "start_annulment", **typed)

    assert len(page.context["preview"]["terms"]) == 2
    assert response.status_code == 302
    assert fresh(case).status == Status.ANNULMENT_STARTED


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ({"public_interest": INTEREST}, "ground_0"),
        ({"ground_0": "Preventivo di altri."}, "public_interest"),
    ],
)
def test_annulment_without_reason_or_interest_is_sent_back(office, as_user, typed, wrong):
    case = office.granted()

    response = submit(as_user(office.director), case, "start_annulment", **typed)

    assert response.status_code == 422
    assert list(response.context["form"].errors) == [wrong]
    assert fresh(case).status == Status.GRANTED


def test_annulling_shows_the_money_that_comes_back(office, as_user):
    case = memories_filed(office)
    client = as_user(office.director)
    ground = case.annulments.get().grounds.get()

    page = client.get(address(case, "annul"))
    typed = {f"answer_{ground.pk}": "Resta.", "reason": "Il vizio resta."}
    response = submit(client, case, "annul", **typed)

    ledger = page.context["preview"]["ledger"]
    assert [row["after"] - row["before"] for row in ledger] == [
        Decimal("600.00"),
        Decimal("0.00"),
        Decimal("-600.00"),
    ]
    assert response.status_code == 302
    assert fresh(case).status == Status.ANNULLED


def test_annulment_without_its_reason_is_sent_back(office, as_user):
    case = memories_filed(office)
    ground = case.annulments.get().grounds.get()

    response = submit(as_user(office.director), case, "annul", **{f"answer_{ground.pk}": "Resta."})

    assert list(response.context["form"].errors) == ["reason"]
    assert fresh(case).status == Status.MEMORIES_RECEIVED


@pytest.mark.parametrize("reason", ["", "Il vizio non c'è."])
def test_annulment_is_dropped_with_a_reason(office, as_user, reason):
    case = memories_filed(office)

    response = submit(as_user(office.director), case, "drop_annulment", reason=reason)

    assert response.status_code == (302 if reason else 422)
    assert (fresh(case).status == Status.GRANTED) == bool(reason)


def test_refusal_is_annulled_from_the_page_of_a_closed_case(office, as_user):
    case = refused(office)

    response = submit(
        as_user(office.director), case, "annul_refusal", reason="Il preventivo era valido."
    )

    assert response.status_code == 302
    assert fresh(case).status == Status.UNDER_EXAMINATION


def test_page_of_an_annulled_case_tells_reasons_and_answers(office, as_user):
    case = annulled(office)

    text = words(as_user(office.officer).get(f"/ufficio/pratiche/{case.pk}/"))

    assert [
        missing
        for missing in (INTEREST, "Era quello giusto.", "Il fornitore è diverso.", "600,00")
        if missing not in text
    ] == []
