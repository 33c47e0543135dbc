"""What a file is, read from its first bytes. Its name and the browser's word do not count (DIG-10)."""

import re
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

HEAD_BYTES = 4096
PDF_MARK = b"%PDF-"
# Readers look for the mark of a PDF in the first kilobyte, wherever it stands there.
PDF_MARK_REACH = 1024


@dataclass(frozen=True)
class Kind:
    """One format. `label` completes the sentence "this file is ..."; extensions have no dot."""

    key: str
    label: str | Promise
    extensions: tuple[str, ...]
    content_type: str = "application/octet-stream"

    @property
    def title(self) -> str:
        """The name of the format as shown in a list of accepted formats."""
        return self.key.upper()


KINDS: dict[str, Kind] = {
    kind.key: kind
    for kind in (
        Kind("pdf", _("a PDF document"), ("pdf",), "application/pdf"),
        Kind("jpeg", _("a JPEG image"), ("jpg", "jpeg", "jpe", "jfif"), "image/jpeg"),
        Kind("png", _("a PNG image"), ("png",), "image/png"),
        Kind("tiff", _("a TIFF image"), ("tif", "tiff"), "image/tiff"),
        Kind("p7m", _("a signed file (.p7m)"), ("p7m",), "application/pkcs7-mime"),
        Kind("xml", _("an XML document"), ("xml",), "application/xml"),
    )
}

_PROGRAM = Kind("program", _("a program"), ("exe", "com", "scr", "dll", "msi", "bat", "cmd", "ps1"))
_SCRIPT = Kind("script", _("a script"), ("sh", "js", "jse", "vbs", "vbe", "wsf", "hta", "py"))
_OFFICE = Kind(
    "office",
    _("an office document (Word, Excel, PowerPoint or OpenDocument)"),
    (
        "docx",
        "docm",
        "doc",
        "xlsx",
        "xlsm",
        "xls",
        "pptx",
        "ppt",
        "odt",
        "ods",
        "odp",
        "rtf",
    ),
)
_ARCHIVE = Kind("archive", _("an archive (ZIP, RAR, 7z ...)"), ("zip", "rar", "7z", "gz", "jar"))
_HEIC = Kind("heic", _("a HEIC photo of a phone"), ("heic", "heif"))
_PICTURE = Kind("picture", _("an image of another format"), ("webp", "gif", "bmp", "avif", "svg"))
_FILM = Kind("film", _("a video or sound file"), ("mp4", "mov", "m4a", "mp3", "avi"))
_WEB_PAGE = Kind("web_page", _("a web page"), ("html", "htm", "xhtml", "mht"))
_SHORTCUT = Kind("shortcut", _("a shortcut, not the document itself"), ("lnk", "url"))
_POSTSCRIPT = Kind("postscript", _("a PostScript file"), ("ps", "eps"))

# Formats that are never accepted, named so that the refusal can say what was found.
FOREIGN: tuple[Kind, ...] = (
    _PROGRAM,
    _SCRIPT,
    _OFFICE,
    _ARCHIVE,
    _HEIC,
    _PICTURE,
    _FILM,
    _WEB_PAGE,
    _SHORTCUT,
    _POSTSCRIPT,
)

_SIGNED_DATA_OID = b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02"
_MARKUP = re.compile(rb"<(\?xml\s|!--|!DOCTYPE|[A-Za-z_])")
_HTML = re.compile(rb"<(!doctype\s+html|html|head|body|script)\b", re.IGNORECASE)
_SVG = re.compile(rb"<svg\b", re.IGNORECASE)
_BASE64_SIGNED = re.compile(rb"(-----BEGIN (PKCS7|CMS)-----\s+)?MI[A-Za-z0-9+/\s]{60,}={0,2}")
_PHOTO_BRANDS = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1")

_SIGNATURES: tuple[tuple[bytes, Kind], ...] = (
    (b"\xff\xd8\xff", KINDS["jpeg"]),
    (b"\x89PNG\r\n\x1a\n", KINDS["png"]),
    (b"II*\x00", KINDS["tiff"]),
    (b"MM\x00*", KINDS["tiff"]),
    (b"II+\x00", KINDS["tiff"]),
    (b"MM\x00+", KINDS["tiff"]),
    (b"MZ", _PROGRAM),
    (b"\x7fELF", _PROGRAM),
    (b"\xca\xfe\xba\xbe", _PROGRAM),
    (b"\xcf\xfa\xed\xfe", _PROGRAM),
    (b"\xfe\xed\xfa", _PROGRAM),
    (b"#!", _SCRIPT),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _OFFICE),
    (b"{\\rtf", _OFFICE),
    (b"Rar!\x1a\x07", _ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", _ARCHIVE),
    (b"\x1f\x8b", _ARCHIVE),
    (b"GIF8", _PICTURE),
    (b"BM", _PICTURE),
    (b"ID3", _FILM),
    (b"L\x00\x00\x00\x01\x14\x02\x00", _SHORTCUT),
    (b"[InternetShortcut]", _SHORTCUT),
    (b"%!PS", _POSTSCRIPT),
)


def recognise(head: bytes) -> Kind | None:
    """Returns the kind of the file that begins with `head` (HEAD_BYTES of it), None if unknown.

    The answer is one of KINDS or of FOREIGN. A mark is a claim and no proof: the file is opened
    afterwards. A PDF may begin with white space or a byte order mark, with nothing else.
    """
    text = _without_byte_order_mark(head)
    if text.startswith(PDF_MARK):
        return KINDS["pdf"]
    if head.startswith(b"PK\x03\x04"):
        return _zip_kind(head)
    for mark, kind in _SIGNATURES:
        if head.startswith(mark):
            return kind
    if head.startswith(b"\x30") and _SIGNED_DATA_OID in head[:20]:
        return KINDS["p7m"]
    if _BASE64_SIGNED.match(head):
        return KINDS["p7m"]
    return _media_kind(head) or _markup_kind(text)


def is_two_in_one(head: bytes, kind: Kind | None) -> bool:
    """True if a PDF reader would also open this file that begins as something else.

    A signed container is exempt: the document inside it comes early and is looked at by itself.
    """
    if kind in (KINDS["pdf"], KINDS["p7m"], KINDS["xml"]):
        return False
    return PDF_MARK in head[:PDF_MARK_REACH]


def kind_by_extension(extension: str) -> Kind | None:
    """Returns the kind that a lower-case extension without dot promises, None for a strange one."""
    for kind in (*KINDS.values(), *FOREIGN):
        if extension in kind.extensions:
            return kind
    return None


def _zip_kind(head: bytes) -> Kind:
    first_entry = head[30:100]
    marks = (b"[Content_Types].xml", b"_rels/", b"docProps/", b"word/", b"xl/", b"ppt/")
    if first_entry.startswith(marks) or b"mimetypeapplication/vnd.oasis" in first_entry:
        return _OFFICE
    return _ARCHIVE


def _media_kind(head: bytes) -> Kind | None:
    """Formats whose mark stands a few bytes after the beginning."""
    if head[4:8] == b"ftyp":
        if head[8:12] in _PHOTO_BRANDS:
            return _HEIC
        return _PICTURE if head[8:12] == b"avif" else _FILM
    if head.startswith(b"RIFF"):
        return _PICTURE if head[8:12] == b"WEBP" else _FILM
    return None


def _markup_kind(text: bytes) -> Kind | None:
    if _HTML.match(text):
        return _WEB_PAGE
    if _SVG.match(text):
        return _PICTURE
    return KINDS["xml"] if _MARKUP.match(text) else None


def _without_byte_order_mark(head: bytes) -> bytes:
    """The beginning in single bytes, so that UTF-16 markup can be read like any other."""
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if head.startswith(mark):
            return head[2:].decode(encoding, "ignore").encode("ascii", "ignore").lstrip()
    return head.removeprefix(b"\xef\xbb\xbf").lstrip()
