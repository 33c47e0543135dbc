"""Saving field by field, as the script of the page asks for it."""

import pytest
from django.urls import reverse

from grants.models import RentContribution
from tests.grants import typed
from workflows.models import Draft

pytestmark = pytest.mark.django_db


def save(client, case, field, value, revision="0"):
    address = reverse("grants:autosave", args=[case.pk])
    return client.post(address, {"field": field, "value": value, "revision": revision})


def test_field_is_saved_with_its_next_revision(office, as_user):
    case = typed.draft(office)
    client = as_user(case.opened_by)

    answer = save(client, case, "phone", "0376 111111", "1")

    assert answer.status_code == 200
    body = answer.json()
    assert (body["field"], body["revision"], body["message"]) == ("phone", 2, "")
    draft = Draft.objects.get(case_id=case.pk)
    assert draft.value("phone") == "0376 111111"
    assert body["saved_at"] == draft.saved_at.isoformat()


def test_wrong_value_is_saved_and_the_reason_said(office, as_user):
    case = typed.draft(office)

    body = save(as_user(case.opened_by), case, "province", "VR", "1").json()

    assert body["message"] == "La residenza o la sede deve essere in provincia di MN; risulta VR."
    assert Draft.objects.get(case_id=case.pk).value("province") == "VR"


def test_change_of_another_window_is_not_overwritten(office, as_user):
    case = typed.draft(office)
    client = as_user(case.opened_by)
    save(client, case, "phone", "0376 111111", "1")

    answer = save(client, case, "phone", "0376 222222", "1")

    assert answer.status_code == 409
    body = answer.json()
    assert (body["field"], body["theirs"], body["revision"]) == ("phone", "0376 111111", 2)


def test_ended_session_is_said_in_json(office, client):
    case = typed.draft(office)

    answer = save(client, case, "phone", "0376 111111")

    assert (answer.status_code, answer.headers["Content-Type"]) == (401, "application/json")


def test_field_that_is_not_on_the_form_is_refused(office, as_user):
    case = typed.draft(office)
    client = as_user(case.opened_by)

    answers = [save(client, case, name, "x") for name in ("line-9-item", "status", "line-rows")]

    assert [answer.status_code for answer in answers] == [410] * 3
    assert Draft.objects.get(case_id=case.pk).value("line-rows") == ["1"]


def test_sent_application_is_no_longer_saved(office, as_user):
    case = office.file()

    answer = save(as_user(case.opened_by), case, "phone", "0376 111111")

    assert answer.status_code == 403


def test_draft_of_somebody_else_is_not_there(office, as_user):
    case = typed.draft(office)

    assert save(as_user(office.applicant()), case, "phone", "1").status_code == 404


def test_item_of_the_list_brings_its_price_and_the_contribution(office, as_user):
    case = typed.draft(office, **{"line-1-item": "", "line-1-unit_price": ""})

    body = save(as_user(case.opened_by), case, "line-1-item", str(office.desk.pk)).json()

    assert sorted(body["fragments"]) == ["contribution", "line-1-rest"]
    assert 'value="200,00"' in body["fragments"]["line-1-rest"]
    assert "600,00 €" in body["fragments"]["contribution"]


def test_kind_of_applicant_brings_the_organisation(office, as_user):
    case = typed.draft(office)
    client = as_user(case.opened_by)

    firm = save(client, case, "applicant_kind", "enterprise", "1").json()["fragments"]
    trader = save(client, case, "org_legal_form", "sole_trader").json()["fragments"]

    assert "org_legal_form" in firm["organisation"]
    assert "org_vat_number" in trader["organisation-rest"]
    assert "org_tax_code" not in trader["organisation-rest"]


def test_space_brings_its_price_list(office, as_user):
    case = typed.draft(office, space="")

    body = save(as_user(case.opened_by), case, "space", str(office.space.pk), "0").json()

    assert "244,00 €" in body["fragments"]["price-list"]


def test_markup_and_zero_bytes_stay_text(office, as_user):
    case = typed.draft(office)
    client = as_user(case.opened_by)

    save(client, case, "network", "<b>a</b>\x00\r\nb", "1")
    page = client.get(reverse("grants:page", args=[case.pk, "progetto"])).content.decode()

    assert Draft.objects.get(case_id=case.pk).value("network") == "<b>a</b>\nb"
    assert "&lt;b&gt;a&lt;/b&gt;" in page


def test_very_long_text_is_cut_and_not_an_error(office, as_user):
    case = typed.draft(office)

    assert save(as_user(case.opened_by), case, "project", "à" * 60_000, "1").status_code == 200
    assert RentContribution.objects.count() == 1
