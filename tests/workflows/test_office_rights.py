"""Who sees the office's page of a case, and who may act or write on it."""

import pytest
from django.urls import reverse

from parties.roles import Role
from tests.office import make_user
from tests.workflows.case_pages import page_of, words
from workflows.models import Note
from workflows.services.notes import add_note
from workflows.tasks import perform

pytestmark = pytest.mark.django_db

READERS = [Role.AUDITOR, Role.ACCOUNTANT]


def act_of(case, name):
    return reverse("workflows:act", args=[case.pk, name])


def offered(response):
    return [offer.act.name for offer in response.context["offers"] if not offer.blocking]


def test_case_that_is_over_can_only_be_undone(office, as_user):
    case = office.granted()

    undoing = ["start_annulment", "start_recall"]
    for user, acts in ((office.officer, ["note_codes"]), (office.director, undoing)):
        response = as_user(user).get(page_of(case))
        names = [offer.act.name for offer in response.context["offers"]]
        assert (response.status_code, names) == (200, acts)
        assert response.context["tasks"] == []
        assert response.context["terms"] == []
    assert "600,00 €" in words(response)
    assert [row["letter"].kind for row in response.context["letters"]] == ["receipt", "grant"]


def test_acts_are_those_of_role_and_state(office, as_user):
    case = office.examined()

    assert offered(as_user(office.officer).get(page_of(case))) == [
        "propose_admission",
        "request_integration",
        "give_refusal_notice",
    ]
    assert offered(as_user(office.director).get(page_of(case))) == []

    case = perform(case, "propose_admission", by=office.officer)
    response = as_user(office.director).get(page_of(case))
    assert offered(response) == ["grant", "send_back"]
    closed = [offer.act.name for offer in response.context["offers"] if offer.blocking]
    assert closed == ["offer_partial", "put_on_waiting_list"]


@pytest.mark.parametrize("role", READERS)
def test_readers_see_everything_and_no_act(office, as_user, role):
    case = office.examined()

    response = as_user(office.staff[role]).get(page_of(case))

    assert response.status_code == 200
    assert response.context["offers"] == []
    assert not any(
        row["may_take"] or row["may_release"] or row["may_hand_over"]
        for row in response.context["tasks"]
    )


def test_page_is_not_for_applicants_and_strangers(office, as_user, client):
    case = office.examined()

    assert client.get(page_of(case)).status_code == 302
    assert as_user(case.opened_by).get(page_of(case)).status_code == 403
    assert as_user(office.applicant()).get(page_of(case)).status_code == 403
    assert as_user(office.staff[Role.ADMINISTRATOR]).get(page_of(case)).status_code == 403


def test_case_that_does_not_exist_or_is_not_filed_is_not_found(office, as_user):
    draft = office.draft()
    client = as_user(office.officer)

    assert client.get(page_of(draft)).status_code == 404
    assert client.get(reverse("workflows:office_case", args=[draft.pk + 999])).status_code == 404


def test_party_to_the_case_is_kept_out_of_it(office, as_user):
    both = make_user("anche.richiedente@example.org", Role.OFFICER)
    case = office.file(user=both)
    client = as_user(both)

    for response in (
        client.get(page_of(case)),
        client.get(act_of(case, "start_examination")),
        client.post(act_of(case, "start_examination"), {"seen_version": case.version}),
        client.post(reverse("workflows:note", args=[case.pk]), {"text": "Tutto bene."}),
    ):
        assert response.status_code == 403
    case.refresh_from_db(fields=["version"])
    assert (case.version, Note.objects.count()) == (2, 0)


def test_auditor_reads_notes_and_writes_none(office, as_user):
    case = office.examined()
    add_note(case, by=office.officer, text="Da rivedere.")
    client = as_user(office.staff[Role.AUDITOR])

    assert "Da rivedere." in words(client.get(page_of(case)))
    response = client.post(reverse("workflows:note", args=[case.pk]), {"text": "Io no."})
    assert response.status_code == 403
    assert Note.objects.count() == 1
