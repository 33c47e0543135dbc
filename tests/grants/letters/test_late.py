"""A late act says the term that was set and the time really used (PROC-T7)."""

import pytest

from tests.grants.procedures import observed
from tests.letters.reading import sent, text_of
from tests.office import days_ago
from workflows.tasks import perform

pytestmark = pytest.mark.django_db
LATE = "Il termine previsto è di 60 giorni; il procedimento si è concluso in"


def test_PROC_T7_late_grant_says_the_term_and_the_time_used(office):
    with days_ago(90):
        case = office.proposed()

    case = perform(case, "grant", by=office.director)

    assert f"{LATE} 90 giorni, con " in text_of(sent(case, "grant"))


def test_PROC_T7_late_refusal_counts_the_days_without_those_suspended(office):
    with days_ago(100):
        case = observed(office)
    case = perform(case, "propose_refusal", by=office.officer, answers={case.grounds[0].pk: "No."})

    case = perform(case, "refuse", by=office.director)

    assert f"{LATE} 90 giorni, al netto di 10 giorni di sospensione" in text_of(
        sent(case, "refusal")
    )


def test_PROC_T7_clause_is_frozen_with_the_letter(office):
    with days_ago(90):
        case = office.proposed()
    with days_ago(10):
        case = perform(case, "grant", by=office.director)

    assert f"{LATE} 80 giorni" in str(sent(case, "grant").content).replace("\\xa0", " ")


def test_PROC_T7_act_in_time_says_nothing(office):
    with days_ago(20):
        case = observed(office)
    case = perform(case, "propose_refusal", by=office.officer, answers={case.grounds[0].pk: "No."})

    case = perform(case, "refuse", by=office.director)

    assert "Il termine previsto" not in text_of(sent(case, "refusal"))
