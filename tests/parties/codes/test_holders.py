from datetime import date

import pytest

from parties.codes import Mismatch, parse_person_tax_code, tax_code_mismatches

GIULIA = {
    "first_name": "Giulia",
    "last_name": "Bianchi",
    "birth_date": date(1988, 2, 29),
    "birthplace": "Mantova",
    "sex": "F",
}
GIULIA_CODE = parse_person_tax_code("BNCGLI88B69E897J")


def born_in(belfiore: str):
    """Return a tax code like Giulia's with another birthplace, with its check letter."""
    stem = "BNCGLI88B69" + belfiore
    for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ":
        try:
            return parse_person_tax_code(stem + letter)
        except ValueError:
            continue
    raise AssertionError(belfiore)


@pytest.mark.parametrize(
    ("changed", "mismatch"),
    [
        ({"last_name": "Verdi"}, Mismatch("last_name", "BNC", "VRD")),
        ({"first_name": "Giuliana"}, Mismatch("first_name", "GLI", "GLN")),
        ({"birth_date": date(1988, 2, 28)}, Mismatch("birth_date", "29/02/88", "28/02/88")),
        ({"sex": "M"}, Mismatch("sex", "F", "M")),
        ({"birthplace": " Suzzara "}, Mismatch("birthplace", "Mantova", "Suzzara")),
        ({"birthplace": "Z110"}, Mismatch("birthplace", "Mantova", "Z110")),
        ({"birthplace": "Mntova"}, Mismatch("birthplace", "Mantova", "Mntova")),
        ({"last_name": " - "}, Mismatch("last_name", "BNC", "-")),
    ],
)
def test_IDC_01_mismatch_is_reported_when_one_datum_differs(changed, mismatch):
    assert tax_code_mismatches(GIULIA_CODE, **(GIULIA | changed)) == [mismatch]


def test_IDC_01_mismatches_are_all_reported_when_the_code_is_of_another_person():
    found = tax_code_mismatches(
        GIULIA_CODE,
        first_name="Mario",
        last_name="Rossi",
        birth_date=date(1980, 1, 1),
        birthplace="Roma",
    )

    assert found == [
        Mismatch("last_name", "BNC", "RSS"),
        Mismatch("first_name", "GLI", "MRA"),
        Mismatch("birth_date", "29/02/88", "01/01/80"),
        Mismatch("birthplace", "Mantova", "Roma"),
    ]


@pytest.mark.parametrize(
    ("belfiore", "birthplace"),
    [
        ("E897", "MANTOVA"),
        ("E897", "Mantova (MN)"),
        ("E897", "e897"),
        ("A952", "Bolzano/Bozen"),
        ("A952", "Bozen (BZ)"),
        ("D704", "Forli'"),
        ("D704", "forlì"),
        ("H223", "Reggio Emilia"),
        ("C337", "Castro"),
        ("M261", "Castro"),
        ("M261", "Castro (LE)"),
        ("H123", "Virgilio"),
        ("Z110", "France"),
        ("Z110", "Lione (Francia)"),
        ("Z110", "Lione"),
    ],
)
def test_IDC_10_birthplace_agrees_however_people_write_it(belfiore, birthplace):
    assert tax_code_mismatches(born_in(belfiore), **(GIULIA | {"birthplace": birthplace})) == []


@pytest.mark.parametrize(
    ("belfiore", "birthplace", "expected"),
    [
        ("C337", "Castro (LE)", "Castro"),
        ("Z110", "Romania", "Francia"),
        ("Z110", "Mantova", "Francia"),
        ("H883", "Mantova", "San Giorgio Bigarello"),
        ("X999", "Mantova", "X999"),
    ],
)
def test_IDC_10_birthplace_differs_when_it_is_another_place(belfiore, birthplace, expected):
    holder = GIULIA | {"birthplace": birthplace}

    assert tax_code_mismatches(born_in(belfiore), **holder) == [
        Mismatch("birthplace", expected, birthplace),
    ]
