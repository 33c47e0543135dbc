"""Images: opened by the reader of their own format only, measured, then decoded in little memory."""

from typing import BinaryIO

from PIL import Image

from workflows.uploads.findings import Findings
from workflows.uploads.refusals import Reason, Refused, millions

# One page at 600 dpi has 35 million pixels, a good phone photo 12 to 50 million.
MAX_PIXELS = 60_000_000
MAX_PIXELS_OF_ALL_PAGES = 400_000_000
MAX_IMAGE_PAGES = 500
THUMBNAIL = (64, 64)


def inspect_image(stream: BinaryIO, name: str, kind_key: str) -> Findings:
    """Returns the pages of a TIFF image, and no page count for JPEG and PNG.

    `kind_key` is "jpeg", "png" or "tiff". Raises Refused with TOO_MANY_PIXELS (before decoding) or
    BROKEN (header, checksums or pixels cannot be read to the end).
    """
    try:
        with Image.open(stream, formats=(kind_key.upper(),)) as image:
            _refuse_too_many(image.width * image.height, MAX_PIXELS, name)
            if kind_key == "tiff":
                return Findings(pages=_decode_pages(image, name))
            if kind_key == "jpeg":
                _decode_small(image)
            else:
                image.verify()  # compares every checksum to the end, without unpacking the pixels
            return Findings()
    except Refused:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_many(Image.MAX_IMAGE_PIXELS or MAX_PIXELS, MAX_PIXELS, name) from error
    # Whatever a decoder raises over the bytes of a stranger, the image cannot be relied upon.
    except Exception as error:
        raise Refused(Reason.BROKEN, name=name) from error


def _decode_small(image: Image.Image) -> None:
    """Decodes at an eighth of the size: it reads all the data with little memory."""
    image.draft("L", THUMBNAIL)
    image.load()


def _decode_pages(image: Image.Image, name: str) -> int:
    """Decodes one page after the other, so that a cut is found wherever it is; returns their number."""
    pixels = 0
    page = 0
    while True:
        try:
            image.seek(page)
        except EOFError:
            break
        pixels += image.width * image.height
        _refuse_too_many(image.width * image.height, MAX_PIXELS, name)
        _refuse_too_many(pixels, MAX_PIXELS_OF_ALL_PAGES, name)
        image.load()
        page += 1
        if page > MAX_IMAGE_PAGES:
            raise Refused(Reason.TOO_COMPLEX, name=name)
    return page


def _refuse_too_many(pixels: int, limit: int, name: str) -> None:
    if pixels > limit:
        raise _too_many(pixels, limit, name)


def _too_many(pixels: int, limit: int, name: str) -> Refused:
    return Refused(
        Reason.TOO_MANY_PIXELS,
        name=name,
        size=millions(pixels),
        limit=millions(limit, rounding="down"),
    )
