import pytest

from letters.pdf import Bullets, Letterhead, Paragraph, missing_glyphs
from letters.pdf.glyphs import printable
from tests.letters.pdf.examples import letter


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("perché già €", "perché già €"),
        ("perche\u0301", "perché"),
        ("a\u2011b\u202fc", "a-b\xa0c"),
        ("\ufb01ne\u00adsettimana\u200b", "finesettimana"),
        ("una\triga\ne un'altra", "una riga e un'altra"),
        ("Nguy\u1ec5n", "Nguy\u1ec5n"),
        ("שלום Γιώργος Юлія Ґонтар", "שלום Γιώργος Юлія Ґонтар"),
        ("👩\u200d💻 ✌\ufe0f", "?? ✌"),
        ("王小明 राम", "??? ???"),
        ("x\u0303", "x\u0303"),
        ("\u1d00\U0001e000", "\u1d00"),
        ("?\U0001e000", "?"),
        ("\x00\x07", ""),
        ("\ud800", "?"),
    ],
)
def test_printable_has_a_glyph_for_every_character(written, printed):
    assert printable(written) == printed


def test_missing_glyphs_are_those_of_all_parts_of_the_letter():
    written = letter(
        Paragraph("perche\u0301 <b>Ж王</b>"),
        Bullets(("a\u2011b", "👩")),
        addressee_lines=("राम",),
        letterhead=Letterhead("שם 明"),
    )

    assert missing_glyphs(written) == ("म", "र", "ा", "明", "王", "👩")


def test_missing_glyphs_are_none_when_all_can_be_printed():
    assert missing_glyphs(letter(Paragraph("È già così – “fine”"))) == ()
