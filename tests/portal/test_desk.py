"""The applicant's home, and where one lands after signing in."""

from dataclasses import asdict

import pytest
from django.urls import reverse

from grants.models import RentContribution
from grants.reporting import due_on
from letters.models import Delivery
from letters.services import sending
from parties import moment
from parties.roles import Role
from parties.services import record_person
from tests.grants.awarding import accepted
from tests.office import make_user, person
from workflows.services import delegations
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

    with django_assert_num_queries(20):
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


def test_desk_asks_for_the_deed_then_the_report_and_says_what_money_comes(as_user, office):
    case = office.granted()
    owner = case.opened_by

    context = as_user(owner).get(DESK).context
    assert [task.url for task in context["tasks"]] == [reverse("grants:acceptance", args=[case.pk])]
    assert [(one.about, one.amount) for one in context["sums"]] == [(case.number, case.amount)]

    page = as_user(accepted(office, case).opened_by).get(DESK)
    assert [task.url for task in page.context["tasks"]] == [
        reverse("grants:report", args=[case.pk])
    ]
    assert [task.due for task in page.context["tasks"]] == [due_on(RentContribution.objects.get())]


def test_desk_of_whoever_represents_a_firm_shows_what_another_filed_for_it(as_user, office):
    case = office.file()
    case.applicant = office.space.manager
    case.save(update_fields=["applicant"])
    partner = office.applicant()
    person_ = record_person(partner, **asdict(person(77)))
    tie = person_.representations.create(
        organisation=office.space.manager,
        capacity="legal_representative",
        valid_from=moment.today(),
    )
    assert as_user(partner).get(DESK).context["cases"] == []

    tie.verified_at = moment.now()
    tie.save()

    context = as_user(partner).get(DESK).context
    assert numbers(context["cases"]) == numbers(context["terms"]) == [case.number]
    assert [(one.code, len(one.rows)) for one in context["sections"]] == [("spaces", 1)]


def test_desk_shows_delegations_that_wait_and_drafts_in_hand(as_user, office):
    draft, consultant = office.draft(), office.applicant()
    given = delegations.give(
        by=draft.opened_by,
        email=consultant.email,
        level="fill",
        valid_to=moment.today(),
        about=draft,
        statement="Delego.",
    )
    waiting = as_user(consultant).get(DESK).context["handed"]
    delegations.accept(given, by=consultant)
    page = as_user(consultant).get(DESK).context

    assert [row["is_waiting"] for row in waiting] == [True]
    assert [row["is_waiting"] for row in page["handed"]] == [False]
    assert [(row["case"].pk, row["is_own"]) for row in page["drafts"]] == [(draft.pk, False)]


def test_desk_narrows_to_what_is_open_or_closed(as_user, office):
    owner = office.applicant()
    closed = office.granted(user=owner)

    def shown(which):
        return numbers(as_user(owner).get(DESK, {"stato": which}).context["cases"])

    assert (shown("aperte"), shown("chiuse"), shown("niente")) == (
        [],
        [closed.number],
        [closed.number],
    )


@pytest.mark.parametrize("number", [1, 3])
def test_desk_asks_no_more_for_three_of_everything_than_for_one(
    as_user, office, django_assert_num_queries, number
):
    partner = office.applicant()
    person_ = record_person(partner, **asdict(person(77)))
    for _each in range(number):
        case = office.granted()
        asked = ask_for_more(office, office.file())
        for one in (case, asked):
            type(one).objects.filter(pk=one.pk).update(applicant=person_)
    client = as_user(partner)

    with django_assert_num_queries(20):
        page = client.get(DESK)

    shown = ("cases", "asked", "tasks", "sums", "terms")
    assert [len(page.context[name]) for name in shown] == [2 * number, *[number] * 4]
