"""The letters that banks let through."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accounting.files.characters import FOREIGN, is_identifier, plain


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("Niccolò & C.", "Niccolo + C."),
        ("//Sala//A/", "Sala/A"),
        ("Ça\tva;\n<così>", "Ca va cosi"),
        ("100 € a_b@c", "100 EUR a-b(a)c"),
        ("東京", "Dong Jing"),
    ],
)
def test_SEPA_03_puts_other_letters_in_their_place(words, written):
    assert plain(words, 70) == written


@given(st.text(), st.integers(1, 140))
def test_SEPA_03_lets_nothing_else_through(words, longest):
    written = plain(words, longest)

    assert len(written) <= longest
    assert FOREIGN.search(written) is None
    assert "//" not in written
    assert written == written.strip("/ ")


@pytest.mark.parametrize(
    ("words", "fits"),
    [
        ("P-2026-000001", True),
        ("A/B", True),
        *((words, False) for words in ("", "/A", "A/", "A//B", "à", "A" * 36, "A\n")),
    ],
)
def test_SEPA_03_knows_an_id(words, fits):
    assert is_identifier(words) is fits
