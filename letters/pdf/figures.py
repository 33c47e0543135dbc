"""What is drawn and is no word: the QR code in squares, the logo as an image."""

import io
import zlib
from functools import lru_cache
from typing import NamedTuple

from PIL import Image
from qrcode.constants import ERROR_CORRECT_M
from qrcode.main import QRCode

from letters.pdf.content import Logo
from letters.pdf.objects import Stream
from letters.pdf.structure import Element

# Trying all eight masks costs more than drawing the letter, and any of them can be read.
_MASK = 3


class Squares(NamedTuple):
    """A QR code: how many modules a side has, and its dark runs as (column, row, modules)."""

    side: int
    runs: tuple[tuple[int, int, int], ...]


class Figure(NamedTuple):
    """A picture at `x` points from the sheet's left edge, `top` points below the slice's top.

    Without an element it is an ornament.
    """

    x: float
    top: float
    width: float
    height: float
    picture: Squares | Logo
    element: Element | None


@lru_cache(maxsize=64)
def squares(address: str) -> Squares:
    """Give the QR code of an address; a seventh of it may be lost before it cannot be read."""
    code = QRCode(error_correction=ERROR_CORRECT_M, border=0, mask_pattern=_MASK)
    code.add_data(address)
    code.make(fit=True)
    matrix = code.get_matrix()
    return Squares(len(matrix), tuple(run for y, row in enumerate(matrix) for run in _runs(row, y)))


def _runs(row: list[bool], y: int) -> list[tuple[int, int, int]]:
    runs: list[tuple[int, int, int]] = []
    for x, is_dark in enumerate(row):
        if not is_dark:
            continue
        if runs and runs[-1][0] + runs[-1][2] == x:
            runs[-1] = (runs[-1][0], y, runs[-1][2] + 1)
        else:
            runs.append((x, y, 1))
    return runs


def size_of(logo: Logo, width: float, height: float) -> tuple[float, float]:
    """Give the largest size in points within `width` and `height` that keeps the logo's shape."""
    across, down, _ = _pixels(logo.data)
    scale = min(width / across, height / down)
    return across * scale, down * scale


def image_of(logo: Logo) -> Stream:
    """Give a logo as an image object in plain colours; what shows through becomes white."""
    across, down, content = _pixels(logo.data)
    entries = (
        b"/Type /XObject /Subtype /Image /Width %d /Height %d "
        b"/ColorSpace /DeviceRGB /BitsPerComponent 8" % (across, down)
    )
    return Stream(content, entries, compressed=True)


@lru_cache(maxsize=8)
def _pixels(data: bytes) -> tuple[int, int, bytes]:
    """Pixels across and down, and their colours, compressed."""
    with Image.open(io.BytesIO(data)) as opened:
        picture = opened.convert("RGBA")
    paper = Image.new("RGBA", picture.size, "white")
    plain = Image.alpha_composite(paper, picture).convert("RGB")
    return plain.width, plain.height, zlib.compress(plain.tobytes())
