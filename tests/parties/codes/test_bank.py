from string import ascii_uppercase, digits

import pytest
from stdnum import iban as reference

from parties.codes import SEPA_COUNTRIES, CodeError, Iban, Reason, parse_iban
from tests.parties.vectors import VECTORS

IBANS = VECTORS["iban"]


def reason_for(raw: str) -> Reason:
    """Return why an IBAN is refused."""
    with pytest.raises(CodeError) as refusal:
        parse_iban(raw)
    return refusal.value.reason


@pytest.mark.parametrize("number", IBANS["italian"])
def test_IDC_06_iban_of_italy_or_san_marino_is_taken_apart(number):
    assert parse_iban(number) == Iban(
        normalised=number,
        cin=number[4],
        abi=number[5:10],
        cab=number[10:15],
        account=number[15:],
    )


@pytest.mark.parametrize("number", IBANS["other_sepa"])
def test_IDC_06_iban_is_accepted_when_of_another_sepa_country(number):
    assert parse_iban(number) == Iban(normalised=number)


@pytest.mark.parametrize("case", IBANS["normalise"], ids=lambda case: case["raw"])
def test_IDC_06_iban_is_tidied_before_reading(case):
    assert str(parse_iban(case["raw"])) == case["out"]


@pytest.mark.parametrize("case", IBANS["invalid"], ids=lambda case: case["iban"])
def test_IDC_06_iban_is_refused_with_its_reason(case):
    assert reason_for(case["iban"]) == Reason(case["reason"])


def test_IDC_06_iban_is_refused_when_outside_sepa():
    assert reason_for("TR330006100519786457841326") == Reason.COUNTRY
    assert reason_for("AE070331234567890123456") == Reason.COUNTRY


def test_IDC_06_iban_is_refused_when_the_cin_of_san_marino_is_wrong():
    assert reason_for("SM06A0322509800000000270100") == Reason.CIN


def test_IDC_06_iban_is_refused_when_the_account_is_not_shaped_as_in_its_country():
    letters_in_bank_code = "DE" + reference.calc_check_digits("DE00A70400440532013000")

    assert reason_for(letters_in_bank_code + "A70400440532013000") == Reason.FORMAT


@pytest.mark.parametrize("number", ["DE99370400440000000024", "DE01370400440000000042"])
def test_IDC_06_iban_is_refused_when_check_digits_only_leave_the_right_remainder(number):
    assert reference.is_valid(number)
    assert reason_for(number) == Reason.CHECK_CHARACTER


def test_IDC_06_every_sepa_country_has_a_known_length():
    lengths = {country: reason_for(f"{country}00{'0' * 40}") for country in SEPA_COUNTRIES}

    assert lengths == dict.fromkeys(SEPA_COUNTRIES, Reason.LENGTH)


def test_IDC_06_iban_is_grouped_by_four_for_people():
    grouped = parse_iban("IT60X0542811101000000123456").grouped

    assert grouped == "IT60 X054 2811 1010 0000 0123 456"


@pytest.mark.parametrize("position", range(len("IT60X0542811101000000123456")))
def test_IDC_06_one_wrong_character_never_passes(position):
    right = "IT60X0542811101000000123456"

    for char in set(ascii_uppercase + digits) - {right[position]}:
        with pytest.raises(CodeError):
            parse_iban(right[:position] + char + right[position + 1 :])
