"""The sentence that a call adds to a letter stands in the letter, before its signature."""

from datetime import timedelta

import pytest

from calls.services import revise
from letters.cases.sending import with_note
from tests.letters.reading import sent, text_of
from tests.office import publish_later

pytestmark = pytest.mark.django_db
NOTE = "Per questo bando vale {il 5%} di *sconto*."


def test_note_of_the_call_is_printed_in_its_letter_and_in_no_other(office):
    version = revise(
        office.call, reason="Una frase in più", parameters={"letter_notes": {"receipt": NOTE}}
    )
    publish_later(
        version,
        by=office.procedure_owner,
        closes_at=office.call.closes_at + timedelta(days=30),
    )
    office.call.refresh_from_db()
    case = office.granted()

    assert [NOTE in text_of(sent(case, kind)) for kind in ("receipt", "grant")] == [True, False]


@pytest.mark.parametrize(
    ("text", "noted"),
    [
        ("Gentile.\n\n{{ firma }}\n", "Gentile.\n\nNota.\n\n{{ firma }}\n"),
        ("Gentile.\n", "Gentile.\n\nNota.\n\n\n"),
    ],
)
def test_note_stands_before_the_signature_or_at_the_end(text, noted):
    assert with_note(text, "Nota.").rstrip() == noted.rstrip()


def test_no_note_leaves_the_text_as_it_was():
    assert with_note("Gentile.\n", "  ") == "Gentile.\n"
