"""A cut that is a judgement and lowers the contribution is told first (PRE-09)."""

from dataclasses import replace
from decimal import Decimal

import pytest

from grants.filing import LineData
from grants.models import Status
from tests.grants.acts.act_pages import fresh
from tests.grants.judged import refusal_of, send
from tests.grants.procedures import observed, republish
from workflows.tasks import perform

pytestmark = pytest.mark.django_db


def above_list(office, list_price="160.00") -> LineData:
    return replace(office.filing(0).lines[0], list_price=Decimal(list_price))


def test_PRE_09_cannot_propose_a_lower_contribution_on_a_judgement_without_notice(office, as_user):
    case = office.examined()
    line = case.lines.get()

    _sentence, rules = refusal_of(
        lambda: perform(
            case,
            "propose_admission",
            by=office.officer,
            admitted={line.pk: (Decimal("1000.00"), "Mesi di troppo.")},
        )
    )
    typed = {f"admitted_{line.pk}": "1000", f"cut_{line.pk}": "window"}
    response = send(as_user(office.officer), case, "propose_admission", **typed)

    assert rules == ["PRE-09"]
    assert response.status_code == 422
    assert "preceduto dal preavviso" in response.content.decode()


def test_PRE_09_cut_to_the_list_is_arithmetic(office):
    case = office.examined(lines=[above_list(office)])
    line = case.lines.get()

    case = perform(
        case,
        "propose_admission",
        by=office.officer,
        admitted={line.pk: (Decimal("960.00"), "Prezzo del listino.")},
    )

    assert case.proposed == Decimal("480.00")


def test_PRE_09_cut_that_does_not_lower_the_contribution_is_no_refusal(office):
    case = office.examined(requested=Decimal("450.00"))
    line = case.lines.get()

    case = perform(
        case,
        "propose_admission",
        by=office.officer,
        admitted={line.pk: (Decimal("1000.00"), "Mesi di troppo.")},
    )

    assert case.proposed == Decimal("450.00")


@pytest.mark.parametrize("cuts", ["warn", "off"])
def test_PRE_09_call_may_leave_the_notice_of_cuts_to_the_officer(office, cuts):
    republish(office, prenotice={"cuts": cuts})
    case = office.examined()
    line = case.lines.get()

    case = perform(
        case,
        "propose_admission",
        by=office.officer,
        admitted={line.pk: (Decimal("1000.00"), "Mesi di troppo.")},
    )

    assert case.status == Status.ADMISSION_PROPOSED
    assert ("PRE-09", "warning" if cuts == "warn" else "met") in [
        (one["rule"], one["verdict"]) for one in case.history.last().outcomes
    ]


def test_PRE_09_cut_that_was_told_and_answered_is_proposed_and_explained_in_the_grant(
    office, as_user
):
    case = observed(office, grounds=[("AMT-03", "Due mesi non sono coperti dal preventivo.")])
    line, ground = case.lines.get(), case.grounds[0]
    typed = {f"admitted_{line.pk}": "1000", f"cut_{line.pk}": "not_quoted"}

    unanswered = send(as_user(office.officer), case, "propose_admission", **typed)
    typed[f"answer_{ground.pk}"] = "Il rinnovo non copre quei mesi."
    answered = send(as_user(office.officer), case, "propose_admission", **typed)
    case = perform(fresh(case), "grant", by=office.director)

    assert (unanswered.status_code, answered.status_code) == (422, 302)
    text = str(case.letters.get(kind="grant").content)
    assert "Motivi della riduzione, osservazioni e risposte" in text
    assert "Il rinnovo non copre quei mesi." in text
