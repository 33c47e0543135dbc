"""Signed containers (CAdES, .p7m): the document inside is copied out, the signature is not judged.

The structure is CMS SignedData (RFC 5652) in BER: definite and indefinite lengths, one octet
string or a row of them; as text (Base64, with or without PEM lines) it is decoded first.
"""

import base64
import binascii
import re
import tempfile
from collections.abc import Iterator
from typing import IO, BinaryIO

from workflows.uploads.findings import CHUNK_BYTES, size_of

MEMORY_BYTES = 1024 * 1024
MAX_DEPTH = 32
SIGNED_DATA = bytes.fromhex("2a864886f70d010702")

_INTEGER, _OCTETS, _OID, _SEQUENCE, _SET = 0x02, 0x04, 0x06, 0x30, 0x31
_CONSTRUCTED, _EXPLICIT_0 = 0x20, 0xA0
# Of a length: above this bit stands the number of length bytes; four of them reach 4 GB.
_LONG_FORM, _LONGEST = 0x80, 0x84
_PEM_LINE = re.compile(rb"-----(BEGIN|END) [A-Z0-9 ]+-----")


class NotSignedDataError(ValueError):
    """The bytes are no SignedData structure."""


class DetachedSignatureError(ValueError):
    """The structure is a signature without the document it signs."""


def open_signed_document(stream: BinaryIO) -> IO[bytes]:
    """Returns the document inside a signed container as a temporary file, at its beginning.

    Reads in chunks; the caller closes the file. Raises NotSignedDataError or DetachedSignatureError.
    """
    stream.seek(0)
    is_binary = stream.read(1) == b"\x30"
    stream.seek(0)
    if is_binary:
        return _copy_document(stream)
    with _temporary() as binary:
        _decode_base64(stream, binary)
        binary.seek(0)
        return _copy_document(binary)


def _copy_document(stream: IO[bytes]) -> IO[bytes]:
    document = _temporary()
    try:
        for chunk in _document_chunks(_BerReader(stream)):
            document.write(chunk)
    except BaseException:
        document.close()
        raise
    document.seek(0)
    return document


def _document_chunks(ber: "_BerReader") -> Iterator[bytes]:
    """Walks ContentInfo > SignedData > encapContentInfo > eContent and yields the octets."""
    ber.enter(_SEQUENCE)
    if ber.read_value(_OID) != SIGNED_DATA:
        raise NotSignedDataError
    ber.enter(_EXPLICIT_0)
    ber.enter(_SEQUENCE)
    ber.skip(_INTEGER)
    ber.skip(_SET)
    end = ber.enter(_SEQUENCE)
    ber.skip(_OID)
    if ber.stands_at_end(end):
        raise DetachedSignatureError
    ber.enter(_EXPLICIT_0)
    yield from ber.octets(ber.header(), depth=0)


class _BerReader:
    """Reads tags and lengths; a length of None is indefinite and ends with two zero bytes."""

    def __init__(self, stream: IO[bytes]) -> None:
        self.stream = stream

    def header(self) -> tuple[int, int | None]:
        """Returns (tag, length in bytes or None) of the next value."""
        tag = self._exactly(1)[0]
        first = self._exactly(1)[0]
        if first < _LONG_FORM:
            return tag, first
        if first == _LONG_FORM:
            return tag, None
        if first > _LONGEST:
            raise NotSignedDataError
        return tag, int.from_bytes(self._exactly(first - _LONG_FORM), "big")

    def enter(self, tag: int) -> int | None:
        """Steps into a constructed value; returns the position of its end, None if indefinite."""
        found, length = self.header()
        if found != tag:
            raise NotSignedDataError
        return None if length is None else self.stream.tell() + length

    def stands_at_end(self, end: int | None) -> bool:
        """True if the value that ends at `end` has no further part."""
        if end is not None:
            return self.stream.tell() >= end
        position = self.stream.tell()
        at_end = self.stream.read(2) == b"\x00\x00"
        self.stream.seek(position)
        return at_end

    def read_value(self, tag: int, limit: int = 64) -> bytes:
        """Returns the bytes of a short primitive value."""
        found, length = self.header()
        if found != tag or length is None or length > limit:
            raise NotSignedDataError
        return self._exactly(length)

    def skip(self, tag: int) -> None:
        """Steps over a value of that tag."""
        header = self.header()
        if header[0] != tag:
            raise NotSignedDataError
        self._skip_body(header[1], depth=0)

    def octets(self, header: tuple[int, int | None], depth: int) -> Iterator[bytes]:
        """Yields the bytes of an octet string, in one piece or made of pieces."""
        tag, length = header
        if depth > MAX_DEPTH or tag not in (_OCTETS, _OCTETS | _CONSTRUCTED):
            raise NotSignedDataError
        if tag == _OCTETS:
            if length is None:
                raise NotSignedDataError
            yield from self._chunks(length)
            return
        end = None if length is None else self.stream.tell() + length
        while not self.stands_at_end(end):
            yield from self.octets(self.header(), depth + 1)
        if end is None:
            self._exactly(2)

    def _skip_body(self, length: int | None, depth: int) -> None:
        if length is not None:
            self.stream.seek(length, 1)
            return
        if depth > MAX_DEPTH:
            raise NotSignedDataError
        while not self.stands_at_end(None):
            self._skip_body(self.header()[1], depth + 1)
        self._exactly(2)

    def _chunks(self, length: int) -> Iterator[bytes]:
        while length > 0:
            chunk = self._exactly(min(length, CHUNK_BYTES))
            length -= len(chunk)
            yield chunk

    def _exactly(self, count: int) -> bytes:
        data = self.stream.read(count)
        if len(data) != count:
            raise NotSignedDataError
        return data


def _decode_base64(stream: BinaryIO, binary: IO[bytes]) -> None:
    """Decodes text in chunks of four characters; PEM lines and white space do not count."""
    rest = b""
    for line in _lines(stream):
        if _PEM_LINE.fullmatch(line.strip()):
            continue
        rest += b"".join(line.split())
        whole = len(rest) // 4 * 4
        try:
            binary.write(base64.b64decode(rest[:whole], validate=True))
        except binascii.Error as error:
            raise NotSignedDataError from error
        rest = rest[whole:]
    if rest or size_of(binary) == 0:  # type: ignore[arg-type]
        raise NotSignedDataError


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """Lines, or pieces of a line that has no end."""
    while line := stream.readline(CHUNK_BYTES):
        yield line


def _temporary() -> IO[bytes]:
    return tempfile.SpooledTemporaryFile(max_size=MEMORY_BYTES)
