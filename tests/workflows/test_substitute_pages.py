"""The applicant asks the substitute; the office reads what was asked and reports it."""

import csv
from io import StringIO

import pytest
from django.urls import reverse
from django.utils import timezone

from grants.models import RentContribution
from tests.office import days_ago
from workflows.models import SubstituteRequest
from workflows.services.substitutes import ask_substitute
from workflows.tasks import perform

pytestmark = pytest.mark.django_db


def late(office):
    with days_ago(70):
        return office.proposed()


def ask_page(case):
    return reverse("workflows:ask_substitute", args=[case.pk])


def test_applicant_asks_from_the_page_of_the_case(office, as_user):
    case = late(office)
    client = as_user(case.opened_by)

    shown = client.get(reverse("workflows:case", args=[case.pk]))
    page = client.get(ask_page(case))
    sent = client.post(ask_page(case), {"seen_version": page.context["seen_version"]})
    after = client.get(reverse("workflows:case", args=[case.pk]))

    assert ask_page(case) in shown.content.decode()
    assert (page.context["why_not"], page.context["days"]) == ("", 30)
    assert (sent.status_code, sent.url) == (302, reverse("workflows:case", args=[case.pk]))
    assert SubstituteRequest.objects.get().case_id == case.pk
    assert ask_page(case) not in after.content.decode()


def test_page_says_why_it_cannot_be_asked_yet(office, as_user):
    case = office.proposed()
    client = as_user(case.opened_by)

    page = client.get(ask_page(case))
    sent = client.post(ask_page(case), {"seen_version": str(case.version)})

    assert page.context["why_not"] != ""
    assert (sent.status_code, SubstituteRequest.objects.count()) == (409, 0)
    assert (
        ask_page(case) not in client.get(reverse("workflows:case", args=[case.pk])).content.decode()
    )


def test_old_page_is_told_so_and_may_be_sent_again(office, as_user):
    case = late(office)

    answer = as_user(case.opened_by).post(ask_page(case), {"seen_version": "1"})

    assert (answer.status_code, answer.context["why_not"]) == (409, "")
    assert answer.context["seen_version"] == str(case.version)


def test_list_shows_open_requests_then_closed_ones(office, as_user):
    case = late(office)
    ask_substitute(case, by=case.opened_by)
    client = as_user(office.director)
    address = reverse("workflows:substitutes")

    before = client.get(address)
    perform(RentContribution.objects.get(pk=case.pk), "grant", by=office.director)
    after, closed = client.get(address), client.get(address, {"stato": "chiuse"})

    assert [(row.request.case_id, row.is_mine) for row in before.context["rows"]] == [
        (case.pk, True)
    ]
    assert after.context["rows"] == []
    assert [row.decided.by for row in closed.context["rows"]] == [office.director]


@pytest.mark.parametrize("number", [1, 3])
def test_list_asks_the_database_the_same_however_long(
    office, as_user, django_assert_num_queries, number
):
    with days_ago(70):
        cases = [office.proposed() for _number in range(number)]
    for case in cases:
        ask_substitute(case, by=case.opened_by)
    client = as_user(office.director)
    client.get(reverse("workflows:substitutes"))

    with django_assert_num_queries(8):
        client.get(reverse("workflows:substitutes"))


def test_to_sign_leads_the_substitute_to_what_was_asked(office, as_user):
    case = late(office)
    ask_substitute(case, by=case.opened_by)

    page = as_user(office.director).get(reverse("workflows:bulk"))

    assert page.context["asked_of_me"] == 1
    assert [row.is_asked_of_substitute for row in page.context["rows"]] == [True]


def test_PROC_T10_report_says_who_decided_and_whether_in_time(office, as_user):
    case = late(office)
    ask_substitute(case, by=case.opened_by)
    perform(RentContribution.objects.get(pk=case.pk), "grant", by=office.director)
    year = timezone.localdate().year

    answer = as_user(office.director).get(reverse("workflows:substitute_report", args=[year]))

    rows = list(csv.DictReader(StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    assert [
        (row["Domanda"], row["Giorni assegnati"], row["Deciso dal titolare"], row["Nei termini"])
        for row in rows
    ] == [(case.number, "30", "sì", "sì")]
