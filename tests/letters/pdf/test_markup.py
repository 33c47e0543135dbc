import pytest

from letters.pdf import escape
from letters.pdf.markup import parse


def _plain(text):
    return [(run.text, run.bold, run.italic, run.link and run.link.address) for run in parse(text)]


def test_marks_give_faces_and_links():
    text = 'a <b>b <i>c</i></b> <a href="https://x.it/?a=1&amp;b=è">d</a>'

    assert _plain(text) == [
        ("a ", False, False, None),
        ("b ", True, False, None),
        ("c", True, True, None),
        (" ", False, False, None),
        ("d", False, False, "https://x.it/?a=1&b=%C3%A8"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<b>mai chiuso",
        "chiuso</i> e basta",
        "<B>maiuscolo</B>",
        '<b class="x">attributi',
        "<u>altro</u>",
        "5 < 6 & 7 > 3",
        "&copy; &#9731;",
    ],
)
def test_other_marks_are_printed_as_they_stand(text):
    assert "".join(run[0] for run in _plain(text)) == text
    assert not any(run[1] or run[2] or run[3] for run in _plain(text))


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "ftp://x.it", "/bandi", "", "data:text/html,x", "https://"]
)
def test_link_is_printed_as_it_stands_when_address_is_not_allowed(address):
    text = f'<a href="{address}">qui</a>'

    assert ("".join(run[0] for run in _plain(text)), _plain(text)[0][3]) == (text, None)


@pytest.mark.parametrize("address", ["http://x.it", "HTTPS://x.it/a", "mailto:a@b.it"])
def test_link_counts_when_address_is_allowed(address):
    assert _plain(f'<a href="{address}">qui</a>') == [("qui", False, False, address)]


def test_escaped_text_is_printed_letter_by_letter():
    text = 'Rossi & <b>Figli</b> "s.n.c." &amp; <a href="https://x.it">qui</a>'

    assert _plain(escape(text)) == [(text, False, False, None)]


def test_entities_of_html_escaping_are_read_back():
    assert _plain("&lt;L&#x27;Aquila&gt; &quot;x&#39;&amp;lt;") == [
        ("<L'Aquila> \"x'&lt;", False, False, None)
    ]
