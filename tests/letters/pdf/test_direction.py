"""Arabic letters take their forms, and runs from right to left stand in the order of the eye."""

import pytest

from letters.pdf import Facts, Paragraph, render
from letters.pdf.direction import for_the_eye, is_right_to_left, joined, said
from letters.pdf.glyphs import spare_glyphs
from letters.pdf.lines import Style, break_text
from tests.letters.pdf.examples import letter, opened

STYLE = Style(10, 14)


def shown(text: str) -> str:
    """The first line as the eye sees it."""
    return "".join(piece.text for piece in break_text(text, STYLE, 1000)[0].pieces)


@pytest.mark.parametrize(
    ("written", "forms"),
    [
        ("محمد", "\ufee3\ufea4\ufee4\ufeaa"),
        ("لا", "\ufefb"),
        ("سلام", "\ufeb3\ufefc\ufee1"),
        ("شَمس", "\ufeb7\u064e\ufee4\ufeb2"),
        ("שלום", "שלום"),
    ],
)
def test_arabic_letters_take_the_forms_they_have_beside_each_other(written, forms):
    assert joined(written, spare_glyphs()) == forms
    assert said(forms) == written


def test_letter_without_the_form_in_the_typeface_stays_as_it_is():
    assert joined("محمد", frozenset()) == "محمد"


def test_run_is_turned_and_numbers_marks_and_brackets_are_not():
    assert for_the_eye("אב 12 ג\u05b8(ד)") == "(ד)ג\u05b8 12 בא"


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("Signor דוד, via Roma 3", "Signor דוד, via Roma 3".replace("דוד", "דוד"[::-1])),
        ("(דוד בן)", "(ןב דוד)"),
        ("אב 7 גד fine", "דג 7 בא fine"),
        ("Roma", "Roma"),
    ],
)
def test_words_from_right_to_left_are_one_run_in_a_line(written, seen):
    assert shown(written) == seen


def test_what_is_read_aloud_is_in_the_order_of_writing():
    (line,) = break_text("Signor محمد علي qui", STYLE, 1000)

    assert [piece.said for piece in line.pieces] == ["", "محمد علي", ""]


def test_long_run_without_spaces_is_parted_and_marks_stay_with_their_letters():
    lines = break_text("ש\u05b8" * 60, STYLE, 100)

    assert len(lines) > 1
    assert all(line.width <= 100.01 for line in lines)
    assert all(line.pieces[0].said.startswith("ש") for line in lines)


def test_file_says_what_was_written():
    page = opened(render(letter(Paragraph("شكرا"), Facts((("Nome", "דוד"),))))).pages[0]
    content = page["/Contents"].get_data().decode("latin-1")

    for words in ("شكرا", "דוד"):
        spoken = words.encode("utf-16-be").hex()
        assert f"/Span << /ActualText <feff{spoken}> >> BDC" in content


def test_latin_text_has_no_direction():
    assert not is_right_to_left("perché Γιώργος 12")
