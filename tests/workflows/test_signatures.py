"""The signatures of what applicants bring are looked at as it comes in, shown and kept."""

import pytest
from cryptography.hazmat.primitives.serialization import Encoding
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.jobs import run_jobs
from tests.letters.authority import Authority
from tests.letters.signatures.containers import signed_container, signed_pdf
from tests.office import pdf_file
from workflows import signatures
from workflows.models import SignatureCheck
from workflows.services import documents
from workflows.tasks import perform

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def authority():
    return Authority()


@pytest.fixture
def trusting(settings, authority, tmp_path):
    """The office recognises the tests' authority, named in a folder."""
    (tmp_path / "autorita").mkdir()
    file = tmp_path / "autorita" / "prova.pem"
    file.write_bytes(authority.certificate.public_bytes(Encoding.PEM))
    settings.SIGNATURE_AUTHORITIES = str(file.parent)


def bring(case, name: str, data: bytes):
    """Attach a file to a case, as an answer does, and file it."""
    upload = SimpleUploadedFile(name, data)
    accepted = frozenset({"pdf", "p7m"})
    document = documents.attach(
        case, upload, by=case.opened_by, requirement="quote", accepted=accepted, max_bytes=10**7
    )
    documents.file_all(case)
    document.refresh_from_db()
    return document


def last(document) -> tuple[str, str]:
    check = SignatureCheck.objects.filter(document=document).latest("pk")
    return check.result, check.sentence


def of(case) -> dict:
    """The applicant as a certificate names them."""
    return {"common": case.applicant.name, "tax_code": case.applicant.tax_code}


def test_DIG_07_what_comes_in_is_looked_at_by_the_worker(office, trusting, authority):
    case = office.file()
    plain = pdf_file("quote.pdf").read()
    signed = bring(case, "firmato.pdf", signed_pdf(plain, authority, **of(case)))
    wrapped = bring(case, "firmato.pdf.p7m", signed_container(plain, authority, of(case)))
    signatures.check_all(case.pk)
    name, code = case.applicant.name, case.applicant.tax_code

    assert last(signed) == ("valid", f"Firma valida di {name} ({code}).")
    assert last(wrapped) == ("valid", f"Firma valida di {name} ({code}).")
    assert {
        check.result for check in SignatureCheck.objects.exclude(document__in=[signed, wrapped])
    } == {"none"}


def test_each_file_is_looked_at_once_by_the_worker(office):
    case = office.file()

    assert len(signatures.check_all(case.pk)) == case.documents.filter(origin="applicant").count()
    assert signatures.check_all(case.pk) == []


@pytest.mark.parametrize("recognised", [True, False])
def test_DIG_15_signature_of_somebody_else_or_of_an_unknown_authority(
    office, authority, settings, recognised, request
):
    if recognised:
        request.getfixturevalue("trusting")
    case = office.file()
    data = signed_pdf(
        pdf_file("x.pdf").read(), authority, "Luca Verdi", tax_code="VRDLCU75C03E897Q"
    )
    check = signatures.check(bring(case, "x.pdf", data), by=office.officer)

    assert check.result == ("other_person" if recognised else "untrusted")
    assert (check.by, check.found[0]["tax_code"]) == (office.officer, "VRDLCU75C03E897Q")


def test_changed_file_is_altered_and_the_case_goes_on(office, trusting, authority):
    case = office.examined()
    data = bytearray(signed_pdf(pdf_file("x.pdf").read(), authority, **of(case)))
    data[300] ^= 1
    document = bring(case, "x.pdf", bytes(data))
    check = signatures.check(document, by=None)

    assert check.result == "altered"
    case = perform(case, "propose_admission", by=office.officer)
    assert case.status == "admission_proposed"


def test_page_shows_the_result_beside_the_document_and_looks_again(
    office, trusting, authority, as_user
):
    case = office.examined()
    data = signed_pdf(
        pdf_file("x.pdf").read(), authority, "Luca Verdi", tax_code="VRDLCU75C03E897Q"
    )
    document = bring(case, "x.pdf", data)
    signatures.check_all(case.pk)
    client = as_user(office.officer)
    page = reverse("workflows:office_case", args=[case.pk])
    html = client.get(page).content.decode()

    assert html.count('class="ui-signature"') == case.documents.filter(origin="applicant").count()
    assert "Firmato da altri" in html
    assert "Firma valida di Luca Verdi (VRDLCU75C03E897Q), che non risulta" in html

    response = client.post(reverse("workflows:check_signature", args=[document.pk]))
    assert (response.status_code, response.url) == (302, page)
    assert document.signature_checks.count() == 2
    assert document.signature_checks.latest("pk").by == office.officer


def test_file_that_bears_no_signatures_is_not_looked_at(office, as_user):
    case = office.examined()
    document = case.documents.filter(origin="letter").first()

    response = as_user(office.officer).post(
        reverse("workflows:check_signature", args=[document.pk])
    )

    assert response.status_code == 404
    assert SignatureCheck.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_worker_looks_after_filing(office):
    case = office.file()
    run_jobs()

    assert SignatureCheck.objects.filter(document__case=case).count() == (
        case.documents.filter(origin="applicant").count()
    )
