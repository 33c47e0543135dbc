"""PDF documents: opened, counted, and searched for anything that acts by itself (DIG-10)."""

from collections.abc import Iterable
from typing import BinaryIO

import pikepdf
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from pikepdf.settings import set_qpdf_limits

from workflows.uploads.findings import Findings, size_of
from workflows.uploads.refusals import Reason, Refused

MAX_NODES = 1_000_000
END_MARK = b"%%EOF"
END_MARK_REACH = 64 * 1024

# How the parser says that objects stay closed to it; a reader that repairs more would see them.
_UNREAD = ("error decoding stream", "object stream", "unfilterable")
_REPAIRED = "file is damaged"

# A few kilobytes can unpack to gigabytes of objects. The limits hold for the whole process and
# are not synchronised, so they are set once, on import.
set_qpdf_limits(
    flate_max_memory=64 * 1024 * 1024,
    run_length_max_memory=64 * 1024 * 1024,
    png_max_memory=64 * 1024 * 1024,
    tiff_max_memory=64 * 1024 * 1024,
)

_SCRIPT = _("a script (JavaScript)")
_ATTACHMENT = _("attached files")
_MEDIA = _("video, sound or 3D content")
_SENDING = _("a button that sends or loads data")

ACTIVE_KEYS: dict[str, str | Promise] = {
    "/JS": _SCRIPT,
    "/XFA": _("a dynamic form (XFA)"),
    "/EF": _ATTACHMENT,
    "/RichMediaContent": _MEDIA,
}
ACTIVE_ACTIONS: dict[str, str | Promise] = {
    "/JavaScript": _SCRIPT,
    "/Launch": _("a command that starts a program"),
    "/SubmitForm": _SENDING,
    "/ImportData": _SENDING,
    "/GoToE": _ATTACHMENT,
    "/Rendition": _MEDIA,
    "/RichMediaExecute": _MEDIA,
}
ACTIVE_SUBTYPES: dict[str, str | Promise] = {
    "/FileAttachment": _ATTACHMENT,
    "/RichMedia": _MEDIA,
    "/Screen": _MEDIA,
    "/Movie": _MEDIA,
    "/Sound": _MEDIA,
    "/3D": _MEDIA,
}


def inspect_pdf(stream: BinaryIO, name: str) -> Findings:
    """Returns the number of pages of a PDF that is whole, readable and passive.

    Raises Refused with ENCRYPTED, BROKEN, NO_PAGES, ACTIVE_CONTENT or TOO_COMPLEX. A PDF that opens
    without password but forbids printing or copying is taken, with a note.
    """
    if not _has_end_mark(stream):
        raise Refused(Reason.BROKEN, name=name)
    try:
        return _inspect(stream, name)
    except Refused:
        raise
    except pikepdf.PasswordError as error:
        raise Refused(Reason.ENCRYPTED, name=name) from error
    except pikepdf.PdfError as error:
        locked = "encryption" in str(error)
        raise Refused(Reason.ENCRYPTED if locked else Reason.BROKEN, name=name) from error
    # Whatever a parser raises over the bytes of a stranger, the document cannot be relied upon.
    except Exception as error:
        raise Refused(Reason.BROKEN, name=name) from error


def _inspect(stream: BinaryIO, name: str) -> Findings:
    # A memory-mapped file that shrinks would end the process: the stream is read instead.
    with pikepdf.open(
        stream, access_mode=pikepdf.AccessMode.stream, inherit_page_attributes=False
    ) as document:
        found = find_active_content(document, name)
        if found is not None:
            raise Refused(Reason.ACTIVE_CONTENT, name=name, found=found)
        pages = len(document.pages)
        if pages == 0:
            raise Refused(Reason.NO_PAGES, name=name)
        warnings = " ".join(document.get_warnings())
        if any(sign in warnings for sign in _UNREAD):
            raise Refused(Reason.BROKEN, name=name)
        return Findings(pages, _notes(document, warnings))


def _notes(document: pikepdf.Pdf, warnings: str) -> tuple[str, ...]:
    notes = []
    if document.is_encrypted:
        notes.append(gettext("The PDF restricts printing or copying; the office can read it."))
    if _REPAIRED in warnings:
        notes.append(gettext("The PDF has small defects; check that all its pages show."))
    return tuple(notes)


def find_active_content(document: pikepdf.Pdf, name: str) -> str | Promise | None:
    """Returns what acts by itself in the document, in words, or None.

    Looks at every object of the file, also at those no page refers to, so that no tree
    (OpenAction, AA, Names, annotations, outlines, fields) can be forgotten. Contents of streams
    cannot hold actions and are not unpacked. Raises Refused TOO_COMPLEX after MAX_NODES values.
    """
    visited = 0
    for root in (document.trailer, *document.objects):
        pending = [root]
        while pending:
            node = pending.pop()
            visited += 1
            if visited > MAX_NODES:
                raise Refused(Reason.TOO_COMPLEX, name=name)
            if isinstance(node, pikepdf.Stream):
                node = node.stream_dict
            if isinstance(node, pikepdf.Dictionary):
                found = _acts(node)
                if found is not None:
                    return found
                pending.extend(_direct(value for _key, value in node.items()))
            elif isinstance(node, pikepdf.Array):
                visited += len(node)
                pending.extend(_direct(node))
    return None


def _direct(values: Iterable[object]) -> list[pikepdf.Object]:
    """The containers written in place; those referred to are objects of the file themselves."""
    return [
        value
        for value in values
        if isinstance(value, pikepdf.Dictionary | pikepdf.Array) and not value.is_indirect
    ]


def _acts(node: pikepdf.Dictionary) -> str | Promise | None:
    """What one dictionary does by itself, in words, or None."""
    for key, words in ACTIVE_KEYS.items():
        if key in node:
            return words
    action, subtype = node.get("/S"), node.get("/Subtype")
    if isinstance(action, pikepdf.Name) and str(action) in ACTIVE_ACTIONS:
        return ACTIVE_ACTIONS[str(action)]
    if isinstance(subtype, pikepdf.Name) and str(subtype) in ACTIVE_SUBTYPES:
        return ACTIVE_SUBTYPES[str(subtype)]
    return None


def _has_end_mark(stream: BinaryIO) -> bool:
    """A download cut short lacks its end; readers would repair it in silence and lose pages."""
    size = size_of(stream)
    stream.seek(max(0, size - END_MARK_REACH))
    tail = stream.read(END_MARK_REACH)
    stream.seek(0)
    return END_MARK in tail
