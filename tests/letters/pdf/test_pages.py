from letters.pdf.pages import paginate
from letters.pdf.slices import Slice


def _slice(height, **settings):
    return Slice(height, [], **settings)


def _heights(pages):
    return [
        [(placed.piece.height, placed.top, placed.repeated) for placed in page] for page in pages
    ]


def test_page_is_there_when_nothing_is_written():
    assert paginate([], 100, 100) == [[]]


def test_slices_fill_pages_and_white_space_is_dropped_at_the_top():
    pages = paginate([_slice(40, before=9), _slice(40, before=9), _slice(30, before=9)], 100, 200)

    assert _heights(pages) == [[(40, 0.0, False), (40, 49.0, False)], [(30, 0.0, False)]]


def test_glued_slices_go_to_the_next_page_together():
    pages = paginate([_slice(60), _slice(20, glued=True), _slice(30)], 100, 100)

    assert _heights(pages) == [[(60, 0.0, False)], [(20, 0.0, False), (30, 20.0, False)]]


def test_glued_slices_are_parted_when_no_page_holds_them():
    pages = paginate([_slice(60, glued=True), _slice(60, glued=True), _slice(60)], 100, 100)

    assert _heights(pages) == [[(60, 0.0, False)], [(60, 0.0, False)], [(60, 0.0, False)]]


def test_head_is_repeated_when_its_row_begins_a_page():
    head = _slice(10, glued=True)
    rows = [_slice(41, head=head) for _ in range(4)]

    assert _heights(paginate([head, *rows], 100, 100)) == [
        [(10, 0.0, False), (41, 10.0, False), (41, 51.0, False)],
        [(10, 0.0, True), (41, 10.0, False), (41, 51.0, False)],
    ]


def test_head_is_not_repeated_when_it_would_fill_the_page():
    head = _slice(50)

    assert _heights(paginate([head, _slice(60, head=head)], 100, 100)) == [
        [(50, 0.0, False)],
        [(60, 0.0, False)],
    ]


def test_slice_higher_than_a_page_is_placed_all_the_same():
    assert _heights(paginate([_slice(500)], 100, 100)) == [[(500, 0.0, False)]]
