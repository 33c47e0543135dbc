"""The beneficiary answers the reasons to annul from their own pages."""

import pytest
from django.urls import reverse

from grants.models import Status
from tests.grants.acts.act_pages import fresh
from tests.grants.procedures import annulment_started
from tests.office import pdf_file

pytestmark = pytest.mark.django_db


def page_of(case):
    return reverse("grants:memories", args=[case.pk])


def typed(page, **texts):
    """Return the form as the page shows it, with some fields typed in."""
    fields = {"seen_version": page.context["seen_version"]}
    for one in page.context["grounds"]:
        fields |= {one["name"]: one["typed"], f"rev-{one['name']}": one["revision"]}
    return fields | texts


def test_beneficiary_answers_and_brings_a_document(office, as_user):
    case = annulment_started(office)
    client = as_user(case.opened_by)
    upload = reverse("grants:upload", args=[case.pk, "memories"])

    shown = client.get(reverse("workflows:case", args=[case.pk]))
    client.post(upload, {"file": pdf_file("memoria.pdf")})
    page = client.get(page_of(case))
    name = page.context["grounds"][0]["name"]
    answer = client.post(page_of(case), typed(page, **{name: "Non è così.", "act": "send"}))

    assert page_of(case) in shown.content.decode()
    assert answer.status_code == 302
    case = fresh(case)
    assert case.status == Status.MEMORIES_RECEIVED
    assert case.annulments.get().grounds.get().memory == "Non è così."
    assert case.documents.get(name="memoria.pdf").filed_at is not None


def test_empty_answer_is_sent_back(office, as_user):
    case = annulment_started(office)
    client = as_user(case.opened_by)

    answer = client.post(page_of(case), typed(client.get(page_of(case)), act="send"))

    assert answer.status_code == 422
    assert fresh(case).status == Status.ANNULMENT_STARTED


def test_what_is_typed_is_kept_before_it_is_sent(office, as_user):
    case = annulment_started(office)
    client = as_user(case.opened_by)
    page = client.get(page_of(case))
    name = page.context["grounds"][0]["name"]
    field = {"field": name, "value": "Sto scrivendo", "revision": "0"}

    saved = client.post(reverse("grants:autosave", args=[case.pk]), field)

    assert saved.status_code == 200
    assert client.get(page_of(case)).context["grounds"][0]["typed"] == "Sto scrivendo"


def test_page_leads_back_where_nothing_is_asked(office, as_user):
    case = office.granted()

    answer = as_user(case.opened_by).get(page_of(case))

    assert (answer.status_code, answer.url) == (
        302,
        reverse("workflows:case", args=[case.pk]),
    )
