"""The letters of whoever applies: what has come, unread until opened, theirs alone."""

import pytest
from django.db import transaction
from django.urls import reverse

from letters.models import LetterReading
from letters.queries import inbox, unread
from letters.services import sending
from letters.services.failing import fail
from tests.letters.posting import AREA, letter_to, to
from tests.letters.reading import file_of, sent

pytestmark = pytest.mark.django_db
INBOX = reverse("letters:inbox")


@pytest.fixture
def case(office):
    """A filed case whose receipt has been sent."""
    case = office.file()
    sending.send(sent(case, "receipt").deliveries.get().pk)
    return case


def arrived(office, case, **more):
    """A letter about a case made available to its applicant."""
    letter = letter_to(office, to("", AREA, party_id=case.applicant_id, **more), case=case)
    sending.send(letter.deliveries.get().pk)
    return letter


def text(response) -> str:
    return " ".join(response.content.decode().split())


def test_letter_is_unread_until_it_is_opened(office, case, as_user):
    user, letter = case.opened_by, sent(case, "receipt")
    client = as_user(user)
    assert unread(user) == 1

    assert "Ricevuta della domanda" in text(client.get(f"{INBOX}?elenco=nuove"))
    first = client.get(reverse("letters:inbox_letter", args=[letter.pk]))
    client.get(reverse("letters:inbox_letter", args=[letter.pk]))

    assert first.status_code == 200
    assert unread(user) == 0
    assert LetterReading.objects.filter(letter=letter, user=user).count() == 1
    assert "Ricevuta della domanda" not in text(client.get(f"{INBOX}?elenco=nuove"))
    assert "Ricevuta della domanda" in text(client.get(INBOX))


def test_download_is_the_file_and_marks_it_read(case, as_user):
    letter = sent(case, "receipt")

    response = as_user(case.opened_by).get(reverse("letters:inbox_file", args=[letter.pk]))

    assert b"".join(response.streaming_content) == file_of(letter)
    assert response["Content-Disposition"].startswith("attachment")
    assert unread(case.opened_by) == 0


def test_reading_is_no_delivery(office, case, as_user):
    letter = sent(case, "receipt")

    as_user(case.opened_by).get(reverse("letters:inbox_letter", args=[letter.pk]))

    assert letter.deliveries.get().delivered_at is None


def test_letter_that_has_not_left_and_letters_to_others_are_not_there(office, case):
    letter_to(office, to("", AREA, party_id=case.applicant_id), case=case)
    other = letter_to(office, to("comune@example.org", is_copy=True), case=case)
    sending.send(other.deliveries.get().pk)

    assert [letter.kind for letter in inbox(case.opened_by)] == ["receipt"]


def test_letter_that_could_not_be_delivered_is_there_and_says_so(office, case, as_user):
    letter = sent(case, "receipt")
    with transaction.atomic():
        fail(letter.deliveries.get(), "full", "casella piena")

    page = text(as_user(case.opened_by).get(reverse("letters:inbox_letter", args=[letter.pk])))

    assert "ui-tone-warning" in page
    assert letter.deliveries.get().address in page


def test_letters_of_others_are_not_found(office, case, as_user):
    letter = sent(case, "receipt")
    for person in (office.applicant(), office.officer):
        client = as_user(person)
        for name in ("letters:inbox_letter", "letters:inbox_file"):
            assert client.get(reverse(name, args=[letter.pk])).status_code == 404
    assert LetterReading.objects.count() == 0


def test_letters_of_one_case_alone(case, as_user):
    client = as_user(case.opened_by)

    own, other, none = (
        client.get(f"{INBOX}?pratica={number}").context["rows"]
        for number in (case.pk, case.pk + 1, "x")
    )

    assert [row["letter"].case_id for row in own] == [case.pk]
    assert (len(other), len(none)) == (0, 1)


@pytest.mark.parametrize("rows", [1, 3])
def test_inbox_asks_as_much_for_many_letters(
    office, case, as_user, rows, django_assert_num_queries
):
    for _letter in range(rows - 1):
        arrived(office, case)
    client = as_user(case.opened_by)
    client.get(INBOX)

    with django_assert_num_queries(7):
        response = client.get(INBOX)

    assert len(response.context["rows"]) == rows
