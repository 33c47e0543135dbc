"""The power of attorney of a delegation: judged by its content, read by its two sides and the office."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from parties import moment
from parties.roles import Role
from tests.office import make_user, pdf_file
from workflows.models import Delegation, DelegationPaper
from workflows.services import delegations

pytestmark = pytest.mark.django_db

NEW = reverse("workflows:new_delegation")


@pytest.fixture
def consultant():
    return make_user("consulente@example.org")


def address(given):
    return reverse("workflows:delegation_paper", args=[given.pk])


def answer_to(client, given):
    """Return the status and how the file begins."""
    answer = client.get(address(given))
    return answer.status_code, b"".join(answer.streaming_content)[:4]


def asked(case, paper):
    return {
        "pratica": case.pk,
        "email": "consulente@example.org",
        "level": "fill",
        "valid_to": (moment.today() + timedelta(days=30)).isoformat(),
        "agrees": "on",
        "paper": paper,
    }


def given(about, by):
    return delegations.give(
        by=by,
        email="consulente@example.org",
        level=Delegation.Level.READ,
        valid_to=moment.today() + timedelta(days=30),
        about=about,
        statement="Delego.",
        paper=pdf_file("procura.pdf"),
    )


def test_paper_is_kept_with_the_delegation_and_read_by_both_sides(office, as_user, consultant):
    draft = office.draft()
    client = as_user(draft.opened_by)
    assert client.post(NEW, asked(draft, pdf_file("procura.pdf"))).status_code == 302
    one = Delegation.objects.get()

    for side in (draft.opened_by, consultant):
        page = as_user(side).get(reverse("workflows:delegation", args=[one.pk]))
        assert address(one) in page.content.decode()
        assert answer_to(as_user(side), one) == (200, b"%PDF")
    assert as_user(office.applicant()).get(address(one)).status_code == 404


def test_paper_of_a_sent_case_is_found_in_its_history_by_the_office(office, as_user, consultant):
    case = office.file()
    one = given(case, case.opened_by)

    page = as_user(office.officer).get(reverse("workflows:case_history", args=[case.pk]))
    assert address(one) in page.content.decode()
    assert answer_to(as_user(office.officer), one) == (200, b"%PDF")


def test_paper_of_a_draft_is_not_for_the_office(office, as_user):
    draft = office.draft()

    assert as_user(office.officer).get(address(given(draft, draft.opened_by))).status_code == 404


def test_paper_of_a_party_is_for_the_office_whoever_may_see_its_cases(office, as_user):
    case = office.file()
    one = given(case.opened_by.person, case.opened_by)

    assert answer_to(as_user(office.officer), one) == (200, b"%PDF")
    assert as_user(office.staff[Role.EVALUATOR]).get(address(one)).status_code == 404


@pytest.mark.parametrize("name", ["procura.pdf", "procura.docx", "procura.exe"])
def test_file_that_is_no_paper_is_refused_and_nothing_is_given(office, as_user, name):
    draft = office.draft()
    wrong = SimpleUploadedFile(name, b"PK\x03\x04 non sono una procura")

    page = as_user(draft.opened_by).post(NEW, asked(draft, wrong))

    assert (page.status_code, "paper" in page.context["form"].errors) == (422, True)
    assert not Delegation.objects.exists()
    assert not DelegationPaper.objects.exists()


def test_delegation_without_a_paper_has_none_to_open(office, as_user):
    draft = office.draft()
    client = as_user(draft.opened_by)
    said = {name: value for name, value in asked(draft, None).items() if name != "paper"}
    assert client.post(NEW, said).status_code == 302

    assert client.get(address(Delegation.objects.get())).status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_history_asks_the_same_for_one_delegation_and_for_three(
    office, as_user, number, django_assert_num_queries
):
    case = office.file()
    for count in range(number):
        delegations.give(
            by=case.opened_by,
            email=f"consulente{count}@example.org",
            level=Delegation.Level.READ,
            valid_to=moment.today(),
            about=case,
            statement="Delego.",
        )
    client = as_user(office.officer)
    client.get(reverse("workflows:case_history", args=[case.pk]))

    with django_assert_num_queries(57):
        client.get(reverse("workflows:case_history", args=[case.pk]))
