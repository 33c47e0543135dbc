"""Files for the tests of uploads, made here byte by byte."""

import io
import struct
import zipfile
import zlib

import pikepdf
from PIL import Image

ALL = frozenset({"pdf", "jpeg", "png", "tiff", "p7m", "xml"})
MB = 1024 * 1024
DEFAULT_LIMIT = 10 * MB
WINDOWS_PROGRAM = b"MZ\x90\x00" + b"\x00" * 200 + b"This program cannot be run in DOS mode"


def pdf_bytes(pages=1, change=None, **saving) -> bytes:
    """A PDF with empty pages; `change` may alter the document before it is saved."""
    document = pikepdf.new()
    for _number in range(pages):
        document.add_blank_page()
    if change is not None:
        change(document)
    out = io.BytesIO()
    document.save(out, **saving)
    return out.getvalue()


def image_bytes(image_format: str, size=(40, 30), **saving) -> bytes:
    """An image with some structure, so that a cut through its data shows."""
    image = Image.effect_noise(size, 80).convert("RGB")
    out = io.BytesIO()
    image.save(out, image_format, **saving)
    return out.getvalue()


def tiff_bytes(pages: int) -> bytes:
    """A TIFF of several black and white pages, as scanners make them."""
    sheets = [Image.effect_noise((80, 60), 90).convert("1") for _number in range(pages)]
    out = io.BytesIO()
    sheets[0].save(out, "TIFF", save_all=True, append_images=sheets[1:], compression="group4")
    return out.getvalue()


def huge_png(width: int, height: int) -> bytes:
    """A few bytes that claim to be a picture of any size."""
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    data = zlib.compress(bytes(1000))
    return (
        b"\x89PNG\r\n\x1a\n"
        + _png_chunk(b"IHDR", header)
        + _png_chunk(b"IDAT", data)
        + _png_chunk(b"IEND", b"")
    )


def _png_chunk(tag: bytes, data: bytes) -> bytes:
    checksum = struct.pack(">I", zlib.crc32(tag + data))
    return struct.pack(">I", len(data)) + tag + data + checksum


def zip_bytes(first_entry: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(first_entry, "content")
    return out.getvalue()


def der(tag: int, body: bytes) -> bytes:
    """One value in definite form."""
    if len(body) < 0x80:
        return bytes([tag, len(body)]) + body
    size = len(body).to_bytes((len(body).bit_length() + 7) // 8, "big")
    return bytes([tag, 0x80 | len(size)]) + size + body


def ber(tag: int, body: bytes) -> bytes:
    """One constructed value in indefinite form."""
    return bytes([tag, 0x80]) + body + b"\x00\x00"


SIGNED_DATA = der(0x06, bytes.fromhex("2a864886f70d010702"))
DATA = der(0x06, bytes.fromhex("2a864886f70d010701"))


def signed_bytes(document: bytes | None, wrap=der) -> bytes:
    """A CMS container around the document; None makes a detached signature. `wrap`: der or ber."""
    content = b""
    if document is not None:
        octets = der(0x04, document)
        if wrap is ber:
            middle = len(document) // 2
            octets = ber(0x24, der(0x04, document[:middle]) + der(0x04, document[middle:]))
        content = wrap(0xA0, octets)
    inside = (
        der(0x02, b"\x01") + der(0x31, der(0x30, b"")) + wrap(0x30, DATA + content) + der(0x31, b"")
    )
    return wrap(0x30, SIGNED_DATA + wrap(0xA0, wrap(0x30, inside)))


def pdf_with_closed_object_stream(unpacked_mb: int) -> bytes:
    """A PDF whose opening action hides in an object stream that unpacks to many megabytes."""
    packer = zlib.compressobj(9)
    packed = [packer.compress(b"4 0 <</S/JavaScript/JS(x)>>")]
    packed += [packer.compress(b" " * MB) for _number in range(unpacked_mb)]
    data = b"".join([*packed, packer.flush()])
    out, starts = b"%PDF-1.5\n", {}
    bodies = {
        1: b"<</Type/Catalog/Pages 2 0 R/OpenAction 4 0 R>>",
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<<>>>>",
        5: b"<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>stream\n%b\nendstream"
        % (len(data), data),
    }
    for number, body in bodies.items():
        starts[number] = len(out)
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    rows = [(0, 0, 65535), *((1, starts[n], 0) for n in (1, 2, 3))]
    rows += [(2, 5, 0), (1, starts[5], 0), (1, len(out), 0)]
    table = b"".join(struct.pack(">BIH", *row) for row in rows)
    entry = b"<</Type/XRef/Size 7/W[1 4 2]/Root 1 0 R/Length %d>>stream\n%b\nendstream"
    out_end = b"6 0 obj\n" + entry % (len(table), table) + b"\nendobj\n"
    return out + out_end + b"startxref\n%d\n%%%%EOF\n" % len(out)
