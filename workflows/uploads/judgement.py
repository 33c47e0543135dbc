"""One uploaded file, from its first byte to a verdict (DIG-07, DIG-10)."""

import hashlib
import zipfile
from dataclasses import dataclass
from typing import Any, BinaryIO

from django.utils.translation import gettext

from workflows.uploads import signed
from workflows.uploads.findings import CHUNK_BYTES, Findings, size_of
from workflows.uploads.images import inspect_image
from workflows.uploads.kinds import (
    HEAD_BYTES,
    KINDS,
    Kind,
    is_two_in_one,
    kind_by_extension,
    recognise,
)
from workflows.uploads.markup import inspect_xml
from workflows.uploads.names import MAX_NAME_LENGTH, clean_name, split_name
from workflows.uploads.pdf import inspect_pdf
from workflows.uploads.refusals import Reason, Refused, megabytes

MAX_NESTED_SIGNATURES = 5


@dataclass(frozen=True)
class Judged:
    """A file that may be kept.

    `kind` is a key of KINDS; `name` is clean and ends in `extension` (no dot); `size` in bytes;
    `sha256` in hexadecimal; `pages` for PDF and TIFF, also inside a signed file, else None;
    `notes` are sentences for the person who uploaded, in the language active at that moment.
    """

    kind: str
    name: str
    content_type: str
    extension: str
    size: int
    sha256: str
    pages: int | None = None
    notes: tuple[str, ...] = ()


def judge(stream: BinaryIO, *, name: str, accepted: frozenset[str], max_bytes: int) -> Judged:
    """Returns what the file is and what it may be called, or raises Refused (DIG-10).

    `stream` is binary and seekable and is read in chunks; it is left at its beginning. `accepted`
    holds keys of KINDS, `max_bytes` the limit of the call for one file. The kind follows from the
    content; a name that ends in the extension of another accepted kind is corrected with a note.
    In a signed file the document inside is judged too, by the same limits; the signature itself is
    checked elsewhere (DIG-07). Raises ValueError for a key that KINDS does not have.
    """
    strange = accepted - KINDS.keys()
    if strange:
        raise ValueError(f"Unknown kinds of file: {', '.join(sorted(strange))}")
    try:
        return _judge(_Upload(stream, clean_name(name), accepted, max_bytes))
    finally:
        stream.seek(0)


@dataclass(frozen=True)
class _Upload:
    stream: BinaryIO
    name: str
    accepted: frozenset[str]
    max_bytes: int
    nesting: int = 0

    @property
    def accepted_titles(self) -> str:
        return ", ".join(kind.title for kind in KINDS.values() if kind.key in self.accepted)


def _judge(upload: _Upload) -> Judged:
    size = _measure(upload)
    kind = _recognise(upload)
    name, naming_notes = _fit_name(upload.name, kind)
    digest = _sha256(upload.stream)
    findings = _open(upload, kind)
    return Judged(
        kind=kind.key,
        name=name,
        content_type=kind.content_type,
        extension=split_name(name)[1],
        size=size,
        sha256=digest,
        pages=findings.pages,
        notes=(*naming_notes, *findings.notes),
    )


def _measure(upload: _Upload) -> int:
    """The size in bytes, once name and size are within their limits."""
    if len(upload.name) > MAX_NAME_LENGTH:
        raise Refused(Reason.NAME_TOO_LONG, length=len(upload.name), limit=MAX_NAME_LENGTH)
    size = size_of(upload.stream)
    if size == 0:
        raise Refused(Reason.EMPTY, name=upload.name)
    if size > upload.max_bytes:
        raise Refused(
            Reason.TOO_LARGE,
            name=upload.name,
            size=megabytes(size),
            limit=megabytes(upload.max_bytes, rounding="down"),
        )
    return size


def _recognise(upload: _Upload) -> Kind:
    """The accepted kind that content and name agree on."""
    head = upload.stream.read(HEAD_BYTES)
    kind = recognise(head)
    extension = split_name(upload.name)[1]
    promised = kind_by_extension(extension)
    words: dict[str, Any] = {
        "name": upload.name,
        "extension": extension,
        "accepted": upload.accepted_titles,
    }
    if is_two_in_one(head, kind):
        raise Refused(Reason.TWO_IN_ONE, name=upload.name)
    if kind is None:
        raise Refused(Reason.UNKNOWN_TYPE, **words)
    words["found"] = kind.label
    if promised is not None and promised != kind and not _both_accepted(promised, kind, upload):
        raise Refused(Reason.MISMATCH, **words)
    if kind.key not in upload.accepted:
        raise Refused(Reason.NOT_ACCEPTED, **words)
    return kind


def _both_accepted(promised: Kind, kind: Kind, upload: _Upload) -> bool:
    return {promised.key, kind.key} <= upload.accepted


def _fit_name(name: str, kind: Kind) -> tuple[str, tuple[str, ...]]:
    """The name with an extension that fits the content, and a note where it had to change."""
    stem, extension = split_name(name)
    if extension in kind.extensions:
        return name, ()
    replaces = kind_by_extension(extension) is not None and kind.key != "p7m"
    ending = f".{kind.extensions[0]}"
    fitted = (stem if replaces else name)[: MAX_NAME_LENGTH - len(ending)] + ending
    note = gettext("The file is %(found)s: it is kept under the name “%(name)s”.")
    return fitted, (note % {"found": kind.label, "name": fitted},)


def _sha256(stream: BinaryIO) -> str:
    stream.seek(0)
    digest = hashlib.sha256()
    while chunk := stream.read(CHUNK_BYTES):
        digest.update(chunk)
    return digest.hexdigest()


def _open(upload: _Upload, kind: Kind) -> Findings:
    """Opens the file with the reader of its kind: the mark at the beginning was only a claim."""
    stream, name = upload.stream, upload.name
    if kind.key == "p7m":
        return _open_signed(upload)
    if zipfile.is_zipfile(stream):
        raise Refused(Reason.TWO_IN_ONE, name=name)
    stream.seek(0)
    if kind.key == "pdf":
        return inspect_pdf(stream, name)
    if kind.key == "xml":
        return inspect_xml(stream, name)
    return inspect_image(stream, name, kind.key)


def _open_signed(upload: _Upload) -> Findings:
    """Judges the document inside; where only .p7m is accepted, it may be of any kind of KINDS."""
    if upload.nesting == MAX_NESTED_SIGNATURES:
        raise Refused(Reason.TOO_COMPLEX, name=upload.name)
    try:
        document = signed.open_signed_document(upload.stream)
    except signed.DetachedSignatureError as error:
        raise Refused(Reason.NO_SIGNED_DOCUMENT, name=upload.name) from error
    except signed.NotSignedDataError as error:
        raise Refused(Reason.BROKEN, name=upload.name) from error
    stem, extension = split_name(upload.name)
    name = stem if extension == "p7m" else upload.name
    accepted = upload.accepted if upload.accepted > {"p7m"} else frozenset(KINDS)
    with document:
        try:
            inner = _judge(
                _Upload(document, name, accepted, upload.max_bytes, upload.nesting + 1)  # type: ignore[arg-type]
            )
        except Refused as refused:
            raise refused.inside(upload.name) from refused
    return Findings(pages=inner.pages)
