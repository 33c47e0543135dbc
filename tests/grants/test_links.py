"""Who applies says which firms are one undertaking with it; what they had counts at once (AID-06, AID-15)."""

import pytest
from django.urls import reverse

from accounting import aid
from accounting.models import FirmLink
from grants.filing import LinkData
from grants.models import DeclaredLink
from parties import moment
from tests.accounting.books import firm
from tests.grants import typed
from tests.grants.acts.act_pages import fields_of, fresh
from tests.grants.judged import send
from tests.grants.test_aid import had
from tests.grants.views.test_application import shown

pytestmark = pytest.mark.django_db
OTHER, OWN = firm("Gamma srl").tax_code, typed.ENTERPRISE["org_tax_code"]
TYPED = {
    "firm-1-firm": "Gamma srl",
    "firm-1-code": OTHER,
    "firm-1-direction": "holds",
    "firm-1-relation": "votes",
}


def test_AID_15_the_form_asks_for_the_firms_tied_to_the_applicant(office, as_user):
    case = typed.draft(office, **typed.ENTERPRISE, commits_to_vat="", employment="")
    client = as_user(case.opened_by)
    page = reverse("grants:page", args=[case.pk, "dichiarazioni"])
    review = reverse("grants:review", args=[case.pk])

    data = shown(client.get(page)) | {"act": "add:firm"}
    added = client.post(page, data, headers={"HX-Request": "true"})
    assert ("<html" in added.content.decode(), 'id="firm-1"' in added.content.decode()) == (
        False,
        True,
    )

    for wrong in ({"firm-1-code": OWN}, {"firm-1-code": "1"}, {"firm-1-relation": ""}):
        client.post(page, shown(client.get(page), changes=TYPED | wrong) | {"act": "save"})
        assert [one["url"].partition("#")[2] for one in client.get(review).context["problems"]] == [
            f"id_{next(iter(wrong))}"
        ]

    client.post(page, shown(client.get(page), changes=TYPED) | {"act": "save"})
    checked = client.get(review)
    assert "Gamma srl" in checked.content.decode()
    sent = client.post(
        reverse("grants:submit", args=[case.pk]),
        {"submission_key": checked.context["submission_key"]},
    )
    assert sent.status_code == 302
    assert list(
        DeclaredLink.objects.values_list(
            "contribution", "firm", "code", "holds_applicant", "relation"
        )
    ) == [(case.pk, "Gamma srl", OTHER, True, "votes")]


def test_AID_06_what_a_declared_firm_had_counts_and_the_officer_takes_the_link_over(
    office, as_user
):
    case = office.proposed(
        organisation=firm("Alfa srl"),
        applicant_kind="enterprise",
        commits_to_vat=False,
        employment="",
        links=[LinkData("Gamma srl", OTHER, True, "votes")],
    )
    own = case.applicant.tax_code
    had(case, "299400.01", code=OTHER)
    page = send(as_user(office.director), case, "grant")
    assert (page.status_code, fresh(case).status) == (422, "admission_proposed")
    assert "supera il de minimis" in page.content.decode()
    # What one firm says of another binds nobody else before an officer has looked.
    assert aid.undertaking_of({OTHER}, moment.today()) == {OTHER}

    client = as_user(office.officer)
    shown_aid = client.get(reverse("grants:aid", args=[case.pk])).content.decode()
    link = DeclaredLink.objects.get()
    address = reverse("grants:write_aid", args=[case.pk, "legame"])
    assert f"{address}?dichiarato={link.pk}" in shown_aid
    form = client.get(f"{address}?dichiarato={link.pk}")
    assert client.post(address, fields_of(form)).status_code == 302

    assert list(FirmLink.objects.values_list("holder_code", "held_code", "relation")) == [
        (OTHER, own, "votes")
    ]
    assert aid.undertaking_of({OTHER}, moment.today()) == {OTHER, own}
    assert "dichiarato=" not in client.get(reverse("grants:aid", args=[case.pk])).content.decode()
    assert client.get(f"{address}?dichiarato={link.pk + 1}").status_code == 404
