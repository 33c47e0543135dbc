"""A request body with files in it: what is over the limit is read and thrown away."""

from collections.abc import Mapping
from typing import IO, Any

from django.conf import settings
from django.core.files.uploadhandler import FileUploadHandler, SkipFile, StopUpload
from django.forms import BaseForm
from django.http import HttpRequest

from workflows.uploads.names import clean_name
from workflows.uploads.refusals import Reason, Refused, megabytes

# Room for the other fields and the boundaries between them, beside the files.
FORM_BYTES = 256 * 1024
DISCARD_FACTOR = 20


class QuotaUploadHandler(FileUploadHandler):
    """Lets at most `settings.UPLOAD_MAX_BYTES` of files per request reach the handlers after it.

    Stands first in FILE_UPLOAD_HANDLERS. A body announced as too large stores nothing: its files
    are skipped, its other fields are read. The rest of the body is read and thrown away, for a
    server that answers and closes while the browser still sends makes the browser show
    "connection reset" in place of the page with the sentence. Only beyond
    `settings.UPLOAD_DISCARD_MAX_BYTES` (20 times the limit unless set) reading stops, and fields
    that follow the file are lost. `refused_uploads` says which files were left out.
    """

    def handle_raw_input(
        self,
        input_data: IO[bytes],
        META: dict[str, Any],  # noqa: N803 - Django's signature
        content_length: int,
        boundary: str,
        encoding: str | None = None,
    ) -> None:
        """Notes what the browser announces, in bytes; reading goes on as usual."""
        self.limit: int = settings.UPLOAD_MAX_BYTES
        self.discard_limit: int = getattr(
            settings, "UPLOAD_DISCARD_MAX_BYTES", DISCARD_FACTOR * self.limit
        )
        self.announced: int = content_length
        self.kept = 0

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Refuses the file before a byte of it is stored if the whole body is too large."""
        super().new_file(*args, **kwargs)
        self.current = 0
        if self.announced <= self.limit + FORM_BYTES:
            return
        self._refuse(self.announced)
        if self.announced > self.discard_limit:
            raise StopUpload(connection_reset=True)
        raise SkipFile

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Hands the chunk on, or drops the file once it and the files before are over the limit."""
        self.current += len(raw_data)
        if self.kept + self.current > self.limit:
            self._refuse(max(self.announced, self.kept + self.current))
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Counts the file; the next handler returns it."""
        self.kept += self.current

    def _refuse(self, size: int) -> None:
        refused = Refused(
            Reason.REQUEST_TOO_LARGE,
            name=clean_name(self.file_name or ""),
            size=megabytes(size),
            limit=megabytes(self.limit, rounding="down"),
        )
        found = self.request.__dict__.setdefault("_refused_uploads", {})
        found[self.field_name] = refused


def refused_uploads(request: HttpRequest) -> Mapping[str, Refused]:
    """Returns the files that the quota left out of `request.FILES`, by field name."""
    request.FILES  # noqa: B018 - reading it is what runs the handlers
    return getattr(request, "_refused_uploads", {})


def show_refused_uploads(form: BaseForm, request: HttpRequest) -> None:
    """Puts each refusal beside its field, in place of "this field is required"."""
    for field_name, refused in refused_uploads(request).items():
        name = field_name.removeprefix(f"{form.prefix}-") if form.prefix else field_name
        if name in form.fields:
            form.errors.pop(name, None)
            form.add_error(name, refused.as_validation_error())
