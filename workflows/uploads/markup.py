"""XML documents: parsed to the end in chunks, without document type, entities or web content."""

from typing import BinaryIO
from xml.parsers import expat

from django.utils.translation import gettext_lazy as _

from workflows.uploads.findings import CHUNK_BYTES, Findings
from workflows.uploads.refusals import Reason, Refused

MAX_DEPTH = 200
# Browsers run what stands in these namespaces, wherever in the document it stands.
WEB_NAMESPACES = ("http://www.w3.org/1999/xhtml", "http://www.w3.org/2000/svg")


def inspect_xml(stream: BinaryIO, name: str) -> Findings:
    """Returns empty findings for well-formed XML.

    Raises Refused with BROKEN (not well formed), ACTIVE_CONTENT (a document type, which can
    define entities that grow without bound or read other files; web content) or TOO_COMPLEX
    (nested deeper than MAX_DEPTH).
    """
    checker = _Checker(name)
    try:
        while chunk := stream.read(CHUNK_BYTES):
            checker.parser.Parse(chunk, False)
        checker.parser.Parse(b"", True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise Refused(Reason.BROKEN, name=name) from error
    return Findings()


class _Checker:
    """Follows the events of the parser and refuses at the first that does not belong."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.depth = 0
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartDoctypeDeclHandler = self.refuse_document_type
        self.parser.StartElementHandler = self.enter
        self.parser.EndElementHandler = self.leave

    def refuse_document_type(self, *_declaration: object) -> None:
        found = _("a document type declaration (DOCTYPE)")
        raise Refused(Reason.ACTIVE_CONTENT, name=self.name, found=found)

    def enter(self, tag: str, _attributes: dict[str, str]) -> None:
        if tag.startswith(WEB_NAMESPACES):
            raise Refused(Reason.ACTIVE_CONTENT, name=self.name, found=_("parts of a web page"))
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise Refused(Reason.TOO_COMPLEX, name=self.name)

    def leave(self, _tag: str) -> None:
        self.depth -= 1
