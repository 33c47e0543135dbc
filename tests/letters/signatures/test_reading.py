"""DIG-07, DIG-08, DIG-09: what the signatures of a file tell, whatever it is wrapped in."""

import base64
from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.x509.oid import NameOID

from letters.pdf import Paragraph, render
from letters.signatures.keys import as_asn1
from letters.signatures.reading import Signed, signatures_of, tax_code_of
from tests.letters.authority import YEAR, Authority, new_key
from tests.letters.pdf.examples import letter
from tests.letters.signatures.containers import signed_container, signed_pdf
from workflows.printing import SealOutcome as Outcome

PLAIN = render(letter(Paragraph("Domanda di contributo.")))
CODE = "RSSMRA80A01E897X"
MARIA = {"common": "Maria Rossi", "tax_code": CODE}
OTHER = {"common": "Luca Verdi", "tax_code": "VRDLCU75C03E897Q"}


@pytest.fixture(scope="module")
def authority():
    return Authority()


def read(data: bytes, *authorities: Authority, at=None) -> list[tuple]:
    """Outcome, name and code of each signature."""
    trusted = [one.certificate for one in authorities]
    found = signatures_of(data, trusted=trusted, at=at)
    return [(one.outcome, one.signer, one.tax_code) for one in found]


def test_DIG_07_signature_in_a_pdf_names_its_signer(authority):
    data = signed_pdf(PLAIN, authority, **MARIA)

    assert read(data, authority) == [(Outcome.VALID, "Maria Rossi", CODE)]


def test_DIG_07_signature_around_a_file_names_its_signer(authority):
    before = datetime.now(UTC).replace(microsecond=0)
    (found,) = signatures_of(
        signed_container(b"<xml/>", authority, MARIA), trusted=[authority.certificate]
    )

    assert before <= found.at <= datetime.now(UTC)
    assert found == Signed(Outcome.VALID, "Maria Rossi", CODE, found.at, has_timestamp=False)


def test_DIG_07_signers_side_by_side_are_all_read(authority):
    data = signed_container(PLAIN, authority, MARIA, OTHER)

    assert sorted(read(data, authority)) == [
        (Outcome.VALID, "Luca Verdi", OTHER["tax_code"]),
        (Outcome.VALID, "Maria Rossi", CODE),
    ]


def test_DIG_07_containers_within_containers_are_opened_down_to_the_pdf(authority):
    inner = signed_container(signed_pdf(PLAIN, authority, **MARIA), authority, OTHER)
    outer = signed_container(inner, authority, MARIA)

    assert read(outer, authority) == [
        (Outcome.VALID, "Maria Rossi", CODE),
        (Outcome.VALID, "Luca Verdi", OTHER["tax_code"]),
        (Outcome.VALID, "Maria Rossi", CODE),
    ]


@pytest.mark.parametrize("frame", ["{}", "-----BEGIN PKCS7-----\n{}-----END PKCS7-----\n"])
def test_DIG_07_container_written_as_text_is_read(authority, frame):
    text = base64.encodebytes(signed_container(PLAIN, authority, MARIA)).decode()

    assert read(frame.format(text).encode(), authority) == [(Outcome.VALID, "Maria Rossi", CODE)]


@pytest.mark.parametrize("wrap", ["pdf", "p7m"])
def test_changed_byte_is_found(authority, wrap):
    if wrap == "pdf":
        data = signed_pdf(PLAIN, authority, **MARIA)
        place = len(PLAIN) // 2
    else:
        data = signed_container(PLAIN, authority, MARIA)
        place = data.index(PLAIN[-40:])
    changed = bytearray(data)
    changed[place] ^= 1

    assert [outcome for outcome, *_ in read(bytes(changed), authority)] == [Outcome.ALTERED]


@pytest.mark.parametrize("wrap", [signed_pdf, None])
def test_DIG_08_certificate_counts_on_the_day_the_file_came_in(authority, wrap):
    short = {**MARIA, "until": timedelta(seconds=2)}
    data = wrap(PLAIN, authority, **short) if wrap else signed_container(PLAIN, authority, short)
    now = datetime.now(UTC)

    assert read(data, authority, at=now) == [(Outcome.VALID, "Maria Rossi", CODE)]
    assert read(data, authority, at=now + YEAR) == [(Outcome.EXPIRED, "Maria Rossi", CODE)]


@pytest.mark.parametrize("wrap", [signed_pdf, None])
def test_unknown_authority_is_not_trusted(authority, wrap):
    data = wrap(PLAIN, authority, **MARIA) if wrap else signed_container(PLAIN, authority, MARIA)

    assert read(data) == [(Outcome.UNTRUSTED, "Maria Rossi", CODE)]
    assert read(data, Authority("Altra")) == [(Outcome.UNTRUSTED, "Maria Rossi", CODE)]
    assert read(data, Authority("Altra"), authority) == [(Outcome.VALID, "Maria Rossi", CODE)]


@pytest.mark.parametrize("data", [PLAIN, b"", b"0", b"0\x82", b"MIIB", b"%PDF-1.7\n%%EOF", b"ciao"])
def test_file_without_signatures_has_none(data, authority):
    assert read(data, authority) == []


@pytest.mark.parametrize("part", [1 / 3, 1 / 2, 0.99])
def test_container_cut_short_is_no_signature_of_anything(authority, part):
    data = signed_container(PLAIN, authority, MARIA)

    assert Outcome.VALID not in [one[0] for one in read(data[: int(len(data) * part)], authority)]


@pytest.mark.parametrize(
    ("number", "code"),
    [(CODE, CODE), ("TINIT-" + CODE.lower(), CODE), ("IT:" + CODE, CODE), ("12345", "")],
)
def test_tax_code_is_read_as_authorities_write_it(number, code):
    key, now = new_key(), datetime.now(UTC)
    subject = x509.Name([x509.NameAttribute(NameOID.SERIAL_NUMBER, number)])
    builder = x509.CertificateBuilder(subject, subject, key.public_key(), 1, now, now + YEAR)

    assert tax_code_of(as_asn1(builder.sign(key, SHA256()))) == code
