"""A call tried with invented applicants: its rules give the list, and nothing is left behind."""

from decimal import Decimal

import pytest
from django.urls import reverse

from calls.models import Call
from evaluation.rules import Listed
from grants import trial
from grants.trying import NotReadyError
from tests.test_permissions_matrix import rows

pytestmark = pytest.mark.django_db
CODE = "COW-GRAD"


@pytest.fixture
def call(office):
    return Call.objects.get(code=CODE)


def run(call, count=40, seed="prova", members=3):
    return trial.run(call, call.current_version, count=count, members=members, seed=seed)


def address(code=CODE, **query):
    return reverse("grants:trial", args=[code], query=query or None)


def test_trial_gives_never_more_than_the_endowment_and_accounts_for_every_cent(call):
    done = run(call, 200)

    assert done.endowment == Decimal("100000.00")
    assert sum(one.row.granted for one in done.rows) == done.granted
    assert (done.left >= 0, done.granted + done.left) == (True, done.endowment)
    assert len(done.rows) == 200


def test_trial_orders_by_points_and_says_why_each_stands_where_it_stands(call):
    done = run(call, 200)

    suitable = [one for one in done.rows if one.row.place]
    totals = [one.row.total for one in suitable]
    assert totals == sorted(totals, reverse=True)
    assert [one.row.place for one in suitable] == list(range(1, len(suitable) + 1))
    assert all(one.why for one in done.rows)
    assert {one.row.listed for one in done.rows} == set(Listed)
    refused = [one.why for one in done.rows if one.row.listed is Listed.NOT_ADMITTED]
    assert any("Totale:" in why for why in refused)
    assert any("è sotto il minimo di" in why or "risulta ZZ" in why for why in refused)


def test_same_seed_gives_the_same_list(call):
    assert run(call) == run(call)
    assert run(call) != run(call, seed="altro")


def test_parameters_of_the_call_decide(call):
    before = run(call)
    version = call.current_version
    version.parameters |= {"endowment": "5000.00", "threshold_total": None}
    version.save()

    after = run(Call.objects.get(pk=call.pk))

    assert (before.endowment, after.endowment) == (Decimal(100000), Decimal(5000))
    assert after.granted <= 5000
    assert after.counts["C"] > before.counts["C"]


def test_call_in_the_order_of_filing_scores_nobody(office):
    done = trial.run(office.call, office.call.version, count=40, members=3, seed="prova")

    suitable = [one for one in done.rows if one.row.place]
    assert {one.points for one in done.rows} == {""}
    assert [one.who.sequence for one in suitable] == sorted(one.who.sequence for one in suitable)


def test_RANK_08_ties_that_the_chain_leaves_are_a_sentence_and_no_list(call):
    version = call.current_version
    version.parameters = {**version.parameters, "tie_chain": []}
    version.save()

    done = run(call, 300)

    assert (done.rows, done.refused[:11]) == ((), "Le domande ")
    assert "restano pari" in done.refused


def test_RANK_15_territorial_shares_go_to_those_who_are_there(call):
    shares = {"MN": Decimal(60000), "CR": Decimal(40000)}
    for place, (province, amount) in enumerate(shares.items(), 1):
        call.current_version.shares.create(position=place, province=province, amount=amount)

    done = run(call, 200)

    assert {one.who.province for one in done.rows if one.row.place} == set(shares)
    assert done.granted <= done.endowment


def test_call_that_lacks_its_numbers_cannot_be_tried(call):
    version = call.current_version
    version.parameters = {**version.parameters, "rate_percent": ""}
    version.save()

    with pytest.raises(NotReadyError):
        run(call)


def test_trial_leaves_no_trace_in_any_table(call, office, as_user):
    client = as_user(office.procedure_owner)
    before = rows()

    page = client.get(address(applicants=120, members=5, seed="tutto"))

    assert (page.status_code, len(page.context["trial"].rows)) == (200, 120)
    assert rows() == before


def test_page_begins_with_an_example_and_pages_long_lists(call, office, as_user):
    client = as_user(office.officer)

    first = client.get(address())
    second = client.get(address(applicants=120, members=3, seed="x", pagina=3))

    assert (len(first.context["rows"]), len(second.context["rows"])) == (40, 20)
    assert "PROVA-001" in first.content.decode()


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ({"applicants": "0", "members": "3", "seed": "x"}, "applicants"),
        ({"applicants": "9999", "members": "3", "seed": "x"}, "applicants"),
        ({"applicants": "molti", "members": "3", "seed": "x"}, "applicants"),
        ({"applicants": "5", "members": "0", "seed": "x"}, "members"),
        ({"applicants": "5", "members": "3", "seed": ""}, "seed"),
        ({"applicants": "5", "members": "3", "seed": "x" * 41}, "seed"),
    ],
)
def test_number_that_cannot_be_gets_a_sentence(call, office, as_user, query, field):
    response = as_user(office.officer).get(address(**query))

    assert (response.status_code, list(response.context["form"].errors)) == (422, [field])
    assert response.context["trial"] is None


def test_page_says_what_a_call_lacks_before_it_can_be_tried(call, office, as_user):
    version = call.current_version
    version.parameters = {**version.parameters, "ceiling": None}
    version.save()

    assert as_user(office.officer).get(address()).status_code == 409


def test_applicants_do_not_try_calls(call, office, as_user):
    assert as_user(office.applicant()).get(address()).status_code == 403
