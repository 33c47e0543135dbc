"""Acts sent from a page that is old, without its version, or in a colleague's hands."""

import pytest

from grants.models import Status
from tests.grants.acts.act_pages import address, fields_of, fresh, integration, words
from workflows.tasks import hand_over, open_tasks, perform

pytestmark = pytest.mark.django_db


def test_stale_form_shows_what_changed_keeps_the_typing_and_goes_on(office, as_user):
    case = office.examined()
    client = as_user(office.officer)
    page = client.get(address(case, "request_integration"))
    case = perform(case, "propose_admission", by=office.officer, reason="Tutto in ordine.")
    case = perform(case, "send_back", by=office.director, reason="Rivedi il preventivo.")

    typed = fields_of(page) | integration()
    response = client.post(address(case, "request_integration"), typed)

    assert response.status_code == 409
    assert [row["name"] for row in response.context["changed"].rows] == [
        "propose_admission",
        "send_back",
    ]
    assert "Rivedi il preventivo." in words(response)
    assert "Manca la seconda pagina." in words(response)
    assert fresh(case).status == Status.UNDER_EXAMINATION

    response = client.post(address(case, "request_integration"), fields_of(response))
    assert response.status_code == 302
    assert fresh(case).status == Status.INTEGRATION_REQUESTED


def test_stale_form_whose_act_is_no_longer_open_leads_back_to_the_case(office, as_user):
    case = office.examined()
    client = as_user(office.officer)
    typed = fields_of(client.get(address(case, "request_integration"))) | integration()
    perform(case, "propose_admission", by=office.officer)

    response = client.post(address(case, "request_integration"), typed)

    assert (response.status_code, response.context["offer"]) == (409, None)
    assert "Manca la seconda pagina." in words(response)
    assert fresh(case).status == Status.ADMISSION_PROPOSED


def test_act_in_a_colleagues_hands_says_whose(office, as_user):
    case = office.examined()
    [task] = open_tasks(case)
    hand_over(task, by=office.officer, to=office.procedure_owner)
    client = as_user(office.officer)

    page = client.get(address(case, "propose_admission"))
    response = client.post(
        address(case, "propose_admission"),
        {"seen_version": fresh(case).version, f"admitted_{case.lines.get().pk}": "1200"},
    )

    assert (page.status_code, response.status_code) == (409, 409)
    assert str(office.procedure_owner) in page.context["changed"].sentence
    assert fresh(case).status == Status.UNDER_EXAMINATION


def test_form_without_its_version_is_refused(office, as_user):
    case = office.proposed()

    response = as_user(office.director).post(address(case, "grant"), {})

    assert response.status_code == 422
    assert fresh(case).status == Status.ADMISSION_PROPOSED
