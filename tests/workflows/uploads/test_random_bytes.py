from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.workflows.uploads.files import ber, image_bytes, pdf_bytes, signed_bytes, tiff_bytes
from tests.workflows.uploads.verdicts import verdict
from workflows.uploads import Judged, Reason

XML = b'<?xml version="1.0"?><invoice number="1"><line>desk</line></invoice>'
MARKS = [
    b"",
    b"%PDF-1.7\n",
    pdf_bytes()[:200],
    b"\xff\xd8\xff\xe0\x00\x10JFIF\x00",
    image_bytes("JPEG")[:300],
    b"\x89PNG\r\n\x1a\n",
    image_bytes("PNG")[:60],
    b"II*\x00\x08\x00\x00\x00",
    tiff_bytes(1)[:80],
    b"<?xml ",
    b"<a>",
    signed_bytes(pdf_bytes())[:60],
    b"-----BEGIN PKCS7-----\nMII",
    b"PK\x03\x04",
]


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.sampled_from(MARKS), st.binary(max_size=400), st.sampled_from([b"", b"\n%%EOF\n"]))
def test_judge_raises_nothing_but_refused_on_random_bytes(mark, data, end):
    found = verdict(mark + data + end, "any.pdf")
    assert isinstance(found, Judged | Reason)


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    st.sampled_from(
        [
            pdf_bytes(2),
            image_bytes("JPEG"),
            image_bytes("PNG"),
            tiff_bytes(2),
            XML,
            signed_bytes(pdf_bytes(), ber),
        ]
    ),
    st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 255)), max_size=6),
    st.integers(0, 5000),
)
def test_judge_raises_nothing_but_refused_on_altered_files(data, changes, cut):
    altered = bytearray(data)
    for position, value in changes:
        altered[position % len(altered)] = value
    found = verdict(bytes(altered[: len(altered) - cut % len(altered)]), "any.pdf")
    assert isinstance(found, Judged | Reason)
