"""The office's figures of internships: what breaches would cost, and how internships went."""

import pytest
from django.urls import reverse

from tests.internships import running

pytestmark = pytest.mark.django_db


def exposed(client, **said):
    return client.get(reverse("internships:exposure"), {"interns": 0, "unpaid": 0} | said)


def test_R_SAN_02_AT_23_a_four_interns_of_sixty_days(as_user, office):
    client = as_user(office.officer)

    page = exposed(client, interns=4, first="01/06/2026", last="30/07/2026").text

    assert "12.000,00" in page


def test_R_SAN_02_AT_23_b_only_days_from_2022_count(as_user, office):
    client = as_user(office.officer)

    page = exposed(client, interns=1, first="15/11/2021", last="15/02/2022").text

    assert ("2.300,00" in page, "46" in page) == (True, True)


def test_R_SAN_01_AT_23_c_two_months_unpaid_expose_to_a_range(as_user, office):
    page = exposed(as_user(office.officer), unpaid=2).text

    assert ("1.000,00" in page, "6.000,00" in page, "R-SAN-01" in page) == (True, True, True)


def test_days_out_of_order_are_said_and_nothing_is_reckoned(as_user, office):
    answer = exposed(as_user(office.officer), interns=1, first="02/06/2026", last="01/06/2026")

    assert (answer.status_code, "R-SAN-02" in answer.text) == (422, False)


def test_figures_count_internships_and_leave_as_a_file(as_user, office):
    running.begun(office, 45)
    client = as_user(office.officer)

    page = client.get(reverse("internships:figures"))
    file = client.get(reverse("internships:figures"), {"formato": "csv"})

    assert "TIR-COW" in page.text
    lines = file.content.decode("utf-8-sig").splitlines()
    assert lines[0].startswith("raggruppamento;voce;avviati;in_corso")
    assert lines[1].split(";")[2:5] == ["1", "1", "0"]
