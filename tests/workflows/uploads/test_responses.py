import io

import pytest

from workflows.uploads import safe_response

PDF_POLICY = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'"
IMAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; sandbox"


def headers(**given) -> dict[str, str]:
    response = safe_response(io.BytesIO(b"12345"), **given)
    assert b"".join(response.streaming_content) == b"12345"
    return dict(response.headers)


@pytest.mark.parametrize(
    ("content_type", "inline", "disposition", "policy"),
    [
        ("application/pdf", False, "attachment", "default-src 'none'; sandbox"),
        ("application/pdf", True, "inline", f"{PDF_POLICY}; frame-ancestors 'self'"),
        ("image/png", True, "inline", f"{IMAGE_POLICY}; frame-ancestors 'self'"),
        ("image/tiff", True, "attachment", "default-src 'none'; sandbox"),
        ("application/xml", True, "attachment", "default-src 'none'; sandbox"),
        ("text/html", True, "attachment", "default-src 'none'; sandbox"),
    ],
)
def test_safe_response_locks_the_file_in(content_type, inline, disposition, policy):
    assert headers(name="lease.bin", content_type=content_type, inline=inline) == {
        "Content-Type": content_type,
        "Content-Length": "5",
        "Content-Disposition": f'{disposition}; filename="lease.bin"',
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": policy,
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cache-Control": "no-store",
    }


@pytest.mark.parametrize(
    ("name", "disposition"),
    [
        ("città.pdf", "attachment; filename*=utf-8''citt%C3%A0.pdf"),
        ('a".pdf\r\nX-Evil: 1', 'attachment; filename="a_.pdf X-Evil_ 1"'),
        ("../../\u202elease.pdf", 'attachment; filename="lease.pdf"'),
    ],
)
def test_safe_response_sends_the_name_encoded(name, disposition):
    sent = headers(name=name, content_type="application/pdf", inline=False)
    assert sent["Content-Disposition"] == disposition
