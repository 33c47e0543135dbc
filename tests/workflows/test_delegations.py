"""Letting somebody else act: read, fill in or send, for a case or a party, until it ends (DIG-15)."""

import uuid
from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import translation
from procrastinate.contrib.django.models import ProcrastinateJob

from grants import services
from grants.models import RentContribution
from parties import moment
from parties.models import Person
from tests.office import days_ago, make_user
from workflows import jobs
from workflows.engine import TransitionRefused
from workflows.examination.permissions import may_read, may_send, may_write
from workflows.models import Case, Delegation, Document, HistoryEntry
from workflows.permissions import is_own_case
from workflows.services import delegations

pytestmark = pytest.mark.django_db

Level = Delegation.Level
NEW, LIST = reverse("workflows:new_delegation"), reverse("workflows:delegations")


@pytest.fixture(autouse=True)
def _in_english():
    """Sentences are compared as they stand in the sources."""
    with translation.override("en"):
        yield


@pytest.fixture
def consultant():
    return make_user("consulente@example.org")


def given(about, by, level=Level.FILL, days=30, email="consulente@example.org"):
    return delegations.give(
        by=by,
        email=email,
        level=level,
        valid_to=moment.today() + timedelta(days=days),
        about=about,
        statement="Delego.",
    )


def accepted(about, by, to, level=Level.FILL, **more):
    return delegations.accept(given(about, by, level, **more), by=to)


def rights(case, user):
    fresh = RentContribution.objects.get(pk=case.pk)
    return tuple(may(fresh, user) for may in (may_read, may_write, may_send))


def test_DIG_15_a_draft_is_in_one_hand_at_a_time(office, consultant):
    draft = office.draft()
    owner = draft.opened_by
    seen = [(rights(draft, owner), rights(draft, consultant))]

    one = accepted(draft, owner, consultant)
    seen.append((rights(draft, owner), rights(draft, consultant)))
    one = delegations.hand_back(one, by=consultant, note="Manca il preventivo.")
    seen.append((rights(draft, owner), rights(draft, consultant)))
    one = delegations.hand_over(one, by=owner)
    delegations.hand_back(one, by=owner)
    seen.append((rights(draft, owner), rights(draft, consultant)))
    delegations.revoke(one, by=owner)
    seen.append((rights(draft, owner), rights(draft, consultant)))

    all_of_it, read, none = (True, True, True), (True, False, False), (False, False, False)
    assert seen == [
        (all_of_it, none),
        (read, (True, True, False)),
        (all_of_it, read),
        (all_of_it, read),
        (all_of_it, none),
    ]
    told = HistoryEntry.objects.filter(case_id=draft.pk).order_by("position")
    assert list(told.values_list("name", "by__email", "reason")) == [
        ("give_delegation", owner.email, "consulente@example.org: Read and fill in"),
        ("accept_delegation", consultant.email, ""),
        ("hand_draft_back", consultant.email, "Manca il preventivo."),
        ("hand_draft_over", owner.email, ""),
        ("take_draft_back", owner.email, ""),
        ("revoked_delegation", owner.email, ""),
    ]


def test_DIG_15_whoever_sends_for_a_firm_files_it_under_the_firms_names(office, consultant):
    owner = office.applicant()
    draft = office.draft(owner)
    accepted(draft, owner, consultant, Level.SEND)

    case = RentContribution.objects.get(pk=draft.pk)
    case = services.submit(case, by=consultant, filing=office.filing(), submission_key=uuid.uuid4())

    assert (case.applicant.person.user, case.opened_by) == (owner, owner)
    assert not Person.objects.filter(user=consultant).exists()
    sent = HistoryEntry.objects.get(case_id=case.pk, name="submit")
    assert sent.by == consultant
    [receipt] = case.letters.all()
    assert [one.address for one in receipt.deliveries.all()] == [case.applicant.email]


def test_delegation_of_a_party_reaches_what_was_sent_and_no_draft(office, consultant):
    case = office.file()
    owner, person = case.opened_by, case.opened_by.person
    draft = office.draft(owner)
    other = office.file(office.applicant())
    accepted(person, owner, consultant, Level.READ)

    assert list(Case.objects.visible_to(consultant)) == [Case.objects.get(pk=case.pk)]
    readable = Document.objects.visible_to(consultant)
    assert set(readable.values_list("case_id", flat=True)) == {case.pk}
    assert [rights(one, consultant)[0] for one in (case, draft, other)] == [True, False, False]
    # Whoever has acted for a party judges nothing of theirs, whatever their work later is (ORG-08).
    assert [is_own_case(one, consultant) for one in (case, other)] == [True, False]


def test_delegation_that_has_run_out_opens_nothing_and_can_be_given_anew(office, consultant):
    draft = office.draft()
    with days_ago(40):
        accepted(draft, draft.opened_by, consultant)

    assert rights(draft, consultant) == (False, False, False)
    assert rights(draft, draft.opened_by) == (True, True, True)
    assert list(Case.objects.visible_to(consultant)) == []
    accepted(draft, draft.opened_by, consultant)
    assert rights(draft, consultant) == (True, True, False)
    assert Delegation.objects.filter(end="replaced").count() == 1


def test_what_is_not_theirs_to_do_is_refused_with_a_sentence_and_no_change(office, consultant):
    draft, stranger = office.draft(), office.applicant()
    owner = draft.opened_by
    one = given(draft, owner)
    tries = [
        lambda: given(draft, stranger),
        lambda: given(draft, owner, email=owner.email),
        lambda: given(draft, owner),
        lambda: given(draft, owner, days=-1, email="altro@example.org"),
        lambda: delegations.accept(one, by=stranger),
        lambda: delegations.hand_over(one, by=owner),
        lambda: delegations.revoke(one, by=stranger),
        lambda: delegations.give_up(one, by=consultant),
        lambda: given(office.file(office.applicant()), office.officer, email="z@example.org"),
    ]
    before = list(Delegation.objects.values())

    for refused in tries:
        with pytest.raises(TransitionRefused):
            refused()

    assert list(Delegation.objects.values()) == before
    work = given(draft, owner, email=office.officer.email)
    with pytest.raises(TransitionRefused, match="acts for nobody"):
        delegations.accept(work, by=office.officer)


def test_pages_lead_from_giving_to_handing_back(as_user, office, consultant):
    draft = office.draft()
    owner, day = draft.opened_by, moment.today() + timedelta(days=30)
    asked = {"pratica": draft.pk, "level": "fill", "valid_to": day.isoformat(), "agrees": "on"}
    wrong = as_user(owner).post(NEW, asked | {"email": "niente", "valid_to": "31/12/2020"})
    assert (wrong.status_code, Delegation.objects.count()) == (422, 0)
    assert "niente" in wrong.content.decode()

    as_user(owner).post(NEW, asked | {"email": consultant.email.upper()})
    one = Delegation.objects.get()
    page = reverse("workflows:delegation", args=[one.pk])
    chi = reverse("grants:page", args=[draft.pk, "chi"])
    review = reverse("grants:review", args=[draft.pk])
    assert as_user(consultant).get(review).status_code == 404
    assert as_user(office.applicant()).get(page).status_code == 404
    assert page in as_user(consultant).get(LIST).content.decode()

    as_user(consultant).post(page, {"act": "accept"})
    assert as_user(consultant).get(chi).status_code == 200
    assert as_user(owner).get(chi)["Location"] == review
    held = as_user(owner).get(review)
    assert not held.context["pen"].may_write
    assert "Invia la domanda" not in held.content.decode()
    sending = as_user(consultant).post(reverse("grants:submit", args=[draft.pk]))
    assert (sending["Location"], Case.objects.get(pk=draft.pk).submitted_at) == (review, None)

    as_user(consultant).post(page, {"act": "hand_back", "note": "Pronta."})
    assert as_user(consultant).get(chi)["Location"] == review
    assert as_user(owner).get(chi).status_code == 200
    again = as_user(consultant).post(page, {"act": "hand_back"})
    assert (again.status_code, "è già stata restituita" in again.content.decode()) == (409, True)


def test_each_side_is_told_by_email(office, consultant):
    draft = office.draft()
    one = accepted(draft, draft.opened_by, consultant)
    delegations.hand_back(one, by=consultant, note="Manca il preventivo.")
    mail.outbox.clear()

    told = ProcrastinateJob.objects.filter(task_name="workflows.tell_delegation").order_by("pk")
    for args in told.values_list("args", flat=True):
        jobs.tell_delegation(**args)

    owner = draft.opened_by.email
    assert [message.to for message in mail.outbox] == [[consultant.email], [owner], [owner]]
    assert "Manca il preventivo." in mail.outbox[-1].body


@pytest.mark.parametrize("number", [1, 3])
def test_list_asks_no_more_for_three_than_for_one(
    as_user, office, consultant, django_assert_num_queries, number
):
    for _each in range(number):
        draft = office.draft()
        accepted(draft, draft.opened_by, consultant)
    client = as_user(consultant)

    with django_assert_num_queries(5):
        page = client.get(LIST)

    assert len(page.context["rows"]) == number
