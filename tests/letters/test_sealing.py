"""DIG-06..DIG-09: the seal is put behind the file, holds, and tells when it does not."""

import hashlib
import io
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pikepdf
import pytest
from asn1crypto import cms
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from django.core.management import call_command
from django.utils import translation
from pyhanko.pdf_utils.generic import pdf_string
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from letters import demo_seal, sealing
from letters.pdf import Paragraph, render
from tests.letters.authority import YEAR, Authority, new_key
from tests.letters.pdf.examples import letter
from workflows.printing import SealCheck, SealFailed, SealOutcome

PLAIN = render(letter(Paragraph("Registro di prova.")))


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


def seal(data=PLAIN):
    return sealing.seal_pdf(data, reason="Registro del 1° marzo", location="Mantova")


def outcome(data, **settings):
    return sealing.verify_seal(data, **settings).outcome


def test_DIG_06_seal_stands_behind_the_file_and_is_valid(sealed_house):
    before = datetime.now(UTC).replace(microsecond=0)
    data = seal()

    check = sealing.verify_seal(data)
    assert data.startswith(PLAIN)
    assert before <= check.sealed_at <= datetime.now(UTC)
    assert check == SealCheck(
        SealOutcome.VALID, "Sigillo dei test", check.sealed_at, has_timestamp=False
    )


def test_seal_says_why_and_where_and_shows_on_no_page(sealed_house):
    with pikepdf.open(io.BytesIO(seal())) as pdf:
        (field,) = pdf.Root.AcroForm.Fields
        assert (str(field.V.Reason), str(field.V.Location), str(field.V.SubFilter)) == (
            "Registro del 1° marzo",
            "Mantova",
            "/ETSI.CAdES.detached",
        )
        assert [float(side) for side in field.Rect] == [0, 0, 0, 0]


@pytest.mark.parametrize("place", [600, len(PLAIN) // 2, len(PLAIN) - 40])
def test_DIG_07_changed_byte_is_found(sealed_house, place):
    data = bytearray(seal())
    data[place] ^= 1

    assert outcome(bytes(data)) == SealOutcome.ALTERED


def test_DIG_07_what_was_added_behind_the_seal_is_found(sealed_house):
    out = io.BytesIO(seal())
    writer = IncrementalPdfFileWriter(out)
    writer.root["/Lang"] = pdf_string("en")
    writer.update_root()
    writer.write_in_place()

    assert outcome(out.getvalue()) == SealOutcome.ALTERED


def test_seal_of_an_unknown_authority_is_not_trusted(sealed_house):
    data = seal()

    assert outcome(data, trusted=[Authority("Altra autorità").certificate]) == SealOutcome.UNTRUSTED
    assert outcome(data, trusted=[]) == SealOutcome.UNTRUSTED


def test_earlier_authority_is_trusted_when_the_house_names_it(sealed_house, settings, tmp_path):
    data, earlier = seal(), sealing._key_of_file().authorities[0]
    settings.SEAL_PKCS12 = ""
    assert outcome(data) == SealOutcome.UNTRUSTED

    path = tmp_path / "autorita.pem"
    path.write_bytes(earlier.public_bytes(Encoding.PEM))
    settings.SEAL_AUTHORITIES = str(path)
    assert outcome(data) == SealOutcome.VALID


def test_DIG_08_file_known_to_exist_when_the_certificate_was_valid_keeps_its_seal(
    sealed_house, authority, settings
):
    sealed_house(until=timedelta(seconds=2))
    data = seal()
    known_since = datetime.now(UTC)
    late = datetime.now(UTC) + YEAR

    assert outcome(data, at=known_since) == SealOutcome.VALID
    assert outcome(data, at=late) == SealOutcome.EXPIRED
    assert outcome(data, at=late, trusted=[Authority("Altra").certificate]) == (
        SealOutcome.UNTRUSTED
    )


def test_DIG_09_timestamp_proves_when_the_seal_was_put(sealed_house, authority, settings):
    instant = datetime.now(UTC).replace(microsecond=0) - timedelta(hours=3)
    with authority.timestamps(instant) as address:
        settings.SEAL_TSA = address
        data = seal()

    assert sealing.verify_seal(data, at=datetime.now(UTC) + 3 * YEAR) == SealCheck(
        SealOutcome.VALID, "Sigillo dei test", instant, has_timestamp=True
    )


@pytest.mark.parametrize("data", [PLAIN, b"", b"niente", b"%PDF-1.7\n%%EOF"])
def test_file_without_seal_has_none(data, authority):
    assert sealing.verify_seal(data) == SealCheck(SealOutcome.NONE)


def test_seal_cut_short_is_no_longer_what_it_was(sealed_house):
    assert outcome(seal()[:-200]) == SealOutcome.ALTERED


@pytest.mark.parametrize(
    ("properties", "sentence"),
    [
        ({"until": -timedelta(days=1)}, "The certificate of the key expired on"),
        ({"since": timedelta(days=1)}, "The certificate of the key is not valid before"),
    ],
)
def test_seal_out_of_time_is_not_put(sealed_house, properties, sentence):
    sealed_house(**properties)

    with pytest.raises(SealFailed, match=sentence):
        seal()


def test_key_of_another_certificate_seals_nothing(sealed_house):
    sealed_house(certified_key=new_key())

    with pytest.raises(SealFailed, match="certificate that belongs to it"):
        seal()


def test_sentence_says_what_is_wrong_with_the_file(sealed_house, settings, tmp_path):
    settings.SEAL_PASSWORD = "un'altra"
    with pytest.raises(SealFailed, match="the password is wrong"):
        seal()
    settings.SEAL_PKCS12 = str(tmp_path / "manca.p12")
    with pytest.raises(SealFailed, match=r"manca\.p12"):
        seal()
    settings.SEAL_PKCS12 = ""
    with pytest.raises(SealFailed, match="No seal is set up"):
        seal()


def test_authority_of_timestamps_that_does_not_answer_stops_the_seal(sealed_house, settings):
    settings.SEAL_TSA = "http://127.0.0.1:9/"

    with pytest.raises(SealFailed, match=r"127\.0\.0\.1:9"):
        seal()


def test_seal_holds_when_it_is_computed_by_hand(sealed_house):
    data = seal()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        (field,) = pdf.Root.AcroForm.Fields
        start, length, rest, end = (int(number) for number in field.V.ByteRange)
        container = cms.ContentInfo.load(bytes(field.V.Contents))["content"]
    (signer,) = container["signer_infos"]
    signed = signer["signed_attrs"]
    digest = next(
        one["values"][0].native for one in signed if one["type"].native == "message_digest"
    )

    assert (start, rest + end) == (0, len(data))
    assert digest == hashlib.sha256(data[:length] + data[rest:]).digest()
    # Raises where the key did not sign it.
    sealing._key_of_file().certificate.public_key().verify(
        signer["signature"].native, signed.untag().dump(), ECDSA(SHA256())
    )


def test_demonstration_seals_with_a_key_that_says_so(settings, tmp_path):
    folder = tmp_path / "seal"
    call_command("make_test_seal", out=folder, stdout=io.StringIO())
    first = (folder / demo_seal.SEAL_FILE).read_bytes()
    call_command("make_test_seal", out=folder, stdout=io.StringIO())

    settings.SEAL_PKCS12 = str(folder / demo_seal.SEAL_FILE)
    settings.SEAL_PASSWORD = (folder / demo_seal.PASSWORD_FILE).read_text()
    check = sealing.verify_seal(seal())
    assert (check.outcome, check.signer) == (
        SealOutcome.VALID,
        "SIGILLO DI PROVA, SENZA VALORE LEGALE",
    )
    assert (folder / demo_seal.SEAL_FILE).read_bytes() == first
    assert {path.stat().st_mode & 0o077 for path in folder.iterdir()} == {0}


def test_site_starts_without_the_library_of_seals():
    code = (
        "import django; django.setup(); import config.urls, workflows.jobs, letters.jobs, sys;"
        "from django.urls import get_resolver; get_resolver().url_patterns;"
        "print('pyhanko' in sys.modules)"
    )
    said = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "config.settings"},
    )

    assert said.stdout.strip() == "False"
