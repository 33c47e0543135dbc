"""Whether one can apply: no account, nothing stored, every rule answered."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse
from django.utils import timezone

from calls.models import Call
from workflows.models import Case

pytestmark = pytest.mark.django_db

PAGE = reverse("portal:can_i_apply", args=["COW-SPORT"])
GOOD = {
    "applicant_kind": "aspiring",
    "commits_to_vat": "yes",
    "birth_date": "2000-01-31",
    "municipality": "E897",
    "months": "6",
    "monthly_spend": "200,00",
    "other_aid": "no",
    "already_applied": "no",
    "aid_received": "",
}


def ask(client, **changes):
    return client.get(PAGE, GOOD | changes)


def against(page):
    return [row["rule_id"] for row in page.context["finding"]["rows"] if row["tone"] == "danger"]


def years_ago(years, days=0):
    today = timezone.localdate()
    day = today.replace(year=today.year - years) if (today.month, today.day) != (2, 29) else today
    return (day + timedelta(days=days)).isoformat()


def test_page_asks_before_it_answers(client, office):
    page = client.get(PAGE)

    assert page.context["finding"] is None
    assert page.context["form"].errors == {}


def test_good_answers_may_apply_and_see_the_contribution(client, office):
    page = ask(client)
    finding = page.context["finding"]

    assert (finding["may_apply"], against(page)) == (True, [])
    assert str(finding["amount"]) == "600.00"
    assert {row["rule_id"] for row in finding["rows"]} == {
        "RANK-05",
        "COW-01",
        "COW-02",
        "COW-09",
        "RANK-07",
        "COW-05",
        "AMT-01",
        "CALL-19",
        "CALL-08",
    }
    assert reverse("grants:start", args=["COW-SPORT"]) in page.content.decode()


@pytest.mark.parametrize(
    ("born", "rules"),
    [
        (years_ago(18), []),
        (years_ago(18, days=1), ["COW-01"]),
        (years_ago(36, days=1), []),
        (years_ago(36), ["COW-01"]),
    ],
)
def test_COW_01_age_counts_full_years_on_the_day(client, office, born, rules):
    assert against(ask(client, birth_date=born)) == rules


@pytest.mark.parametrize(
    ("months", "rules"), [("2", ["COW-05"]), ("3", []), ("12", []), ("13", ["COW-05"])]
)
def test_COW_05_months_are_within_the_call_both_ends_included(client, office, months, rules):
    assert against(ask(client, months=months)) == rules


@pytest.mark.parametrize(("spend", "rules"), [("133,33", ["AMT-01"]), ("133,34", [])])
def test_AMT_01_spend_must_reach_the_minimum(client, office, spend, rules):
    assert against(ask(client, months="3", monthly_spend=spend)) == rules


@pytest.mark.parametrize(
    ("changes", "rules"),
    [
        ({"municipality": "elsewhere"}, ["COW-02"]),
        ({"commits_to_vat": "no"}, ["COW-09"]),
        ({"commits_to_vat": ""}, ["COW-09"]),
        ({"commits_to_vat": "", "applicant_kind": "professional"}, []),
        ({"other_aid": "yes"}, ["CALL-19"]),
        ({"already_applied": "yes"}, ["RANK-07"]),
        ({"applicant_kind": "enterprise", "aid_received": "299.400,00"}, []),
        ({"applicant_kind": "enterprise", "aid_received": "299.400,01"}, ["AID-01"]),
        ({"applicant_kind": "association", "aid_received": "999.999,00"}, []),
        ({"other_aid": "yes", "already_applied": "yes"}, ["RANK-07", "CALL-19"]),
    ],
)
def test_every_answer_meets_its_rule(client, office, changes, rules):
    assert against(ask(client, **changes)) == rules


def test_every_no_says_what_would_change_it(client, office):
    page = ask(
        client,
        birth_date=years_ago(40),
        municipality="elsewhere",
        months="2",
        monthly_spend="10",
        other_aid="yes",
        already_applied="yes",
        commits_to_vat="no",
    )

    rows = [row for row in page.context["finding"]["rows"] if row["tone"] == "danger"]
    assert len(rows) == 7
    assert all(row["remedy"] for row in rows)
    assert page.context["can_start"] is False


def test_RANK_05_closed_call_is_a_no(client, office):
    Call.objects.update(closes_at=timezone.now() - timedelta(seconds=1))

    page = ask(client)

    assert against(page) == ["RANK-05"]
    assert reverse("grants:start", args=["COW-SPORT"]) not in page.content.decode()


def test_call_to_come_counts_the_age_on_the_day_it_opens(client, office):
    now = timezone.now()
    Call.objects.update(opens_at=now + timedelta(days=5), closes_at=now + timedelta(days=30))

    assert against(ask(client, birth_date=years_ago(18, days=5))) == ["RANK-05"]
    assert against(ask(client, birth_date=years_ago(18, days=6))) == ["RANK-05", "COW-01"]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"birth_date": ""}, "birth_date"),
        ({"birth_date": "31/02/2000"}, "birth_date"),
        ({"birth_date": "2999-01-01"}, "birth_date"),
        ({"months": "0"}, "months"),
        ({"months": "sei"}, "months"),
        ({"monthly_spend": "-1"}, "monthly_spend"),
        ({"monthly_spend": "tanto"}, "monthly_spend"),
        ({"municipality": "ZZZZ"}, "municipality"),
        ({"applicant_kind": "king"}, "applicant_kind"),
        ({"other_aid": ""}, "other_aid"),
    ],
)
def test_wrong_answer_is_named_beside_its_field_and_kept(client, office, changes, field):
    page = ask(client, **changes)

    assert page.status_code == 200
    assert list(page.context["form"].errors) == [field]
    assert page.context["finding"] is None
    assert page.context["form"]["months"].value() == changes.get("months", "6")


def test_nothing_is_stored(client, office):
    ask(client)

    assert Case.objects.count() == 0
    assert Session.objects.count() == 0


def test_calls_of_another_kind_have_no_check(client, office):
    Call.objects.filter(code="COW-SPORT").update(kind="internship")

    assert client.get(PAGE).status_code == 404
