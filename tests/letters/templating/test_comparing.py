from letters.templating import Change, Line, Piece, diff


def test_the_same_text_has_no_change():
    assert {line.change for line in diff("a\n\nb", "a\n\nb")} == {Change.SAME}


def test_a_rewritten_line_shows_its_words_and_lines_that_come_and_go_stand_alone():
    before = "Gentile ditta,\nil contributo è concesso.\nvia"
    after = "Gentile ditta,\nil contributo non è concesso.\n"

    assert diff(before, after) == [
        Line(Change.SAME, 1, 1, (Piece(Change.SAME, "Gentile ditta,"),)),
        Line(
            Change.CHANGED,
            2,
            2,
            (
                Piece(Change.SAME, "il contributo"),
                Piece(Change.ADDED, " non"),
                Piece(Change.SAME, " è concesso."),
            ),
        ),
        Line(Change.REMOVED, 3, 0, (Piece(Change.REMOVED, "via"),)),
    ]
    assert [line.change for line in diff("", "a\nb")] == [Change.ADDED, Change.ADDED]
