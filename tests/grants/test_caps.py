"""What one enterprise receives across the calls of a programme never passes the cap (COW-11)."""

from decimal import Decimal
from functools import partial

import pytest

from accounting.models import Budget
from grants import checks
from grants.forecast import foresee
from grants.models import RentContribution, Status
from grants.services import waive
from tests.grants.programme import by_firm, granted_in, proposed_in, two_calls
from tests.letters.reading import missing_from, sent
from tests.office import _vat
from tests.races import at_once
from workflows.engine import Refusal, TransitionRefused
from workflows.models import Case
from workflows.tasks import perform

CUT = (
    "Il bando concede a una stessa impresa al massimo 1.000,00 € fra più bandi del programma, e ne "
    "sono già concessi 600,00 €: il contributo si riduce da 600,00 € a 400,00 €."
)


def told(case: RentContribution) -> list[str]:
    """Return what the cap says of a case in the history of its last move."""
    outcomes = case.history.latest("id").outcomes
    return [one["sentence"] for one in outcomes if one["rule"] == "COW-11"]


def money(call) -> tuple[Decimal, Decimal]:
    budget = Budget.objects.get(call=call)
    return budget.reserved, budget.granted


@pytest.mark.django_db
def test_COW_11_second_grant_is_cut_to_what_the_cap_leaves(office):
    first, second = two_calls(office)
    granted_in(office, first)
    case = proposed_in(office, second)

    case = perform(case, "grant", by=office.director)

    assert (case.status, case.proposed, case.granted) == (
        Status.GRANTED,
        Decimal("600.00"),
        Decimal("400.00"),
    )
    assert (told(case), money(second)) == ([CUT], (Decimal(0), Decimal("400.00")))
    assert case.aid_entries.get().amount == Decimal("400.00")
    assert (
        missing_from(
            sent(case, "grant"),
            "un contributo di 400,00 €",
            "al massimo 1.000,00 € fra più bandi del programma",
            "già stati concessi 600,00 €",
            "il contributo spettante di 600,00 € è ridotto a 400,00 €",
            "Massimo per impresa fra più bandi, parte ancora libera 400,00 €",
        )
        == []
    )


@pytest.mark.django_db
def test_COW_11_the_applicant_is_warned_before_filing_and_at_the_examination(office):
    first, second = two_calls(office)
    granted_in(office, first)
    case = proposed_in(office, second)

    assert told(case) == [CUT]
    assert CUT in [outcome.sentence for outcome in checks.merit_outcomes(case)]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("changes", "granted"),
    [
        ({"name": "Bottega", "tax_code": _vat("Altra"), "vat_number": _vat("Bottega")}, "400.00"),
        ({"name": "Altro nome", "tax_code": _vat("Bottega"), "vat_number": ""}, "400.00"),
        ({"name": "Bottega", "tax_code": _vat("Altra"), "vat_number": _vat("Altra")}, "600.00"),
    ],
)
def test_COW_11_codes_decide_who_is_the_same_enterprise(office, changes, granted):
    first, second = two_calls(office)
    granted_in(office, first)

    assert granted_in(office, second, **changes).granted == Decimal(granted)


@pytest.mark.django_db
def test_COW_11_people_who_are_no_enterprise_have_no_cap(office):
    _first, second = two_calls(office, cap="100.00")
    office.call = second

    assert office.granted().granted == Decimal("600.00")


@pytest.mark.django_db
def test_COW_11_where_nothing_is_left_nothing_is_granted_until_a_grant_is_given_up(office):
    first, second = two_calls(office, cap="600.00")
    earlier = granted_in(office, first)
    office.call = second
    case = office.examined(**by_firm())

    with pytest.raises(TransitionRefused, match="non resta nulla da concedere") as refused:
        perform(case, "propose_admission", by=office.officer)
    assert refused.value.why is Refusal.RULE

    waive(earlier, by=earlier.opened_by)
    case = perform(case, "propose_admission", by=office.officer)
    assert perform(case, "grant", by=office.director).granted == Decimal("600.00")


@pytest.mark.django_db
def test_COW_11_an_offer_is_cut_too_and_counts_as_received(office):
    first, second = two_calls(office, endowment=Decimal("500.00"))
    granted_in(office, first, name="Altra")
    case = proposed_in(office, second)

    case = perform(case, "offer_partial", by=office.director)
    later = granted_in(office, first)

    assert (case.offered, later.granted) == (Decimal("500.00"), Decimal("500.00"))
    assert perform(case, "accept_partial", by=case.opened_by).granted == Decimal("500.00")


@pytest.mark.django_db
def test_COW_11_bulk_forecast_counts_what_it_grants_itself(office):
    first, second = two_calls(office)
    cases = [proposed_in(office, call) for call in (first, second)]

    foreseen = foresee([Case.objects.get(pk=case.pk) for case in cases], office.director)

    assert sorted(one.amount for one in foreseen) == [Decimal("400.00"), Decimal("600.00")]


@pytest.mark.django_db(transaction=True)
def test_COW_11_two_calls_that_grant_at_once_stay_within_the_cap(office):
    calls = two_calls(office, cap="800.00")
    names = [f"Bottega {number}" for number in range(6)]
    cases = [proposed_in(office, call, name=name) for name in names for call in calls]

    results = at_once([partial(perform, case, "grant", by=office.director) for case in cases])

    assert [one for one in results if isinstance(one, TransitionRefused)] == []
    for name in names:
        granted = RentContribution.objects.filter(applicant__name=name).values_list("granted")
        assert sorted(amount for (amount,) in granted) == [Decimal("200.00"), Decimal("600.00")]
