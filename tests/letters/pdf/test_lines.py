from letters.pdf.lines import Style, break_lines, break_text, cut_to_width
from letters.pdf.markup import parse

STYLE = Style(10, 14)


def _texts(lines):
    return ["".join(piece.text for piece in line.pieces) for line in lines]


def test_line_keeps_the_space_when_the_text_goes_on():
    assert _texts(break_text("uno due tre quattro", STYLE, 50)) == ["uno due tre ", "quattro"]


def test_lines_fit_and_lose_no_word():
    text = "La domanda è stata esaminata secondo l'ordine di presentazione. " * 5

    lines = break_text(text, STYLE, 120)

    assert max(line.width for line in lines) <= 120.001
    assert "".join(_texts(lines)) == text.rstrip()


def test_word_is_parted_without_a_space_when_wider_than_the_line():
    lines = break_text("prima " + "x" * 40 + " dopo", STYLE, 60)

    assert "".join(_texts(lines)) == "prima " + "x" * 40 + " dopo"
    assert max(line.width for line in lines) <= 60.001
    assert _texts(lines)[0] == "prima "


def test_address_is_parted_after_a_sign_when_wider_than_the_line():
    lines = break_text("https://www.example.it/bandi/coworking/domande", STYLE, 110)

    assert _texts(lines) == ["https://www.example.it/", "bandi/coworking/", "domande"]


def test_space_is_not_part_of_a_link_that_ends_before_it():
    (line,) = break_lines(parse('vedi <a href="http://x.it">il bando</a> e poi'), STYLE, 400)

    assert [(piece.text, piece.link is not None) for piece in line.pieces] == [
        ("vedi ", False),
        ("il bando", True),
        (" e poi", False),
    ]


def test_no_line_when_there_are_no_words():
    assert break_text(" \n\t ", STYLE, 100) == []


def test_letter_is_set_when_it_is_wider_than_the_line():
    assert _texts(break_text("mm", STYLE, 1)) == ["m", "m"]


def test_cut_gives_one_line_with_ellipsis_when_text_is_wider():
    (line,) = cut_to_width("Camera di commercio di Mantova", STYLE, 80)

    assert _texts([line]) == ["Camera di…"]
    assert line.width <= 80.001
