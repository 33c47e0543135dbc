import io

import pytest

from workflows.uploads import Reason, Refused
from workflows.uploads.findings import Findings
from workflows.uploads.markup import inspect_xml

LAUGHS = (
    b"""<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;">]><a>&y;</a>"""
)
OUTSIDE = b"""<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>"""


def outcome(data: bytes) -> Findings | Reason:
    try:
        return inspect_xml(io.BytesIO(data), "invoice.xml")
    except Refused as refused:
        return refused.reason


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"<a><b c='d'>text</b></a>", Findings()),
        (b'<?xml version="1.0" encoding="windows-1252"?><a>\xe0</a>', Findings()),
        (b'<?xml-stylesheet type="text/xsl" href="f.xsl"?><p:a xmlns:p="urn:p"/>', Findings()),
        (b"<a><b></a>", Reason.BROKEN),
        (b"<a>", Reason.BROKEN),
        (b"<a/>trailing", Reason.BROKEN),
        (b"<a>\xe0</a>", Reason.BROKEN),
        (b'<?xml version="1.0" encoding="none-such"?><a/>', Reason.BROKEN),
        (b"<a>&unknown;</a>", Reason.BROKEN),
        (LAUGHS, Reason.ACTIVE_CONTENT),
        (OUTSIDE, Reason.ACTIVE_CONTENT),
        (
            b'<a><h:script xmlns:h="http://www.w3.org/1999/xhtml">x()</h:script></a>',
            Reason.ACTIVE_CONTENT,
        ),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', Reason.ACTIVE_CONTENT),
        (b"<a>" * 300 + b"</a>" * 300, Reason.TOO_COMPLEX),
    ],
)
def test_DIG_10_inspect_xml_takes_plain_well_formed_documents_only(data, found):
    assert outcome(data) == found
