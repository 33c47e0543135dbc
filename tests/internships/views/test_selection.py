"""The office's pages of interviews and pairings: found from the call, as quick with many rows as with one."""

import pytest
from django.urls import reverse

from evaluation.queries import approved_ranking
from evaluation.services.rankings import publish_ranking
from parties.roles import Role
from tests.evaluation.views.pages import asked
from tests.internships import applying, offering, running

pytestmark = pytest.mark.django_db

SELECTING = (Role.OFFICER, Role.PROCEDURE_OWNER, Role.DIRECTOR)


@pytest.fixture
def call(office):
    return offering.open_call(office)


@pytest.fixture
def place(office, call):
    return offering.published(office, call)


def links(answer) -> set[str]:
    html = answer.content.decode()
    pages = ("interviews", "pairings")
    return {
        name
        for name in pages
        if f'href="{reverse(f"internships:{name}", args=["TIR-COW"])}"' in html
    }


@pytest.mark.parametrize("role", [*SELECTING, Role.ACCOUNTANT, Role.AUDITOR])
def test_pages_of_a_call_lead_to_interviews_and_pairings_only_for_who_selects(
    office, as_user, call, place, role
):
    case = applying.admitted(office, call, place)
    client = as_user(office.staff[role])
    expected = {"interviews", "pairings"} if role in SELECTING else set()

    for page in (
        reverse("calls:setup", args=[call.code]),
        reverse("evaluation:call", args=[call.code]),
        reverse("workflows:office_case", args=[case.pk]),
    ):
        assert links(client.get(page)) == expected
    assert client.get(reverse("internships:selections")).status_code == (200 if expected else 403)


def test_the_list_of_calls_counts_who_waits(office, as_user, call, place):
    applying.admitted(office, call, place)
    applying.invited(office, call, place)
    applying.file(office, call, place)

    answer = as_user(office.officer).get(reverse("internships:selections"))

    rows = {row.code: row for row in answer.context["rows"]}
    found = rows[call.code]
    assert (found.to_call, found.called, found.to_pair, found.to_confirm) == (1, 1, 0, 0)
    assert links(answer) == {"interviews", "pairings"}


def test_interviews_cost_the_same_with_one_time_and_with_three(office, as_user, call, place):
    client = as_user(office.officer)
    page = reverse("internships:interviews", args=[call.code])
    applying.invited(office, call, place)
    one = asked(client, page)
    for _more in range(2):
        applying.invited(office, call, place)

    assert asked(client, page) == one
    assert len(client.get(page).context["slots"]) == 3


def test_a_pairing_costs_the_same_with_one_row_and_with_three(office, as_user, call, place):
    cases = [applying.interviewed(office, call, place) for _one in range(3)]
    applying.ranked(office, call, dict(zip(cases, (90, 80, 70), strict=True)))
    made = applying.paired(office, call)
    client = as_user(office.officer)
    page = reverse("internships:pairing", args=[call.code, made.number])

    one, three = asked(client, f"{page}?q={cases[0].number}", page)

    assert one == three
    assert len(client.get(page).context["rows"]) == 3


def test_R_PUB_14_the_published_ranking_names_candidacies_by_code_alone(
    office, client, call, place
):
    case = applying.interviewed(office, call, place)
    applying.ranked(office, call, {case: 90})
    publish_ranking(approved_ranking(call), by=office.director)

    shown = client.get(reverse("portal:call", args=[call.code])).content.decode()
    listed = client.get(reverse("evaluation:published", args=[call.code])).content.decode()

    assert case.code in listed
    named = (case.number, case.applicant.name)
    assert [word for word in named if word in listed + shown] == []


def test_months_of_registers_cost_the_same_with_one_and_with_three(office, as_user):
    case = running.begun(office, 70)
    running.closed(office, case)
    client = as_user(office.officer)
    page = reverse("internships:months")

    one, three = asked(client, f"{page}?mostra=closed", page)

    assert one == three
    assert len(client.get(page).context["rows"]) == 3
