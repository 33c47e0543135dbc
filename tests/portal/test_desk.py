"""The applicant's home, and where one lands after signing in."""

import pytest
from django.urls import reverse

from letters.models import Delivery
from letters.services import sending
from parties.roles import Role
from tests.office import make_user
from workflows.services.integrations import Asked
from workflows.tasks import perform

pytestmark = pytest.mark.django_db

DESK, AFTER = reverse("portal:desk"), reverse("portal:after_login")


def ask_for_more(office, case):
    case = perform(case, "start_examination", by=office.officer)
    return perform(
        case,
        "request_integration",
        by=office.officer,
        items=[Asked("document", "quote", "Preventivo", "Manca la data.")],
        reason="Il preventivo non è datato.",
    )


def numbers(rows):
    return [row["case"].number for row in rows]


def test_desk_of_a_newcomer_leads_to_the_open_calls(as_user, office):
    page = as_user(office.applicant()).get(DESK)

    assert f'href="{reverse("portal:calls")}?phase=open"' in page.content.decode()


def test_desk_shows_drafts_questions_cases_and_letters_of_the_person_only(as_user, office):
    mine = office.applicant()
    draft = office.draft(mine)
    asked = ask_for_more(office, office.file())
    office.file(office.applicant())
    for delivery in Delivery.objects.filter(letter__case=asked):
        sending.send(delivery.pk)

    page = as_user(mine).get(DESK)
    assert [row["case"].pk for row in page.context["drafts"]] == [draft.pk]
    assert (page.context["asked"], page.context["cases"], page.context["letters"]) == ([], [], [])

    page = as_user(asked.opened_by).get(DESK)
    assert numbers(page.context["asked"]) == numbers(page.context["cases"]) == [asked.number]
    assert {letter.case_id for letter in page.context["letters"]} == {asked.pk}
    assert reverse("grants:integration", args=[asked.pk]) in page.content.decode()


def test_desk_says_nothing_is_asked_while_the_office_has_the_move(as_user, office):
    case = office.examined()

    context = as_user(case.opened_by).get(DESK).context

    assert context["asked"] == []
    assert context["cases"][0]["words"].moves == "office"


def test_desk_of_staff_shows_their_own_cases_and_not_those_of_the_office(as_user, office):
    office.file()

    page = as_user(office.officer).get(DESK)

    assert (page.context["cases"], page.context["drafts"]) == ([], [])


def test_desk_asks_a_stranger_to_sign_in(client):
    answer = client.get(DESK)

    assert (answer.status_code, answer["Location"]) == (
        302,
        f"{reverse('account_login')}?next={DESK}",
    )


@pytest.mark.parametrize("rows", [1, 3])
def test_desk_takes_the_same_queries_for_one_and_three_rows(
    as_user, office, rows, django_assert_num_queries
):
    user = office.applicant()
    cases = [ask_for_more(office, office.file(user)) for _number in range(1)]
    for _number in range(rows - 1):
        _another(cases[0])
    client = as_user(user)

    with django_assert_num_queries(8):
        page = client.get(DESK)

    assert len(page.context["cases"]) == len(page.context["asked"]) == rows


def _another(case):
    """Make one more filed case of the same person: the call itself takes only one."""
    twin = type(case).objects.get(pk=case.pk)
    twin.pk = twin.id = twin.case_ptr_id = None
    twin.number = f"{case.number}-{type(case).objects.count()}"
    twin.single_key = None
    twin.protocol_in = twin.protocol_in and _protocol_like(twin.protocol_in)
    twin.save()


def _protocol_like(entry):
    number = type(entry).objects.count() + 100
    entry.pk, entry.number = None, number
    entry.save(force_insert=True)
    return entry


def test_after_login_the_office_goes_to_its_queue(as_user, office):
    assert as_user(office.officer).get(AFTER)["Location"] == reverse("workflows:queue")


def test_after_login_an_evaluator_goes_to_the_files_to_score(as_user, office):
    evaluator = office.staff[Role.EVALUATOR]

    assert as_user(evaluator).get(AFTER)["Location"] == reverse("evaluation:my_files")


def test_after_login_the_administrator_goes_to_the_jobs_and_is_led_there_from_public_pages(
    as_user, office
):
    client = as_user(office.staff[Role.ADMINISTRATOR])
    jobs = reverse("workflows:jobs")

    assert client.get(AFTER)["Location"] == jobs
    home = client.get("/").content.decode()
    assert (f'href="{jobs}"' in home, f'href="{reverse("workflows:queue")}"' in home) == (
        True,
        False,
    )


def test_after_login_applicants_go_to_their_desk(as_user, office):
    assert as_user(office.applicant()).get(AFTER)["Location"] == DESK


@pytest.mark.parametrize(
    ("wanted", "place"),
    [("/bandi/", "/bandi/"), ("https://example.org/", DESK), ("//example.org/", DESK), ("", DESK)],
)
def test_after_login_one_goes_where_one_was_going_on_this_site_only(as_user, wanted, place):
    client = as_user(make_user("persona@example.org"))

    assert client.get(AFTER, {"next": wanted})["Location"] == place
