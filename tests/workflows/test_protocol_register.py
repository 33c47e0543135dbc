"""The register as pages: newest first, found by number, words, days and case; entries one by one."""

import hashlib
from datetime import timedelta

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import reverse
from django.utils import timezone, translation

from parties import moment
from tests.office import days_ago, make_body, make_user, pdf_file
from tests.workflows.registers import write
from workflows.engine import Refusal, TransitionRefused
from workflows.models import Document, ProtocolEntry
from workflows.protocol_search import ProtocolFilters, protocol
from workflows.services.registering import Arrival, register_by_hand
from workflows.uploads import Refused

pytestmark = pytest.mark.django_db
LIST, NEW = "workflows:protocol", "workflows:protocol_new"


@pytest.fixture(autouse=True)
def _in_english(client):
    """Sentences and pages are compared as they stand in the sources."""
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    with translation.override("en"):
        yield


def found(**filters):
    entries = protocol(ProtocolFilters(**filters)).order_by("number")
    return [str(entry) for entry in entries]


def by_hand(office, *files, **values):
    return register_by_hand(
        files or [pdf_file("verbale.pdf")],
        **{
            "by": office.officer,
            "direction": "internal",
            "subject": "Verbale della riunione",
            "counterpart": "Ufficio contributi",
            "body": office.agency,
        }
        | values,
    )


@pytest.mark.parametrize(
    ("words", "numbers"),
    [("1", [1]), ("0000003", [3]), ("3/1999", []), ("doman contr", [1, 3]), ("assente", [])],
)
def test_entries_are_found_when_searched(office, words, numbers):
    office.file()
    office.file()
    year = timezone.localdate().year

    assert found(q=words, direction="in") == [f"{number:07d}/{year}" for number in numbers]


def test_search_bears_any_typing_when_it_holds_operators(office):
    office.file()

    assert found(q="zz' & | ! <-> :* ( \\ \x00") == []


def test_entries_are_found_by_day_case_and_body(office):
    write(office.chamber, "Della camera")
    entries = [write(office.agency, f"Di {ago} giorni fa", ago=ago) for ago in (4, 3, 2)]
    case = office.file()
    first, second, third = map(str, entries)
    today = moment.today()
    day = [today - timedelta(days=ago) for ago in range(5)]

    assert found(since=day[3], until=day[3]) == [second]
    assert found(until=day[3], body=office.agency.pk) == [first, second]
    assert found(since=day[2], until=day[1]) == [third]
    assert found(case=f" {case.number.lower()} ") == sorted(
        str(entry) for entry in case.protocol_entries.all()
    )
    assert found(body=office.chamber.pk) == [f"0000001/{today.year}"]


@pytest.mark.parametrize("rows", [1, 3])
def test_register_has_constant_queries_when_rows_grow(
    office, as_user, rows, django_assert_num_queries
):
    made = [office.file().protocol_in for _ in range(rows)]
    client = as_user(office.staff["auditor"])
    client.get(reverse(LIST))

    with django_assert_num_queries(6):
        response = client.get(reverse(LIST), {"direction": "in"})

    assert response.context["page"].rows == made[::-1]
    assert made[0].digests[0]["sha256"] in response.content.decode()


def test_days_in_the_wrong_order_are_told_and_narrow_nothing(office, as_user):
    entry = office.file().protocol_in
    wrong = {"since": "2026-05-02", "until": "2026-05-01", "direction": "in"}

    response = as_user(office.officer).get(reverse(LIST), wrong)

    assert "This day comes before the first one." in response.content.decode()
    assert response.context["page"].rows == [entry]


def test_page_of_an_entry_links_the_documents_that_the_reader_may_see(office, as_user):
    case = office.file()
    entry = case.protocol_in

    told = as_user(office.officer).get(entry.get_absolute_url()).content.decode()

    documents = Document.objects.filter(case=case, origin="applicant")
    assert len(entry.digests) == len(documents) > 0
    for digest in entry.digests:
        assert digest["sha256"] in told
    for document in documents:
        assert reverse("workflows:document", args=[document.pk]) in told
    assert reverse("workflows:office_case", args=[case.pk]) in told
    assert "The entry is as it was written." in told


def test_page_of_an_entry_tells_when_it_was_changed_behind_our_back(office, as_user):
    entry = write(office.agency)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE workflows_protocolentry DISABLE TRIGGER append_only")
        cursor.execute("UPDATE workflows_protocolentry SET subject = 'Altro'")
        cursor.execute("ALTER TABLE workflows_protocolentry ENABLE TRIGGER append_only")

    told = as_user(office.officer).get(entry.get_absolute_url()).content.decode()

    assert "no longer what was written" in told


def test_number_that_two_bodies_have_given_leads_to_both(office, as_user):
    one, other = write(office.agency), write(office.chamber, "Della camera")
    client = as_user(office.officer)
    bare = reverse("workflows:protocol_entry", args=[one.year, 1])

    response = client.get(bare, follow=True)

    assert {entry.pk for entry in response.context["page"].rows} == {one.pk, other.pk}
    assert "Della camera" in client.get(other.get_absolute_url()).content.decode()
    assert client.get(reverse("workflows:protocol_entry", args=[one.year, 9])).status_code == 404


def test_PRT_02_document_is_kept_numbered_and_belongs_to_its_case(office):
    case = office.file()
    arrival = Arrival("via PEC", "77/A", moment.today())

    entry = by_hand(office, direction="in", case=case, arrival=arrival, body=office.chamber)

    document = Document.objects.get(case=case, origin="office")
    kept = (entry.body, entry.case_id, entry.direction, entry.by, entry.digests, entry.note)
    assert kept == (
        office.agency,
        case.pk,
        "in",
        office.officer,
        [{"name": "verbale.pdf", "sha256": document.sha256}],
        f"Ricevuto via PEC, protocollo del mittente n. 77/A, documento del {moment.today():%d/%m/%Y}.",
    )
    assert document.filed_at == entry.registered_at


def test_PRT_02_document_outside_any_case_is_read_by_the_office_alone(office, as_user):
    entry = by_hand(office)
    document = Document.objects.get(case=None)
    address = reverse("workflows:document", args=[document.pk])

    assert address in as_user(office.officer).get(entry.get_absolute_url()).content.decode()
    read = b"".join(as_user(office.officer).get(address).streaming_content)
    assert hashlib.sha256(read).hexdigest() == document.sha256
    assert as_user(office.applicant()).get(address).status_code == 404
    assert as_user(office.staff["administrator"]).get(address).status_code == 404


def test_applicant_does_not_see_what_the_office_registered_in_the_case(office, as_user):
    case = office.file()
    by_hand(office, case=case)
    document = Document.objects.get(case=case, origin="office")
    client = as_user(case.opened_by)

    assert client.get(reverse("workflows:document", args=[document.pk])).status_code == 404
    page = client.get(reverse("workflows:case", args=[case.pk]))
    assert "verbale.pdf" not in page.content.decode()


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"subject": " "}, "Write what the document is about."),
        ({"counterpart": ""}, "Write who the document comes from or goes to."),
        ({"direction": "out"}, "Your role does not register documents in this direction."),
    ],
)
def test_registration_is_refused_with_a_sentence(office, changes, why):
    with pytest.raises(TransitionRefused) as refused:
        by_hand(office, **changes)

    assert refused.value.sentence == why
    assert not ProtocolEntry.objects.exists()


def test_registration_by_who_may_not_or_in_the_own_case_is_refused(office):
    officer = make_user("altro.istruttore@example.org", "officer")
    case = office.file(user=officer)

    for by, values in ((office.accountant, {}), (officer, {"case": case})):
        with pytest.raises(TransitionRefused) as refused:
            by_hand(office, by=by, **values)
        assert refused.value.why is Refusal.RIGHT


def test_file_that_is_not_accepted_takes_no_number(office):
    good, bad = pdf_file(), SimpleUploadedFile("virus.pdf", b"MZ" + b"0" * 100)

    with pytest.raises(Refused):
        by_hand(office, good, bad)

    assert (ProtocolEntry.objects.count(), Document.objects.count()) == (0, 0)


def test_page_registers_several_files(office, as_user):
    client = as_user(office.officer)
    typed = {"direction": "in", "subject": "Esposto", "counterpart": "Comune di Prova"}

    response = client.post(
        reverse(NEW),
        typed | {"files": [pdf_file("a.pdf", "a"), pdf_file("b.pdf", "b")], "means": "per posta"},
    )

    entry = ProtocolEntry.objects.get()
    assert response.headers["Location"] == entry.get_absolute_url()
    assert [digest["name"] for digest in entry.digests] == ["a.pdf", "b.pdf"]
    assert (entry.body, entry.note) == (office.agency, "Ricevuto per posta.")


def test_page_keeps_what_was_typed_when_the_file_is_refused(office, as_user):
    typed = {"direction": "internal", "subject": "Relazione", "counterpart": "Direzione"}

    response = as_user(office.officer).post(
        reverse(NEW), typed | {"files": [SimpleUploadedFile("vuoto.pdf", b"")], "case": "X-1"}
    )

    told = response.content.decode()
    assert response.status_code == 422
    assert "Relazione" in told
    assert "No filed case has this number." in told


def test_page_asks_which_body_when_several_keep_a_register(office, as_user):
    other = make_body("altra", "Altra agenzia")
    with days_ago(1):
        write(other)
    client = as_user(office.officer)
    typed = {"direction": "internal", "subject": "Nota", "counterpart": "Direzione"}

    assert client.post(reverse(NEW), typed | {"files": pdf_file()}).status_code == 422
    client.post(reverse(NEW), typed | {"files": pdf_file(), "body": other.pk})

    assert ProtocolEntry.objects.get(subject="Nota").body == other
