"""What an integration may not ask for is refused at once (SOC)."""

import pytest

from grants.models import Status
from tests.grants.acts.act_pages import fresh
from tests.grants.judged import refusal_of, send
from tests.grants.procedures import republish
from workflows.services.integrations import Asked
from workflows.tasks import perform

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("item", "rule"),
    [
        (Asked("never", "SOC-02", "Identità", "Chi è?"), "SOC-02"),
        (Asked("never", "SOC-04", "Canale", "Arrivata per posta."), "SOC-04"),
        (Asked("document", "plan", "Piano", "Manca."), "SOC-03"),
    ],
)
def test_SOC_cannot_ask_for_what_cannot_be_cured(office, item, rule):
    essential = {"code": "plan", "title_it": "Piano", "is_required": False, "is_essential": True}
    republish(office, documents=[essential])
    case = office.examined()

    sentence, rules = refusal_of(
        lambda: perform(
            case, "request_integration", by=office.officer, items=[item], reason="Manca."
        )
    )

    assert rules == [rule]
    assert "la domanda va verso l'inammissibilità" in sentence
    assert fresh(case).status == Status.UNDER_EXAMINATION


def test_SOC_04_cannot_ask_for_what_cannot_be_cured_by_post(office, as_user):
    case = office.examined()
    typed = {"reason": "Canale.", "item_0": "never:SOC-04", "explanation_0": "Per posta."}

    response = send(as_user(office.officer), case, "request_integration", **typed)

    assert response.status_code == 422
    assert list(response.context["form"].errors) == ["item_0"]
    assert fresh(case).status == Status.UNDER_EXAMINATION


def test_SOC_03_essential_document_that_is_there_may_be_made_clearer(office):
    case = perform(
        office.examined(),
        "request_integration",
        by=office.officer,
        items=[Asked("document", "quote", "Preventivo", "Non si legge.")],
        reason="Illeggibile.",
    )

    assert case.status == Status.INTEGRATION_REQUESTED


def test_SOC_06_cannot_ask_anew_for_what_a_ranking_scores(office):
    republish(office, procedure="ranking")
    case = office.examined()

    _sentence, rules = refusal_of(
        lambda: perform(
            case,
            "request_integration",
            by=office.officer,
            items=[Asked("field", "project", "Progetto", "Meglio.")],
            reason="Poco chiaro.",
        )
    )

    assert rules == ["SOC-06"]
