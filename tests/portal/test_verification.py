"""Anybody checks a letter by its code and by its file, and learns nothing about anybody."""

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from letters.checking import plain_code
from letters.models import Letter
from tests.letters.authority import PASSWORD, Authority

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nobody_has_guessed():
    """Forget the wrong codes of other tests."""
    cache.clear()


@pytest.fixture
def letter(office):
    """The receipt of an application."""
    return Letter.objects.get(case=office.file())


def page(letter, code: str = "") -> str:
    return reverse("portal:verify_letter", args=[code or letter.code])


def file_of(letter) -> bytes:
    with letter.document.file.open() as file:
        return file.read()


def compare(client, letter, content: bytes):
    copy = SimpleUploadedFile("copia.pdf", content, content_type="application/pdf")
    return client.post(page(letter), {"copy": copy})


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("ABCD-EFGH-JKLM", "ABCD-EFGH-JKLM"),
        (" abcd efgh jklm ", "ABCD-EFGH-JKLM"),
        ("abcdefghjklm", "ABCD-EFGH-JKLM"),
        ("abcd/efgh", "ABCD-EFGH"),
        ("--", ""),
    ],
)
def test_code_is_understood_however_it_is_typed(typed, code):
    assert plain_code(typed) == code


def test_typed_code_leads_to_the_letter(client, letter):
    answer = client.get(reverse("portal:verify"), {"code": letter.code.lower().replace("-", " ")})

    assert (answer.status_code, answer.url) == (302, page(letter))


def test_page_says_what_the_letter_is_and_nothing_personal(client, letter):
    shown = client.get(page(letter)).content.decode()

    told = [letter.subject, letter.document.sha256, letter.protocol.mark]
    case = letter.case
    untold = [
        case.applicant.name,
        case.applicant.tax_code,
        case.number,
        letter.deliveries.get().address,
    ]
    assert [text in shown for text in told] == [True, True, True]
    assert [text in shown for text in untold] == [False, False, False, False]


def test_page_says_when_it_was_issued_and_whether_it_bears_a_seal(client, letter):
    day = f"{timezone.localtime(letter.numbered_at):%H:%M}"
    plain = client.get(page(letter)).content.decode()
    Letter.objects.filter(pk=letter.pk).update(is_sealed=True)
    sealed = client.get(page(letter)).content.decode()

    assert day in plain
    assert "non esisteva un sigillo elettronico" in plain
    assert "Il file con il sigillo è quello originale" in sealed


def test_sealed_file_is_recognised_and_the_file_before_its_seal_is_not(
    client, office, settings, tmp_path
):
    settings.SEAL_PKCS12, settings.SEAL_PASSWORD = str(Authority().seal(tmp_path)), PASSWORD
    letter = Letter.objects.get(case=office.file())
    sealed = file_of(letter)
    before = sealed[: sealed.index(b"%%EOF") + len(b"%%EOF") + 1]

    assert letter.is_sealed
    assert compare(client, letter, sealed).context["compared"]["same"] is True
    assert compare(client, letter, before).context["compared"]["same"] is False


def test_identical_file_is_recognised(client, letter):
    answer = compare(client, letter, file_of(letter))

    assert answer.context["compared"]["same"] is True


def test_changed_byte_is_found(client, letter):
    content = bytearray(file_of(letter))
    content[len(content) // 2] ^= 1

    assert compare(client, letter, bytes(content)).context["compared"]["same"] is False


def test_empty_form_says_what_is_missing(client, letter):
    answer = client.post(page(letter), {})

    assert answer.context["form"].errors["copy"]


def test_unknown_code_gets_a_page_with_a_way_out(client, letter):
    answer = client.get(page(letter, "ZZZZ-ZZZZ-ZZZZ"))

    assert answer.status_code == 404
    assert "ZZZZ-ZZZZ-ZZZZ" in answer.content.decode()


def test_guessing_is_stopped_and_right_codes_cost_nothing(client, letter, settings):
    settings.WRONG_CODES_AN_HOUR = 3
    for _time in range(5):
        assert client.get(page(letter)).status_code == 200

    answers = [client.get(page(letter, f"ZZZZ-ZZZZ-ZZZ{sign}")) for sign in "ABCD"]

    assert [answer.status_code for answer in answers] == [404, 404, 404, 429]
    assert client.get(page(letter), REMOTE_ADDR="192.0.2.7").status_code == 200
