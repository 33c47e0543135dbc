"""Files of the application: taken, refused with a sentence, taken back."""

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.grants import typed
from tests.office import pdf_file
from tests.workflows.uploads.files import WINDOWS_PROGRAM, pdf_bytes
from workflows.models import Document

pytestmark = pytest.mark.django_db
JSON = {"Accept": "application/json"}


def send(client, case, file, requirement="quote", headers=None):
    address = reverse("grants:upload", args=[case.pk, requirement])
    return client.post(address, {"file": file} if file else {}, headers=headers)


def with_script(document):
    document.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")


@pytest.fixture
def draft(office):
    return typed.draft(office, papers=False)


def test_file_is_kept_with_its_digest_without_script(draft, as_user):
    client = as_user(draft.opened_by)

    answer = send(client, draft, pdf_file("preventivo.pdf"))

    documents = reverse("grants:page", args=[draft.pk, "documenti"])
    assert answer.url == f"{documents}#doc-quote"
    (kept,) = Document.objects.all()
    assert (kept.name, kept.requirement, len(kept.sha256)) == ("preventivo.pdf", "quote", 64)
    assert kept.sha256[:12] in client.get(documents).content.decode()


def test_file_is_kept_and_its_list_answered_with_script(draft, as_user):
    answer = send(as_user(draft.opened_by), draft, pdf_file("preventivo.pdf"), headers=JSON)

    assert answer.status_code == 200
    assert list(answer.json()["fragments"]) == ["files-quote"]
    assert "preventivo.pdf" in answer.json()["fragments"]["files-quote"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("preventivo.pdf", WINDOWS_PROGRAM),
        ("vuoto.pdf", b""),
        ("script.pdf", pdf_bytes(change=with_script)),
        ("lungo.pdf", b"%PDF-1.7\n" + b"0" * 60 * 1024 * 1024),
        ("nota.txt", b"solo testo"),
    ],
)
def test_file_is_refused_beside_its_field(draft, as_user, name, content):
    client = as_user(draft.opened_by)

    told = send(client, draft, SimpleUploadedFile(name, content), headers=JSON)
    drawn = send(client, draft, SimpleUploadedFile(name, content))

    assert (told.status_code, Document.objects.count()) == (422, 0)
    assert name in told.json()["message"]
    assert drawn.context["refused_sentence"] == told.json()["message"]
    assert 'id="refused-quote"' in drawn.content.decode()


def test_no_file_is_a_sentence_too(draft, as_user):
    answer = send(as_user(draft.opened_by), draft, None, headers=JSON)

    assert (answer.status_code, bool(answer.json()["message"])) == (422, True)


def test_document_that_the_call_does_not_ask_for_is_not_there(draft, as_user):
    assert send(as_user(draft.opened_by), draft, pdf_file(), "altro").status_code == 404


def test_eleventh_file_finds_no_room(draft, as_user):
    for _time in range(10):
        typed.attach(draft, "quote")

    assert send(as_user(draft.opened_by), draft, pdf_file(), headers=JSON).status_code == 422


def test_file_is_taken_back_until_it_is_filed(office, draft, as_user):
    file = typed.attach(draft, "quote")
    client = as_user(draft.opened_by)

    client.post(reverse("grants:remove_document", args=[draft.pk, file.pk]))

    assert Document.objects.count() == 0
    filed = office.file(draft.opened_by)
    kept = filed.documents.filter(origin="applicant").first()
    address = reverse("grants:remove_document", args=[filed.pk, kept.pk])
    assert client.post(address).status_code == 404


def test_file_of_somebody_else_is_not_there(office, draft, as_user):
    file = typed.attach(draft, "quote")
    mine = typed.draft(office)
    client = as_user(mine.opened_by)

    answers = [
        client.post(reverse("grants:remove_document", args=[case.pk, file.pk]))
        for case in (draft, mine)
    ]

    assert [answer.status_code for answer in answers] == [404, 404]
    assert send(client, draft, pdf_file()).status_code == 404


def test_ended_session_is_said_in_json_or_leads_to_sign_in(draft, client):
    assert send(client, draft, pdf_file(), headers=JSON).status_code == 401
    assert send(client, draft, pdf_file()).status_code == 302


def test_sent_application_takes_no_more_files(office, as_user):
    case = office.file()

    assert send(as_user(case.opened_by), case, pdf_file()).status_code == 404
