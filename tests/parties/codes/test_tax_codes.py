from datetime import date
from string import ascii_uppercase, digits

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parties.codes import (
    BodyTaxCode,
    CodeError,
    PersonTaxCode,
    Reason,
    encode_tax_code,
    omocodia_variants,
    parse_person_tax_code,
    parse_tax_code,
    tax_code_mismatches,
)
from parties.codes.places import place_name
from tests.parties.vectors import VECTORS

PERSONS = VECTORS["person_tax_code"]
NUMBERS = VECTORS["eleven_digits"]
OMOCODIA = PERSONS["omocodia"]

names = st.text(alphabet="abcdefghijklmnopqrstuvwxyzàèéìòùüñ' -", min_size=1, max_size=20).filter(
    lambda name: any(char.isalpha() for char in name),
)
holders = st.fixed_dictionaries(
    {
        "first_name": names,
        "last_name": names,
        "birth_date": st.dates(date(1900, 1, 1), date(2026, 12, 31)),
        "birthplace": st.sampled_from(["Mantova", "Suzzara", "C337", "Forlì", "Romania", "Z133"]),
        "sex": st.sampled_from(["M", "F"]),
    },
)


@pytest.mark.parametrize("holder", PERSONS["valid"], ids=lambda holder: holder["code"])
def test_IDC_01_person_code_is_read_when_valid(holder):
    born = date.fromisoformat(holder["birth_date"])

    assert parse_tax_code(holder["code"]) == PersonTaxCode(
        normalised=holder["code"],
        base=holder["code"],
        sex=holder["sex"],
        birth_day=born.day,
        birth_month=born.month,
        birth_year_two_digits=born.year % 100,
        birthplace_code=holder["code"][11:15],
    )


@pytest.mark.parametrize("holder", PERSONS["valid"], ids=lambda holder: holder["code"])
def test_IDC_01_person_code_is_written_as_the_authority_writes_it(holder):
    code = encode_tax_code(
        first_name=holder["first_name"],
        last_name=holder["last_name"],
        birth_date=date.fromisoformat(holder["birth_date"]),
        birthplace=holder["birthplace"],
        sex=holder["sex"],
    )

    assert code == holder["code"]


@pytest.mark.parametrize("case", PERSONS["invalid"], ids=lambda case: case["code"])
def test_IDC_01_person_code_is_refused_with_its_reason(case):
    with pytest.raises(CodeError) as refusal:
        parse_tax_code(case["code"])

    assert refusal.value.reason == Reason(case["reason"])


@pytest.mark.parametrize("case", PERSONS["normalise"], ids=lambda case: ascii(case["raw"]))
def test_IDC_01_person_code_is_tidied_before_reading(case):
    assert str(parse_tax_code(case["raw"])) == case["out"]


def test_IDC_01_leap_day_is_accepted_when_only_one_century_has_it():
    code = encode_tax_code(
        first_name="Ada",
        last_name="Neri",
        birth_date=date(2000, 2, 29),
        birthplace="Mantova",
        sex="F",
    )

    read = parse_person_tax_code(code)

    assert (read.birth_day, read.birth_month, read.birth_year_two_digits) == (29, 2, 0)


@pytest.mark.parametrize("variant", OMOCODIA["progressive"])
def test_IDC_02_omocodia_is_decoded_when_digits_are_letters(variant):
    assert parse_tax_code(variant) == PersonTaxCode(
        normalised=variant,
        base=OMOCODIA["base"],
        sex="M",
        birth_day=1,
        birth_month=1,
        birth_year_two_digits=80,
        birthplace_code="H501",
    )


def test_IDC_02_omocodia_gives_127_different_variants():
    variants = omocodia_variants(OMOCODIA["base"])

    assert len(set(variants)) == len(variants) == OMOCODIA["total_variants"]
    assert set(OMOCODIA["progressive"]) <= set(variants)
    assert OMOCODIA["base"] not in variants


def test_IDC_02_omocodia_variants_are_the_same_when_asked_from_a_variant():
    from_base = omocodia_variants(OMOCODIA["base"])

    assert omocodia_variants(OMOCODIA["progressive"][-1]) == from_base


def test_IDC_02_woman_is_read_when_letters_stand_in_her_day():
    for variant in omocodia_variants("BNCGLI88B69E897J"):
        assert parse_person_tax_code(variant).sex == "F"
        assert parse_person_tax_code(variant).birth_day == 29


def test_IDC_03_century_is_never_inferred():
    ambiguous = PERSONS["century_ambiguity"]
    holder = {"first_name": "Mario", "last_name": "Rossi", "birthplace": "Roma", "sex": "M"}
    code = parse_person_tax_code(ambiguous["cf"])

    assert code.birth_year_two_digits == 26
    for year in ambiguous["candidates"]:
        assert tax_code_mismatches(code, birth_date=date(year, 1, 1), **holder) == []


@pytest.mark.parametrize("number", NUMBERS["associations"])
def test_IDC_04_body_code_is_read_when_an_association_has_it(number):
    code = parse_tax_code(number)

    assert code == BodyTaxCode(normalised=number)
    assert code.usually_association


@pytest.mark.parametrize("number", NUMBERS["vat_numbers"])
def test_IDC_04_body_code_is_read_when_it_equals_a_vat_number(number):
    code = parse_tax_code(f"IT {number}")

    assert code == BodyTaxCode(normalised=number)
    assert not code.usually_association


@pytest.mark.parametrize("case", NUMBERS["invalid"], ids=lambda case: case["number"])
def test_IDC_04_body_code_is_refused_with_its_reason(case):
    with pytest.raises(CodeError) as refusal:
        parse_tax_code(case["number"])

    assert refusal.value.reason == Reason(case["reason"])


def test_IDC_04_body_code_is_refused_when_a_person_is_asked_for():
    with pytest.raises(CodeError) as refusal:
        parse_person_tax_code("01234560207")

    assert refusal.value.reason == Reason.NOT_A_PERSON


@pytest.mark.parametrize("birthplace", ["Atlantide", "Castro", ""])
def test_encoding_is_refused_when_the_birthplace_is_not_one_place(birthplace):
    with pytest.raises(CodeError) as refusal:
        encode_tax_code(
            first_name="Ada",
            last_name="Neri",
            birth_date=date(1990, 5, 1),
            birthplace=birthplace,
            sex="F",
        )

    assert refusal.value.reason == Reason.COMPONENT


def test_encoding_is_refused_when_a_name_has_no_letters():
    with pytest.raises(CodeError) as refusal:
        encode_tax_code(
            first_name="--",
            last_name="Neri",
            birth_date=date(1990, 5, 1),
            birthplace="Mantova",
            sex="F",
        )

    assert refusal.value.reason == Reason.COMPONENT


@given(holder=holders)
def test_IDC_01_written_code_agrees_with_its_holder(holder):
    code = parse_person_tax_code(encode_tax_code(**holder))

    assert tax_code_mismatches(code, **holder) == []
    assert place_name(code.birthplace_code) is not None


@given(holder=holders, index=st.integers(0, 126))
def test_IDC_02_any_variant_agrees_with_its_holder(holder, index):
    base = encode_tax_code(**holder)

    variant = parse_person_tax_code(omocodia_variants(base)[index])

    assert variant.base == base
    assert tax_code_mismatches(variant, **holder) == []


@pytest.mark.parametrize("position", range(len("BNCGLI88B69E897J")))
def test_IDC_01_one_wrong_character_never_passes(position):
    right = "BNCGLI88B69E897J"

    for char in set(ascii_uppercase + digits) - {right[position]}:
        with pytest.raises(CodeError):
            parse_tax_code(right[:position] + char + right[position + 1 :])
