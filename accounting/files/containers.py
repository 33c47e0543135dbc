"""A file taken out of its signed container, `.xml.p7m`; who signed is judged elsewhere (DIG-07)."""

import base64
import binascii
import re

from asn1crypto import cms

from accounting.files.safe_xml import Unreadable

DEEPEST = 4
ARMOUR = re.compile(rb"-----(BEGIN|END) [A-Z0-9 ]+-----")


def unwrapped(data: bytes) -> bytes:
    """Return what a signed container holds, also where it holds another; other files as they are.

    Raises `Unreadable` for a container without content (a detached signature) or too many of them.
    """
    for _depth in range(DEEPEST + 1):
        held = _held(data)
        if held is None:
            return data
        data = held
    raise Unreadable("troppi contenitori uno dentro l'altro")


def _held(data: bytes) -> bytes | None:
    binary = data if data[:1] == b"0" else _decoded(data)
    if not binary:
        return None
    try:
        found = cms.ContentInfo.load(binary)
        if found["content_type"].native != "signed_data":
            return None
        content = found["content"]["encap_content_info"]["content"].native
    except (ValueError, TypeError, KeyError) as error:
        raise Unreadable("il contenitore firmato è danneggiato") from error
    if not isinstance(content, bytes):
        raise Unreadable("c'è la firma ma non il file firmato")
    return content


def _decoded(data: bytes) -> bytes:
    """Return the bytes of a container written as text, as some programs send it."""
    head = data.lstrip()
    if not head.startswith((b"MI", b"-----BEGIN")):
        return b""
    try:
        return base64.b64decode(ARMOUR.sub(b"", head).translate(None, b"\r\n\t "), validate=True)
    except (binascii.Error, ValueError):
        return b""
