"""The office asks for an integration through its page: done, refused, with one more row."""

import pytest

from grants.models import Status
from tests.grants.acts.act_pages import address, fresh, integration, submit, words
from workflows.models import Case, CaseTerm, IntegrationItem

pytestmark = pytest.mark.django_db


def test_integration_asks_for_items_and_starts_the_term(office, as_user):
    case = office.examined()

    response = submit(as_user(office.officer), case, "request_integration", **integration())

    assert response.status_code == 302
    case = fresh(case)
    assert case.status == Status.INTEGRATION_REQUESTED
    assert list(IntegrationItem.objects.values_list("target", "code", "explanation")) == [
        ("document", "quote", "Manca la seconda pagina."),
        ("field", "period", "Le date non coincidono con il preventivo."),
    ]
    assert CaseTerm.objects.filter(case=case, kind="integration", ended_at=None).count() == 1


def test_integration_asks_for_a_document_that_the_call_does_not_know(office, as_user):
    case = office.examined()
    typed = integration(item_1="free", title_1="Permesso di soggiorno")

    submit(as_user(office.officer), case, "request_integration", **typed)

    item = IntegrationItem.objects.get(label="Permesso di soggiorno")
    assert (item.target, item.code) == ("document", "other-permesso-di-soggiorno")


def test_integration_page_shows_letter_term_and_due_date_before(office, as_user):
    case = office.examined()

    response = as_user(office.officer).get(address(case, "request_integration"))

    preview = response.context["preview"]
    assert preview["letter"]["addressee"] == case.applicant.name
    assert preview["ledger"] == []
    assert len(preview["terms"]) == 2
    assert "SOC-01" in preview["terms"][0]
    assert Case.objects.get(pk=case.pk).version == case.version


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        (integration(item_0="", explanation_0="", item_1="", explanation_1=""), ["__all__"]),
        (integration(explanation_0=""), ["explanation_0"]),
        (integration(item_0=""), ["item_0"]),
        (integration(item_1="document:quote"), ["item_1"]),
        (integration(item_1="free"), ["title_1"]),
        (integration(item_1="field:status"), ["item_1"]),
        (integration(reason=" "), ["reason"]),
        (integration(explanation_0="x" * 1001), ["explanation_0"]),
    ],
    ids=["nothing", "no words", "no item", "twice", "no title", "stranger", "no reason", "long"],
)
def test_integration_is_refused_beside_the_field_and_keeps_what_was_typed(
    office, as_user, typed, wrong
):
    case = office.examined()

    response = submit(as_user(office.officer), case, "request_integration", **typed)

    assert response.status_code == 422
    assert list(response.context["form"].errors) == wrong
    if typed["explanation_1"]:
        assert typed["explanation_1"] in words(response)
    assert fresh(case).status == Status.UNDER_EXAMINATION


def test_integration_gets_one_more_row_without_script_and_keeps_the_typing(office, as_user):
    case = office.examined()
    client = as_user(office.officer)

    response = client.post(
        address(case, "request_integration"),
        integration(seen_version=case.version, number_of_rows=3, more="1"),
    )

    form = response.context["form"]
    assert (response.status_code, form.row_count, form.errors) == (200, 4, {})
    assert form["explanation_0"].value() == "Manca la seconda pagina."
    assert fresh(case).status == Status.UNDER_EXAMINATION
