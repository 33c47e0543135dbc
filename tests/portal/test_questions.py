"""Somebody asks about a call, the office answers, everybody reads; a later answer keeps the earlier one."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from calls.models import Call, Enquiry, EnquiryAnswer
from calls.services import enquiries as services
from calls.telling import tell_answer
from tests.calls.setting_up import shown as new_call
from tests.office import days_ago

pytestmark = pytest.mark.django_db
TEXT = "Il noleggio di un monitor è una spesa ammissibile?"
SAID = {
    "question_it": "Il noleggio di uno schermo è ammesso?",
    "answer_it": "Sì, se il listino dello spazio lo prevede.",
    "question_en": "",
    "answer_en": "",
    "is_public": "on",
}


PAGE = reverse("portal:questions", args=["COW-SPORT"])
OWN = reverse("portal:question", args=["COW-SPORT", 1])


@pytest.fixture
def asked(office, client, as_user):
    as_user(office.applicant())
    assert client.post(PAGE, {"text": TEXT}).status_code == 302
    return Enquiry.objects.get()


def reply(client, enquiry, seen, **changes):
    address = reverse("calls:enquiry", args=[enquiry.pk])
    return client.post(address, SAID | {"seen": seen} | changes)


def text_of(client, address, **query) -> str:
    return client.get(address, query).content.decode()


def test_a_question_is_answered_published_told_and_found_again(
    asked, client, as_user, mailoutbox, office
):
    assert "In attesa di risposta" in text_of(client, PAGE)

    as_user(office.officer)
    assert TEXT in text_of(client, reverse("calls:enquiries"))
    assert reply(client, asked, 0).status_code == 302
    assert TEXT not in text_of(client, reverse("calls:enquiries"))
    assert TEXT in text_of(client, reverse("calls:enquiries"), state="answered")
    tell_answer(EnquiryAnswer.objects.get().pk)
    mail = next(one for one in mailoutbox if one.to == [asked.asked_by.email])
    assert SAID["answer_it"] in mail.body
    assert PAGE in mail.body

    client.logout()
    for address in (PAGE, OWN, reverse("portal:call", args=[office.call.code])):
        read = text_of(client, address)
        assert SAID["question_it"] in read
        assert SAID["answer_it"] in read
        # Who asked, and how, stays with the office.
        assert TEXT not in read
        assert asked.asked_by.email not in read
    assert 'id="quesito-1"' in text_of(client, PAGE)
    assert SAID["answer_it"] in text_of(client, PAGE, q="schermo listino")
    assert SAID["answer_it"] not in text_of(client, PAGE, q="schermo biciclette")


def test_a_later_answer_takes_the_place_of_the_first_which_stays_readable(
    office, asked, client, as_user
):
    as_user(office.officer)
    reply(client, asked, 0)
    refused = reply(client, asked, 1, answer_it="No.")
    assert (refused.status_code, "reason" in refused.context["form"].errors) == (422, True)
    reply(client, asked, 1, answer_it="No.", reason="Chiarito dalla direzione")

    assert [(one.version, one.answer_it) for one in asked.answers.all()] == [
        (2, "No."),
        (1, SAID["answer_it"]),
    ]
    own = text_of(client, OWN)
    assert "Chiarito dalla direzione" in own
    assert own.index("No.") < own.index(SAID["answer_it"])
    assert SAID["answer_it"] not in text_of(client, PAGE)


def test_two_officers_answering_at_once_do_not_overwrite_each_other(office, asked, client, as_user):
    as_user(office.officer)
    reply(client, asked, 0)
    late = reply(client, asked, 0, answer_it="Un'altra risposta.", reason="Non sapevo")

    assert late.status_code == 409
    assert "Un&#x27;altra risposta." in late.content.decode()
    assert EnquiryAnswer.objects.count() == 1


def test_an_answer_for_one_person_alone_is_shown_to_nobody_else(office, asked, client, as_user):
    as_user(office.officer)
    client.post(
        reverse("calls:enquiry", args=[asked.pk]),
        {name: said for name, said in SAID.items() if name != "is_public"} | {"seen": 0},
    )
    asked.refresh_from_db()

    assert (asked.number, asked.answer.is_public) == (None, False)
    assert SAID["answer_it"] in text_of(as_user(asked.asked_by), PAGE)
    assert SAID["answer_it"] not in text_of(as_user(office.applicant()), PAGE)


def test_an_answer_taken_back_from_the_public_is_found_no_more(office, asked, client, as_user):
    as_user(office.officer)
    reply(client, asked, 0)
    withdrawn = {name: said for name, said in SAID.items() if name != "is_public"}
    address = reverse("calls:enquiry", args=[asked.pk])
    client.post(address, withdrawn | {"seen": 1, "reason": "Riguardava una sola persona"})

    assert client.get(OWN).status_code == 404
    assert SAID["question_it"] not in text_of(client, PAGE)


def test_numbers_follow_the_order_of_publication_within_each_call(office, asked):
    other = new_call(office, opens=1, closes=30)
    for call in (office.call, other):
        services.ask(call, by=office.applicant(), text=f"{TEXT} Per {call.code}")
    said = SAID | {"is_public": True, "reason": ""}
    for one in Enquiry.objects.order_by("-pk"):
        services.answer(one, by=office.officer, seen=0, said=said)

    numbered = Enquiry.objects.order_by("call__code", "number")
    assert [(one.call_id, one.number) for one in numbered] == [
        (other.pk, 1),
        (office.call.pk, 1),
        (office.call.pk, 2),
    ]


@pytest.mark.parametrize("text", ["", "Perché?", "x" * 2001, "con un nullo \0 dentro il testo"])
def test_what_is_no_question_is_told_beside_the_field_and_kept(office, client, as_user, text):
    as_user(office.applicant())
    answer = client.post(PAGE, {"text": text})

    assert (answer.status_code, "text" in answer.context["form"].errors) == (422, True)
    assert not Enquiry.objects.exists()


def test_the_same_question_sent_twice_counts_once_and_a_sixth_in_a_day_waits(
    asked, client, settings
):
    again = client.post(PAGE, {"text": TEXT})
    assert again.status_code == 422
    assert "Hai già inviato questo quesito" in again.content.decode()

    for number in range(2, settings.QUESTIONS_A_DAY + 1):
        assert client.post(PAGE, {"text": f"{TEXT} ({number})"}).status_code == 302
    late = client.post(PAGE, {"text": f"{TEXT} (un altro)"})
    assert late.status_code == 422
    assert f"Hai già inviato {settings.QUESTIONS_A_DAY} quesiti" in late.content.decode()
    assert f"{TEXT} (un altro)" in late.content.decode()
    assert Enquiry.objects.count() == settings.QUESTIONS_A_DAY


def test_questions_of_yesterday_leave_room_for_those_of_today(office, client, as_user):
    user = office.applicant()
    with days_ago(1.1):
        for number in range(5):
            services.ask(office.call, by=user, text=f"{TEXT} ({number})")

    assert as_user(user).post(PAGE, {"text": TEXT}).status_code == 302


def test_after_the_day_that_the_call_says_no_question_is_taken(office, client, as_user):
    call = Call.objects.get(code="COW-GRAD")
    call.version.parameters["questions_until_days"] = 5
    call.version.save()
    new_call(office, opens=-20, closes=4)
    page = reverse("portal:questions", args=[call.code])
    as_user(office.applicant())

    assert "I quesiti si potevano inviare fino al" in text_of(client, page)
    assert 'name="text"' not in text_of(client, page)
    assert client.post(page, {"text": TEXT}).status_code == 422
    assert not Enquiry.objects.exists()
    events = client.get(reverse("portal:call", args=[call.code])).context["events"]
    assert "Ultimo momento per i quesiti" in [str(one["title"]) for one in events]


def test_a_search_of_five_thousand_characters_shows_everything(office, asked, client, as_user):
    as_user(office.officer)
    reply(client, asked, 0)

    assert SAID["answer_it"] in text_of(client, PAGE, q="x" * 5000)
    assert client.get(PAGE, {"after": "x" * 5000, "q": "\0"}).status_code == 200


def test_an_answer_given_is_never_changed_or_deleted(office, asked, client, as_user):
    as_user(office.officer)
    reply(client, asked, 0)

    with pytest.raises(IntegrityError), transaction.atomic():
        EnquiryAnswer.objects.update(answer_it="Mai detto.")
    with pytest.raises(IntegrityError), transaction.atomic():
        Enquiry.objects.update(answer=None)


@pytest.mark.parametrize("rows", [1, 3])
def test_pages_of_questions_take_the_same_queries_for_one_and_three(
    office, client, as_user, rows, django_assert_num_queries
):
    user = office.applicant()
    said = SAID | {"is_public": True, "reason": ""}
    for number in range(rows):
        one = services.ask(office.call, by=user, text=f"{TEXT} ({number})")
        services.answer(one, by=office.officer, seen=0, said=said)

    with django_assert_num_queries(2):
        assert len(client.get(PAGE).context["rows"]) == rows
    as_user(office.officer)
    with django_assert_num_queries(5):
        client.get(reverse("calls:enquiries"), {"state": "answered"})


def test_english_readers_get_english_where_it_was_written(office, asked, client, as_user):
    as_user(office.officer)
    half = reply(client, asked, 0, question_en="Is a screen eligible?")
    assert (half.status_code, "answer_en" in half.context["form"].errors) == (422, True)
    reply(client, asked, 0, question_en="Is a screen eligible?", answer_en="Yes.")
    client.cookies["django_language"] = "en"

    assert "Is a screen eligible?" in text_of(client, PAGE)
