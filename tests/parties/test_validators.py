import pytest
from django.core.exceptions import ValidationError
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from parties import validators

VALIDATORS = [
    validators.validate_tax_code,
    validators.validate_person_tax_code,
    validators.validate_vat_number,
    validators.validate_iban,
    validators.validate_cup,
    validators.validate_rea,
    validators.validate_ateco,
    validators.validate_postcode,
]


@pytest.mark.parametrize(
    ("validate", "value"),
    [
        (validators.validate_tax_code, "BNCGLI88B69E897J"),
        (validators.validate_tax_code, "90012340205"),
        (validators.validate_person_tax_code, "bncgli88b69e897j"),
        (validators.validate_vat_number, "IT01234560207"),
        (validators.validate_iban, "IT60 X054 2811 1010 0000 0123 456"),
        (validators.validate_iban, "DE89370400440532013000"),
        (validators.validate_cup, "J41B26000010005"),
        (validators.validate_rea, "MN-123456"),
        (validators.validate_ateco, "46.50.10"),
        (validators.validate_postcode, "46100"),
    ],
)
def test_value_passes_when_valid(validate, value):
    assert validate(value) is None


@pytest.mark.parametrize(
    ("validate", "value", "code"),
    [
        (validators.validate_tax_code, "RSSMRA80A01H501A", "tax_code_check_character"),
        (validators.validate_tax_code, "RSSMRA80A01H501", "tax_code_length"),
        (validators.validate_person_tax_code, "01234560207", "tax_code_not_a_person"),
        (validators.validate_person_tax_code, "RSSMRA80A32H501C", "tax_code_component"),
        (validators.validate_vat_number, "01234560208", "vat_number_check_character"),
        (validators.validate_vat_number, "01234561502", "vat_number_component"),
        (validators.validate_iban, "IT65A0542811101000000123456", "iban_cin"),
        (validators.validate_iban, "TR330006100519786457841326", "iban_country"),
        (validators.validate_cup, "J41B2600001000", "cup_length"),
        (validators.validate_rea, "123456", "rea_format"),
        (validators.validate_ateco, "46.50", "ateco_length"),
        (validators.validate_postcode, "4610O", "postcode_format"),
    ],
)
def test_value_is_refused_with_a_code_when_invalid(validate, value, code):
    with pytest.raises(ValidationError) as refusal:
        validate(value)

    assert [error.code for error in refusal.value.error_list] == [code]


def test_IDC_01_sentence_says_what_is_wrong_and_what_to_do():
    with translation.override("en"), pytest.raises(ValidationError) as refusal:
        validators.validate_person_tax_code("RSSMRA80A01H501A")

    with translation.override("en"):
        assert refusal.value.messages == [
            "The check character does not match: please read the code again from your health card.",
        ]


def sentences(validate, value):
    """Return what a validator says about a value; nothing when it is valid."""
    with translation.override("en"):
        try:
            validate(value)
        except ValidationError as refusal:
            return refusal.messages
        return []


@pytest.mark.parametrize("validate", VALIDATORS)
@given(value=st.text(max_size=30) | st.from_regex(r"(IT|SM|DE)?[A-Z0-9 .-]{0,27}", fullmatch=True))
def test_any_text_is_accepted_or_refused_with_one_sentence(validate, value):
    found = sentences(validate, value)

    assert [message.endswith(".") and ": please " in message for message in found] in ([], [True])
