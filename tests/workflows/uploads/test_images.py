import io

import pytest
from django.utils.translation import override
from PIL import Image

from tests.workflows.uploads.files import huge_png, image_bytes, tiff_bytes
from workflows.uploads import Reason, Refused
from workflows.uploads.findings import Findings
from workflows.uploads.images import inspect_image


def outcome(data: bytes, kind: str) -> Findings | Reason:
    try:
        return inspect_image(io.BytesIO(data), "photo", kind)
    except Refused as refused:
        return refused.reason


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("jpeg", image_bytes("JPEG", (400, 300))),
        ("jpeg", image_bytes("JPEG", (400, 300), progressive=True)),
        ("png", image_bytes("PNG", (400, 300))),
        ("tiff", image_bytes("TIFF", (400, 300), compression="tiff_lzw")),
    ],
)
def test_inspect_image_refuses_a_cut_image(kind, data):
    cuts = [data, data[: len(data) // 2], data[:40], data[:12]]
    found = [outcome(cut, kind) for cut in cuts]
    pages = 1 if kind == "tiff" else None
    assert found == [Findings(pages), Reason.BROKEN, Reason.BROKEN, Reason.BROKEN]


def test_inspect_image_refuses_a_png_with_a_wrong_checksum():
    data = bytearray(image_bytes("PNG"))
    data[len(data) // 2] ^= 0xFF
    assert outcome(bytes(data), "png") == Reason.BROKEN


@pytest.mark.parametrize("side", [7_800, 9_600, 14_000, 60_000])
def test_inspect_image_refuses_an_image_bomb_before_decoding(side):
    assert outcome(huge_png(side, side), "png") == Reason.TOO_MANY_PIXELS


def test_inspect_image_refuses_a_tiff_bomb_on_a_later_page():
    sheets = [Image.new("1", size) for size in ((10, 10), (9000, 9000))]
    out = io.BytesIO()
    sheets[0].save(out, "TIFF", save_all=True, append_images=sheets[1:], compression="group4")
    assert outcome(out.getvalue(), "tiff") == Reason.TOO_MANY_PIXELS


def test_inspect_image_says_how_many_pixels_are_too_many():
    with pytest.raises(Refused) as refusal:
        inspect_image(io.BytesIO(huge_png(7_800, 7_700)), "photo.png", "png")
    with override("en"):
        said = refusal.value.sentence
    assert said == (
        "The image “photo.png” has 60.1 million pixels and the limit is 60 million. "
        "Take or scan it at a lower resolution and upload it again."
    )


def test_inspect_image_opens_only_the_format_of_its_kind():
    assert outcome(image_bytes("GIF"), "png") == Reason.BROKEN


def test_inspect_image_counts_the_pages_of_a_tiff():
    assert outcome(tiff_bytes(5), "tiff") == Findings(pages=5)
