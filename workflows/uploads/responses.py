"""A stored file on its way to a browser, with headers that keep it from doing anything there."""

from typing import IO

from django.http import FileResponse

from workflows.uploads.kinds import KINDS
from workflows.uploads.names import clean_name

# Only these are shown in the browser; markup is never shown under our own address.
SHOWN_INLINE = frozenset(KINDS[key].content_type for key in ("pdf", "jpeg", "png"))

LOCKED = "default-src 'none'; sandbox"
# Browsers show an image in a page of their own, which needs its own style.
LOCKED_IMAGE = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; sandbox"
# Chromium refuses to show a PDF in a sandbox; its viewer runs apart from our pages.
LOCKED_PDF = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'"


def safe_response(
    document_file: IO[bytes], *, name: str, content_type: str, inline: bool
) -> FileResponse:
    """Returns the open file as a download, or for reading in the browser if `inline`.

    `content_type` is the one found by `judge`, never the browser's. Kinds that browsers do not
    show safely become downloads even if `inline`. The name is sent as RFC 6266 and RFC 5987 say.
    """
    shown = inline and content_type in SHOWN_INLINE
    response = FileResponse(
        document_file,
        as_attachment=not shown,
        filename=clean_name(name),
        content_type=content_type,
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = _policy(content_type) if shown else LOCKED
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    response["Cache-Control"] = "no-store"
    return response


def _policy(content_type: str) -> str:
    policy = LOCKED_PDF if content_type == KINDS["pdf"].content_type else LOCKED_IMAGE
    return f"{policy}; frame-ancestors 'self'"
