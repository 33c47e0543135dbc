import json

import pytest

from letters.pdf import (
    Bullets,
    Callout,
    Facts,
    Heading,
    Paragraph,
    Signature,
    Table,
    letter_from_dict,
    letter_to_dict,
    render,
)
from tests.letters.pdf.examples import letter

EVERYTHING = letter(
    Heading("Titolo", 3),
    Paragraph("Un <b>testo</b> è qui"),
    Bullets(("uno", "due"), ordered=True),
    Table(("A", "B"), (("1", "2"),), ("left", "right"), (0.25, 0.75), total=True),
    Facts((("CUP", "B12"),)),
    Callout("Termine"),
    Signature("Il dirigente", "Nome Cognome", "Firmato digitalmente"),
    code="MN-1",
)


def test_letter_comes_back_equal_and_draws_the_same_bytes_when_kept_as_json():
    kept = json.loads(json.dumps(letter_to_dict(EVERYTHING)))

    assert letter_from_dict(kept) == EVERYTHING
    assert render(letter_from_dict(kept)) == render(EVERYTHING)


def test_register_comes_back_equal_when_kept_as_json():
    register = letter(Table(("N.",), (("1",),), small=True), landscape=True)

    assert letter_from_dict(json.loads(json.dumps(letter_to_dict(register)))) == register


def test_dictionary_names_each_block_by_its_type():
    data = letter_to_dict(letter(Facts((("CUP", "B12"),)), code="MN-1"))

    assert data == {
        "format": 1,
        "language": "it",
        "title": "Comunicazione di concessione",
        "reference_lines": ["Protocollo n. 7/2026", "Pratica CW-42"],
        "place_and_date": "Mantova, 12 marzo 2026",
        "addressee_lines": ["Spazio Aperto S.r.l.", "Via Roma 1"],
        "subject": "contributo concesso",
        "code": "MN-1",
        "created": "2026-03-12T10:15:00+01:00",
        "letterhead": {
            "body_name": "Camera di commercio",
            "unit": "Ufficio contributi",
            "address_lines": ["Via dell'Esempio 12", "46100 Mantova"],
            "contact_lines": ["contributi@pec.example.it"],
            "logo": None,
            "footer_lines": ["Codice fiscale 00000000000"],
        },
        "blocks": [{"type": "facts", "rows": [["CUP", "B12"]]}],
    }


@pytest.mark.parametrize(
    "changes",
    [
        {"format": 2},
        {"colour": "red"},
        {"blocks": [{"type": "picture"}]},
        {"blocks": [{"type": "paragraph", "words": "x"}]},
        {"letterhead": {}},
    ],
)
def test_dictionary_is_refused_when_it_is_not_a_letter(changes):
    with pytest.raises(ValueError):
        letter_from_dict(letter_to_dict(EVERYTHING) | changes)
