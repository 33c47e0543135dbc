import base64

import pytest

from tests.workflows.uploads.files import WINDOWS_PROGRAM, ber, image_bytes, pdf_bytes, signed_bytes
from tests.workflows.uploads.verdicts import sentence, verdict
from workflows.uploads import Reason


@pytest.mark.parametrize("wrap", [None, ber])
def test_DIG_07_judge_looks_inside_signed_files(wrap):
    pack = signed_bytes if wrap is None else lambda document: signed_bytes(document, wrap)
    good = pack(pack(pdf_bytes(4)))
    assert (
        verdict(good, "lease.pdf.p7m.p7m").pages,
        verdict(good, "lease.pdf.p7m.p7m", frozenset({"p7m"})).pages,
        verdict(pack(WINDOWS_PROGRAM), "lease.pdf.p7m"),
        verdict(pack(image_bytes("PNG")), "id.png.p7m", frozenset({"pdf", "p7m"})),
        verdict(pack(b""), "lease.pdf.p7m"),
        verdict(pack(None), "lease.pdf.p7m"),
        verdict(good[:-200], "lease.pdf.p7m.p7m"),
        verdict(pack(pdf_bytes()), "lease.pdf").name,
        verdict(pack(pdf_bytes()), "lease.pdf.p7m", frozenset({"pdf"})),
    ) == (
        4,
        4,
        Reason.MISMATCH,
        Reason.NOT_ACCEPTED,
        Reason.EMPTY,
        Reason.NO_SIGNED_DOCUMENT,
        Reason.BROKEN,
        "lease.pdf.p7m",
        Reason.NOT_ACCEPTED,
    )


def test_DIG_07_judge_reads_signed_files_written_as_text():
    data = signed_bytes(pdf_bytes(2))
    lines = base64.encodebytes(data)
    armoured = b"-----BEGIN PKCS7-----\n" + lines + b"-----END PKCS7-----\n"
    assert [
        verdict(text, "lease.pdf.p7m").pages for text in (lines, base64.b64encode(data), armoured)
    ] == [2, 2, 2]


def test_DIG_07_judge_stops_at_many_nested_signatures():
    data = pdf_bytes()
    for _layer in range(7):
        data = signed_bytes(data)
    assert verdict(data, "lease.pdf" + ".p7m" * 7) == Reason.TOO_COMPLEX


def test_refusal_inside_a_signed_file_names_both_files():
    assert sentence(signed_bytes(b""), "lease.pdf.p7m") == (
        "In the signed file “lease.pdf.p7m”: “lease.pdf” is empty (0 bytes). "
        "Check that it opens on your device and upload it again."
    )
