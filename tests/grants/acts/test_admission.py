"""The office proposes admission through its page: amounts, cuts, rules against it."""

from dataclasses import replace
from decimal import Decimal

import pytest

from grants.filing import LineData
from grants.models import Status
from tests.grants.acts.act_pages import address, fresh, submit, words
from tests.grants.procedures import republish

pytestmark = pytest.mark.django_db


def two_lines():
    line = LineData("desk_rent", "Postazione", "month", Decimal(6), Decimal(200), Decimal(22))
    return [replace(line, list_price=Decimal(200)), replace(line, description="Sala riunioni")]


def test_admission_proposes_what_the_admitted_lines_give(office, as_user):
    republish(office, prenotice={"cuts": "off"})
    case = office.examined(lines=two_lines(), requested=Decimal("1200.00"))
    first, second = case.lines.all()
    typed = {
        f"admitted_{second.pk}": "600.00",
        f"cut_{second.pk}": "not_quoted",
        f"cut_text_{second.pk}": "solo tre mesi",
    }

    response = submit(as_user(office.officer), case, "propose_admission", **typed)

    assert response.status_code == 302
    case = fresh(case)
    assert (case.status, case.proposed) == (Status.ADMISSION_PROPOSED, Decimal("900.00"))
    assert list(case.lines.values_list("admitted", "cut_reason")) == [
        (Decimal("1200.00"), ""),
        (
            Decimal("600.00"),
            "AMT-03: spesa non documentata dal preventivo – solo tre mesi",
        ),
    ]
    assert first.admitted is None


def test_admission_never_proposes_more_than_was_asked_for(office, as_user):
    case = office.examined(requested=Decimal("250.00"))

    submit(as_user(office.officer), case, "propose_admission")

    assert fresh(case).proposed == Decimal("250.00")


@pytest.mark.parametrize(
    ("amount", "cut", "wrong"),
    [
        ("1200.01", "", "admitted"),
        ("-1", "", "admitted"),
        ("", "", "admitted"),
        ("100.001", "vat", "admitted"),
        ("1100", "", "cut"),
        ("1100", "other", "cut_text"),
        ("1100", "invented", "cut"),
    ],
)
def test_AMT_03_admission_holds_each_line_and_its_cut(office, as_user, amount, cut, wrong):
    case = office.examined()
    line = case.lines.get()
    typed = {f"admitted_{line.pk}": amount, f"cut_{line.pk}": cut}

    response = submit(as_user(office.officer), case, "propose_admission", **typed)

    assert response.status_code == 422
    assert list(response.context["form"].errors) == [f"{wrong}_{line.pk}"]
    assert fresh(case).status == Status.UNDER_EXAMINATION
    assert case.lines.get().admitted is None


def test_AMT_01_admission_under_the_minimum_is_refused_by_its_rule(office, as_user):
    case = office.examined()
    line = case.lines.get()
    typed = {f"admitted_{line.pk}": "399.99", f"cut_{line.pk}": "window"}

    response = submit(as_user(office.officer), case, "propose_admission", **typed)

    assert response.status_code == 422
    assert "(AMT-01)" in words(response)
    assert case.lines.get().admitted is None


def test_admission_amount_is_worked_out_again_and_nothing_is_done(office, as_user):
    case = office.examined()
    line = case.lines.get()
    client = as_user(office.officer)

    response = client.post(
        address(case, "propose_admission"),
        {"seen_version": case.version, f"admitted_{line.pk}": "1000", "recompute": "1"},
    )

    assert response.context["form"].outcome()["amount"] == Decimal("500.00")
    assert "500,00 €" in words(response)
    assert fresh(case).status == Status.UNDER_EXAMINATION


def test_admission_is_offered_as_closed_while_a_rule_stands_against_it(office, as_user):
    case = office.examined()
    office.space.qualifications.update(standing="suspended")
    client = as_user(office.officer)

    page = client.get(address(case, "propose_admission"))
    assert "COW-03" in {check["rule_id"] for check in page.context["blocking"]}
    response = submit(client, case, "propose_admission")

    assert response.status_code == 422
    assert "(COW-03)" in words(response)
