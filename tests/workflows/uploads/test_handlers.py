import io
import threading
import urllib.request
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest
from django import forms
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.core.handlers.wsgi import WSGIRequest
from django.http import HttpResponse
from django.utils.translation import override

from workflows.uploads import refused_uploads, show_refused_uploads

LIMIT = 512 * 1024
HANDLERS = [
    "workflows.uploads.QuotaUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
BOUNDARY = "----part"


@pytest.fixture(autouse=True)
def quota(settings, tmp_path):
    """A small limit, and a folder of its own for what is stored while a request runs."""
    settings.UPLOAD_MAX_BYTES = LIMIT
    settings.FILE_UPLOAD_HANDLERS = HANDLERS
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)
    settings.ALLOWED_HOSTS = ["*"]
    return settings


class UploadForm(forms.Form):
    title = forms.CharField()
    lease = forms.FileField()


def body_of(*parts: tuple[str, str | None, bytes]) -> bytes:
    """A multipart body of (field, file name or None, content)."""
    out = b""
    for field, file_name, content in parts:
        extra = "" if file_name is None else f'; filename="{file_name}"'
        head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{field}"{extra}\r\n\r\n'
        out += head.encode() + content + b"\r\n"
    return out + f"--{BOUNDARY}--\r\n".encode()


def request_with(body: io.BytesIO, length: int) -> WSGIRequest:
    return WSGIRequest(
        {
            "REQUEST_METHOD": "POST",
            "CONTENT_TYPE": f"multipart/form-data; boundary={BOUNDARY}",
            "CONTENT_LENGTH": str(length),
            "wsgi.input": body,
        }
    )


def outcome(*parts: tuple[str, str | None, bytes]):
    """What a view gets: fields, sizes of the files kept, refused fields, bytes left unread."""
    data = body_of(*parts)
    stream = io.BytesIO(data)
    request = request_with(stream, len(data))
    refused = {field: found.reason.value for field, found in refused_uploads(request).items()}
    kept = {field: len(file.read()) for field, file in request.FILES.items()}
    request.close()
    return request.POST.dict(), kept, refused, len(data) - stream.tell()


def test_quota_keeps_a_file_of_exactly_the_limit():
    found = outcome(("title", None, b"desk"), ("lease", "a.pdf", bytes(LIMIT)))
    assert found == ({"title": "desk"}, {"lease": LIMIT}, {}, 0)


def test_quota_refuses_one_byte_more_and_keeps_the_fields_around_it():
    found = outcome(
        ("before", None, b"1"), ("lease", "a.pdf", bytes(LIMIT + 1)), ("after", None, b"2")
    )
    assert found == ({"before": "1", "after": "2"}, {}, {"lease": "request_too_large"}, 0)


class CountingHandler(TemporaryFileUploadHandler):
    """Remembers the bytes that were written to disk."""

    written = 0

    def receive_data_chunk(self, raw_data, start):
        type(self).written += len(raw_data)
        super().receive_data_chunk(raw_data, start)


def test_quota_stores_nothing_when_the_announced_body_is_too_large(quota, tmp_path):
    quota.FILE_UPLOAD_HANDLERS = [HANDLERS[0], f"{__name__}.CountingHandler"]
    found = outcome(
        ("before", None, b"1"), ("lease", "a.pdf", bytes(6 * LIMIT)), ("after", None, b"2")
    )
    assert (found, CountingHandler.written, list(tmp_path.iterdir())) == (
        ({"before": "1", "after": "2"}, {}, {"lease": "request_too_large"}, 0),
        0,
        [],
    )


def test_quota_counts_the_files_of_one_request_together():
    found = outcome(
        ("lease", "a.pdf", bytes(LIMIT - 1000)),
        ("identity", "b.pdf", bytes(2000)),
        ("receipt", "c.pdf", bytes(900)),
    )
    assert found == (
        {},
        {"lease": LIMIT - 1000, "receipt": 900},
        {"identity": "request_too_large"},
        0,
    )


def test_quota_stops_reading_beyond_the_discard_limit(quota):
    quota.UPLOAD_DISCARD_MAX_BYTES = 3 * LIMIT
    fields, kept, refused, unread = outcome(
        ("before", None, b"1"), ("lease", "a.pdf", bytes(8 * LIMIT)), ("after", None, b"2")
    )
    assert (fields, kept, refused) == ({"before": "1"}, {}, {"lease": "request_too_large"})
    assert unread > 7 * LIMIT


def test_show_refused_uploads_puts_the_sentence_beside_the_field():
    data = body_of(("title", None, b"desk"), ("lease", "a.pdf", bytes(6 * LIMIT)))
    request = request_with(io.BytesIO(data), len(data))
    form = UploadForm(request.POST, request.FILES)
    show_refused_uploads(form, request)
    with override("en"):
        errors = {field: list(messages) for field, messages in form.errors.items()}
    assert (errors, form["title"].value()) == (
        {
            "lease": [
                (
                    "“a.pdf” was not stored: what you sent is 3.1 MB and one upload can be at most "
                    "0.5 MB. Make the file smaller, or upload several files one at a time. "
                    "The other fields of the page are kept."
                )
            ]
        },
        "desk",
    )


class SilentHandler(WSGIRequestHandler):
    def log_message(self, *args):
        """The server writes no log in tests."""


def upload_page(environ, start_response):
    """The smallest page that answers an upload with its form's errors."""
    request = WSGIRequest(environ)
    form = UploadForm(request.POST, request.FILES)
    show_refused_uploads(form, request)
    response = HttpResponse(form.errors.as_json() + request.POST.get("title", ""))
    start_response("200 OK", list(response.items()))
    return [response.content]


def test_quota_lets_the_person_read_the_sentence_over_a_real_connection():
    data = body_of(("lease", "a.pdf", bytes(9 * LIMIT)), ("title", None, b"desk"))
    with make_server("127.0.0.1", 0, upload_page, handler_class=SilentHandler) as server:
        thread = threading.Thread(target=server.handle_request)
        thread.start()
        request = urllib.request.Request(
            f"http://127.0.0.1:{server.server_port}/",
            data,
            {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"},
        )
        with urllib.request.urlopen(request, timeout=20) as answer:
            page = answer.read().decode()
        thread.join()
    assert ("request_too_large" in page, page.endswith("desk")) == (True, True)
