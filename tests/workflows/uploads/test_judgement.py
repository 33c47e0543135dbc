import hashlib
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile, TemporaryUploadedFile
from django.utils.translation import override

from tests.workflows.uploads.files import (
    ALL,
    DEFAULT_LIMIT,
    MB,
    WINDOWS_PROGRAM,
    image_bytes,
    pdf_bytes,
    signed_bytes,
    tiff_bytes,
    zip_bytes,
)
from tests.workflows.uploads.verdicts import sentence, verdict
from workflows.uploads import Judged, Reason, Refused, judge

XML = b'<?xml version="1.0" encoding="UTF-8"?>\n<FatturaElettronica versione="FPR12"/>'


@pytest.mark.parametrize(
    ("data", "name", "kind", "content_type", "pages"),
    [
        (pdf_bytes(3), "lease.pdf", "pdf", "application/pdf", 3),
        (b"\xef\xbb\xbf\r\n" + pdf_bytes(), "lease.PDF", "pdf", "application/pdf", 1),
        (image_bytes("JPEG"), "id.jpeg", "jpeg", "image/jpeg", None),
        (image_bytes("JPEG", progressive=True), "id.jpg", "jpeg", "image/jpeg", None),
        (image_bytes("PNG"), "id.png", "png", "image/png", None),
        (tiff_bytes(3), "scan.tif", "tiff", "image/tiff", 3),
        (XML, "invoice.xml", "xml", "application/xml", None),
        (
            XML.decode().replace("UTF-8", "UTF-16").encode("utf-16"),
            "i.xml",
            "xml",
            "application/xml",
            None,
        ),
        (signed_bytes(pdf_bytes(2)), "lease.pdf.p7m", "p7m", "application/pkcs7-mime", 2),
    ],
)
def test_DIG_10_judge_tells_kind_digest_and_pages(data, name, kind, content_type, pages):
    assert verdict(data, name) == Judged(
        kind=kind,
        name=name,
        content_type=content_type,
        extension=name.rpartition(".")[2].lower(),
        size=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        pages=pages,
        notes=(),
    )


@pytest.mark.parametrize(
    ("sent", "kept", "notes"),
    [
        (
            "photo.jpg",
            "photo.png",
            ("The file is a PNG image: it is kept under the name “photo.png”.",),
        ),
        (
            "photo",
            "photo.png",
            ("The file is a PNG image: it is kept under the name “photo.png”.",),
        ),
        (
            "Photo 3.5.2026",
            "Photo 3.5.2026.png",
            ("The file is a PNG image: it is kept under the name “Photo 3.5.2026.png”.",),
        ),
        ("../photo\u202e.PNG", "photo.PNG", ()),
    ],
)
def test_judge_corrects_the_name_when_content_is_accepted(sent, kept, notes):
    with override("en"):
        judged = verdict(image_bytes("PNG"), sent)
    assert (judged.name, judged.extension, judged.notes) == (kept, "png", notes)


@pytest.mark.parametrize(
    ("data", "name", "accepted", "reason"),
    [
        (WINDOWS_PROGRAM, "lease.pdf", ALL, Reason.MISMATCH),
        (WINDOWS_PROGRAM, "lease.exe", ALL, Reason.NOT_ACCEPTED),
        (WINDOWS_PROGRAM, "lease", ALL, Reason.NOT_ACCEPTED),
        (pdf_bytes(), "lease.exe", ALL, Reason.MISMATCH),
        (pdf_bytes(), "lease.docx", ALL, Reason.MISMATCH),
        (image_bytes("PNG"), "id.jpg", frozenset({"jpeg"}), Reason.MISMATCH),
        (image_bytes("PNG"), "id.png", frozenset({"jpeg"}), Reason.NOT_ACCEPTED),
        (image_bytes("PNG"), "id.jpg", frozenset({"png"}), Reason.MISMATCH),
        (image_bytes("WEBP"), "id.webp", ALL, Reason.NOT_ACCEPTED),
        (image_bytes("GIF"), "id.png", ALL, Reason.MISMATCH),
        (zip_bytes("[Content_Types].xml"), "lease.docx", ALL, Reason.NOT_ACCEPTED),
        (zip_bytes("lease.pdf"), "lease.zip", ALL, Reason.NOT_ACCEPTED),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "lease.doc", ALL, Reason.NOT_ACCEPTED),
        (b"<!DOCTYPE html><html></html>", "lease.xml", ALL, Reason.MISMATCH),
        (b"just some words", "lease.pdf", ALL, Reason.UNKNOWN_TYPE),
        (b"just some words", "lease.txt", ALL, Reason.UNKNOWN_TYPE),
        (b"", "lease.pdf", ALL, Reason.EMPTY),
        (pdf_bytes(), "n" * 147 + ".pdf", ALL, Reason.NAME_TOO_LONG),
        (b"junk" + pdf_bytes(), "lease.pdf", ALL, Reason.TWO_IN_ONE),
        (WINDOWS_PROGRAM + pdf_bytes(), "lease.pdf", ALL, Reason.TWO_IN_ONE),
        (pdf_bytes() + zip_bytes("a.js"), "lease.pdf", ALL, Reason.TWO_IN_ONE),
        (image_bytes("JPEG") + zip_bytes("a.js"), "id.jpg", ALL, Reason.TWO_IN_ONE),
        (image_bytes("JPEG", comment=b"%PDF-1.7"), "id.jpg", ALL, Reason.TWO_IN_ONE),
    ],
)
def test_DIG_10_judge_refuses_what_is_not_what_it_should_be(data, name, accepted, reason):
    assert verdict(data, name, accepted) == reason


def test_judge_takes_a_name_of_exactly_the_limit():
    assert verdict(pdf_bytes(), "n" * 146 + ".pdf").name == "n" * 146 + ".pdf"


def test_judge_keeps_a_corrected_name_within_the_limit():
    assert verdict(image_bytes("PNG"), "n" * 150).name == "n" * 146 + ".png"


def test_judge_takes_exactly_max_bytes_and_refuses_one_more():
    data = pdf_bytes()
    judged = verdict(data, "lease.pdf", max_bytes=len(data))
    assert (judged.size, verdict(data, "lease.pdf", max_bytes=len(data) - 1)) == (
        len(data),
        Reason.TOO_LARGE,
    )


@pytest.mark.parametrize(
    ("data", "name", "max_bytes", "said"),
    [
        (
            b"",
            "lease.pdf",
            MB,
            "“lease.pdf” is empty (0 bytes). Check that it opens on your device and upload it again.",
        ),
        (
            bytes(MB + 1),
            "lease.pdf",
            MB,
            (
                "“lease.pdf” is 1.1 MB and the limit is 1 MB. Make it smaller, for example by scanning "
                "in black and white or at a lower resolution, and upload it again."
            ),
        ),
        (
            WINDOWS_PROGRAM,
            "lease.pdf",
            MB,
            (
                "The name “lease.pdf” ends in .pdf, but the file is a program. Upload the right "
                "document in one of these formats: PDF, JPEG, PNG, TIFF, P7M, XML."
            ),
        ),
        (
            pdf_bytes(),
            "n" * 200,
            MB,
            (
                "The name of the file has 200 characters and the limit is 150. "
                "Give the file a shorter name and upload it again."
            ),
        ),
    ],
)
def test_judge_says_what_is_wrong_and_what_to_do(data, name, max_bytes, said):
    assert sentence(data, name, max_bytes=max_bytes) == said


def test_judge_leaves_the_stream_at_its_beginning_whatever_the_verdict():
    good, bad = io.BytesIO(pdf_bytes()), io.BytesIO(b"words")
    judge(good, name="a.pdf", accepted=ALL, max_bytes=MB)
    with pytest.raises(Refused):
        judge(bad, name="a.pdf", accepted=ALL, max_bytes=MB)
    assert (good.tell(), bad.tell(), good.closed, bad.closed) == (0, 0, False, False)


@pytest.mark.parametrize("data", [pdf_bytes(), image_bytes("JPEG"), tiff_bytes(2), XML])
def test_judge_reads_the_files_that_forms_hand_over(data):
    in_memory = SimpleUploadedFile("a", data)
    on_disk = TemporaryUploadedFile("a", "application/octet-stream", len(data), None)
    on_disk.write(data)
    judged = [judge(f, name="a", accepted=ALL, max_bytes=MB) for f in (in_memory, on_disk)]
    on_disk.close()
    assert judged[0] == judged[1] == verdict(data, "a")


def test_judge_raises_value_error_for_a_kind_that_does_not_exist():
    with pytest.raises(ValueError, match="Unknown kinds of file: docx"):
        judge(io.BytesIO(b"x"), name="a", accepted=frozenset({"docx"}), max_bytes=1)


class CountingStream(io.BytesIO):
    """Remembers the largest piece that was asked for."""

    largest = 0

    def read(self, size=-1, /):
        piece = super().read(size)
        self.largest = max(self.largest, len(piece))
        return piece


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (pdf_bytes(), "a.pdf"),
        (b"<a>" + b"<b>text</b>" * 200_000 + b"</a>", "a.xml"),
        (signed_bytes(b"<a>" + b"<b>text</b>" * 200_000 + b"</a>"), "a.xml.p7m"),
        (image_bytes("JPEG", (1500, 1500), quality=95), "a.jpg"),
    ],
)
def test_judge_never_reads_the_whole_file_at_once(data, name):
    stream = CountingStream(data)
    judge(stream, name=name, accepted=ALL, max_bytes=DEFAULT_LIMIT)
    assert stream.largest <= 70 * 1024
