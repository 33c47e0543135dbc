"""Answers to the extra questions once they are filed: their files, their columns, who reads them."""

from dataclasses import replace
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from grants import services
from tests.grants import asking, typed
from tests.grants.asking import FILED, QUESTIONS, later_version
from tests.letters.reading import missing_from, sent
from tests.office import pdf_file
from workflows.models import Answer, ProtocolEntry

pytestmark = pytest.mark.django_db
JSON = {"Accept": "application/json"}


@pytest.fixture
def asks(office):
    """The office, whose call asks one question of each kind."""
    later_version(office, *QUESTIONS)
    return office


def submit(client, case):
    key = {"submission_key": str(uuid4())}
    return client.post(reverse("grants:submit", args=[case.pk]), key)


def problems(client, case):
    found = client.get(reverse("grants:review", args=[case.pk])).context["problems"]
    return [(one["url"].partition("#")[2], one["sentence"]) for one in found]


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        (lambda: pdf_file("piano.docx"), "piano.docx"),
        (lambda: None, "Scegli prima un file."),
    ],
)
def test_file_question_takes_only_what_the_call_accepts(asks, as_user, file, sentence):
    case = asking.draft(asks, plan=False)
    client = as_user(case.opened_by)
    address = reverse("grants:upload", args=[case.pk, "q_piano"])
    sent_file = file()

    answer = client.post(address, {"file": sent_file} if sent_file else {}, headers=JSON)

    assert (answer.status_code, case.documents.filter(requirement="q_piano").count()) == (422, 0)
    assert sentence in answer.json()["message"] or "accett" in answer.json()["message"]


def test_file_question_is_answered_by_its_file(asks, as_user):
    case = asking.draft(asks, plan=False)
    client = as_user(case.opened_by)
    assert problems(client, case) == [("doc-q_piano", "Allega questo documento.")]

    client.post(
        reverse("grants:upload", args=[case.pk, "q_piano"]), {"file": pdf_file("piano.pdf")}
    )

    assert problems(client, case) == []
    submit(client, case)
    (kept,) = case.documents.filter(requirement="q_piano")
    assert (kept.name, kept.filed_at is not None) == ("piano.pdf", True)


def test_file_for_a_question_that_is_not_asked_is_refused(office, as_user):
    case = typed.draft(office)
    address = reverse("grants:upload", args=[case.pk, "q_piano"])

    assert as_user(case.opened_by).post(address, {"file": pdf_file()}).status_code == 404


def test_filed_answers_never_change(asks, as_user):
    case = asking.draft(asks)
    submit(as_user(case.opened_by), case)
    answer = Answer.objects.get(case=case, question__code="motto")

    def tries():
        yield lambda: Answer.objects.filter(pk=answer.pk).update(text="Altro")
        yield answer.delete

    for change in tries():
        with pytest.raises(IntegrityError, match="never changed or deleted"), transaction.atomic():
            change()
    assert typed.again(case).given_answers == FILED


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "text", "text": ""},
        {"kind": "money", "text": "mille"},
        {"kind": "date", "text": "2026-01-01"},
        {"kind": "choices", "text": "web"},
        {"kind": "heading", "text": "x"},
    ],
)
def test_answer_stands_in_the_column_of_its_kind(asks, wrong):
    case = typed.draft(asks)
    question = asks.call.version.questions.get(code="motto")

    with pytest.raises(IntegrityError, match="answer_stands_in_its_column"), transaction.atomic():
        Answer.objects.create(case=case, question=question, **wrong)


WORDS = (
    "Piano, ma bene",
    "1.000,50 €",
    "24/12/2026",
    "Arte",
    "Rete",
    "Tavolo",
    "1.450,00 €",
)


def test_answers_are_read_by_applicant_and_office_and_in_the_receipt(asks, as_user):
    case = asking.draft(asks)
    client = as_user(case.opened_by)
    review = client.get(reverse("grants:review", args=[case.pk])).content.decode()
    submit(client, case)
    case = typed.again(case)
    own = client.get(reverse("workflows:case", args=[case.pk])).content.decode()
    office = as_user(asks.officer).get(reverse("workflows:office_case", args=[case.pk]))

    pages = {"review": review, "own": own, "office": office.content.decode()}
    assert {
        name: [words for words in WORDS if words not in text] for name, text in pages.items()
    } == {"review": [], "own": [], "office": []}
    title = "Piano d&#x27;impresa"
    assert [name for name, text in pages.items() if title not in text] == []
    assert missing_from(sent(case, "receipt"), "Un motto", *WORDS) == []


def test_pages_ask_as_much_of_the_database_for_one_answer_as_for_nine(asks, as_user):
    counts = []
    for given in ({"motto": "M", "settore": "bosco", "vero": True}, FILED):
        case = typed.draft(asks)
        typed.attach(case, "q_piano")
        services.submit(
            case,
            by=case.opened_by,
            filing=replace(asks.filing(), given_answers=given),
            submission_key=uuid4(),
        )
        for user, name in ((asks.officer, "office_case"), (case.opened_by, "case")):
            client = as_user(user)
            address = reverse(f"workflows:{name}", args=[case.pk])
            client.get(address)
            with CaptureQueriesContext(connection) as asked:
                client.get(address)
            counts.append(len(asked))
    assert counts[:2] == counts[2:]


def test_protocol_lists_the_file_of_a_question(asks, as_user):
    case = asking.draft(asks)
    submit(as_user(case.opened_by), case)

    entry = ProtocolEntry.objects.get(case=case, direction="in")
    assert case.documents.get(requirement="q_piano").sha256 in str(entry.digests)
