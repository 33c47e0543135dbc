"""The numbers of the law, and which of them are to be confirmed."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from calls.models import Parameter
from tests.calls.views.pages import address

pytestmark = pytest.mark.django_db
LIST = address("parameters")


def shown(response) -> dict[str, bool]:
    return {row["parameter"].code: row["is_unsure"] for row in response.context["rows"]}


def test_R_INS_04_what_the_insurance_costs_is_shown_as_to_be_confirmed(as_user, office):
    client = as_user(office.officer)

    page = client.get(LIST, {"state": "unsure"})

    assert shown(page)["internship_inail"] is True
    assert set(shown(page).values()) == {True}
    assert ("rate_per_mille" in page.text, "Da confermare" in page.text) == (True, True)


def test_a_number_from_its_source_is_not_among_those_to_confirm(as_user, office):
    client = as_user(office.officer)

    assert shown(client.get(LIST))["antimafia"] is False
    assert "antimafia" not in shown(client.get(LIST, {"state": "unsure"}))


def test_only_what_is_in_force_today_is_shown(as_user, office):
    Parameter.objects.filter(code="internship_inail").update(valid_to="2019-12-31")

    assert "internship_inail" not in shown(as_user(office.officer).get(LIST, {"state": "unsure"}))


def test_more_numbers_ask_no_more_of_the_database(
    as_user, office, django_assert_num_queries, monkeypatch
):
    client = as_user(office.officer)
    monkeypatch.setattr("calls.views.parameters.PAGE_SIZE", 1)
    client.get(LIST)
    with CaptureQueriesContext(connection) as one:
        client.get(LIST)
    monkeypatch.setattr("calls.views.parameters.PAGE_SIZE", 30)

    with django_assert_num_queries(len(one)):
        assert len(client.get(LIST).context["rows"]) == 30
