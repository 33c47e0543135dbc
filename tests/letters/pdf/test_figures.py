"""QR code and logo: what they show, in words too, and never a colour that shows through."""

import io
from dataclasses import replace

import pytest
from PIL import Image
from qrcode.constants import ERROR_CORRECT_M
from qrcode.main import QRCode

from letters.pdf import Logo, Paragraph, letter_from_dict, letter_to_dict, render
from letters.pdf.figures import image_of, size_of, squares
from tests.letters.pdf.examples import LETTERHEAD, letter, opened, read_aloud, tree, words

PAGE = "https://sportello.example.org/verifica/AB2C-34DE-FG56/"


def picture(kind: str = "PNG", size=(40, 20), colour=(0, 80, 160, 0)) -> bytes:
    out = io.BytesIO()
    image = Image.new("RGBA", size, colour)
    (image if kind == "PNG" else image.convert("RGB")).save(out, kind)
    return out.getvalue()


def with_code(**changes):
    return letter(Paragraph("Testo."), code="AB2C-34DE-FG56", verify_at=PAGE, **changes)


def with_logo(logo: Logo | None):
    return letter(Paragraph("Testo."), letterhead=replace(LETTERHEAD, logo=logo))


def figures(data: bytes) -> list[tuple[str, list[int]]]:
    """Words and box of each figure of the structure."""
    root = opened(data).trailer["/Root"]["/StructTreeRoot"]["/K"]
    elements = [child.get_object() for child in root["/K"]]
    return [
        (str(one["/Alt"]), [round(float(side)) for side in one["/A"]["/BBox"]])
        for one in elements
        if one["/S"] == "/Figure"
    ]


def test_qr_code_has_the_dark_squares_of_its_address():
    code = QRCode(error_correction=ERROR_CORRECT_M, border=0, mask_pattern=3)
    code.add_data(PAGE)
    code.make(fit=True)
    drawn = squares(PAGE)
    dark = {(x + step, y) for x, y, length in drawn.runs for step in range(length)}

    assert dark == {
        (x, y)
        for y, row in enumerate(code.get_matrix())
        for x, is_dark in enumerate(row)
        if is_dark
    }


def test_page_of_verification_stands_at_the_foot_in_words_and_as_qr_code():
    data = render(with_code())
    page = opened(data).pages[0]
    (link,) = page["/Annots"]

    assert f"Codice di verifica: AB2C-34DE-FG56 Questo documento si verifica su {PAGE}" in words(
        page
    )
    assert link.get_object()["/A"]["/URI"] == PAGE
    assert figures(data) == [
        (f"Codice QR che porta alla pagina di verifica: {PAGE}", [476, 58, 533, 114])
    ]
    assert tree(data)[-3:] == [["P"], ["P", ["Link"]], ["Figure"]]


def test_letter_in_english_says_so():
    data = render(with_code(language="en"))

    assert f"This document can be checked at {PAGE}" in words(opened(data).pages[0])
    assert figures(data)[0][0] == f"QR code that leads to the page of verification: {PAGE}"


def test_code_without_a_page_has_no_qr_code():
    assert figures(render(letter(Paragraph("Testo."), code="AB2C-34DE-FG56"))) == []


@pytest.mark.parametrize("address", ["javascript:alert(1)", "sportello.example.org", "ftp://e.it"])
def test_page_of_verification_has_an_address_of_the_web(address):
    with pytest.raises(ValueError, match="https"):
        letter(verify_at=address)


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_logo_is_a_figure_with_its_words(kind):
    data = render(with_logo(Logo(picture(kind), "Stemma della Camera")))
    ((said, box),) = figures(data)
    (image,) = opened(data).pages[0].images

    assert said == "Stemma della Camera"
    assert (box[2] - box[0], box[3] - box[1]) == (97, 49)
    assert image.image.size == (40, 20)


def test_logo_without_words_is_an_ornament():
    data = render(with_logo(Logo(picture())))

    assert figures(data) == []
    assert len(opened(data).pages[0].images) == 1
    assert ("P", "Camera di commercio") in read_aloud(data)


def test_what_shows_through_becomes_white():
    logo = Logo(picture(size=(1, 1)))
    (image,) = opened(render(with_logo(logo))).pages[0].images

    assert image.image.getpixel((0, 0)) == (255, 255, 255)
    assert b"SMask" not in image_of(logo).entries


@pytest.mark.parametrize(("size", "drawn"), [((300, 10), (100, 3.3)), ((10, 300), (1.7, 50))])
def test_logo_keeps_its_shape_within_its_room(size, drawn):
    found = size_of(Logo(picture(size=size)), 100, 50)

    assert tuple(round(side, 1) for side in found) == drawn


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"<svg/>"])
def test_logo_of_another_kind_is_refused(data):
    with pytest.raises(ValueError, match="PNG or JPEG"):
        Logo(data)


def test_kept_letter_names_its_logo_and_draws_the_same_bytes():
    logo = Logo(picture(), "Stemma")
    written = with_logo(logo)
    kept = letter_to_dict(written)

    assert kept["letterhead"]["logo"] == {"sha256": logo.digest, "alt": "Stemma"}
    assert render(letter_from_dict(kept, {logo.digest: logo.data}.__getitem__)) == render(written)


def test_kept_letter_whose_logo_nobody_finds_is_refused():
    kept = letter_to_dict(with_logo(Logo(picture())))

    with pytest.raises(ValueError, match="nobody to find it"):
        letter_from_dict(kept)
    with pytest.raises(ValueError, match="not a letter"):
        letter_from_dict(kept, {}.__getitem__)


def test_letter_without_page_of_verification_is_kept_as_before():
    assert "verify_at" not in letter_to_dict(letter())
