import pytest

from parties.codes import (
    Ateco,
    CodeError,
    Rea,
    Reason,
    ateco_matches,
    parse_ateco,
    parse_cup,
    parse_postcode,
    parse_rea,
    parse_vat_number,
)
from tests.parties.vectors import VECTORS

NUMBERS = VECTORS["eleven_digits"]
CUPS = VECTORS["cup"]


@pytest.mark.parametrize("number", NUMBERS["vat_numbers"])
def test_IDC_05_vat_number_is_accepted(number):
    assert parse_vat_number(number) == number


@pytest.mark.parametrize("case", NUMBERS["normalise"], ids=lambda case: case["raw"])
def test_IDC_05_vat_number_is_tidied_before_reading(case):
    assert parse_vat_number(case["raw"]) == case["out"]


@pytest.mark.parametrize(
    "case",
    [*NUMBERS["invalid"], {"number": "RSSMRA80A01H501U", "reason": "length"}],
    ids=lambda case: case["number"],
)
def test_IDC_05_vat_number_is_refused_with_its_reason(case):
    with pytest.raises(CodeError) as refusal:
        parse_vat_number(case["number"])

    assert refusal.value.reason == Reason(case["reason"])


@pytest.mark.parametrize(
    ("raw", "rea"),
    [
        ("MN-123456", Rea("MN", 123456)),
        ("mn 123456", Rea("MN", 123456)),
        ("CR0001234", Rea("CR", 1234)),
        ("PV - 1", Rea("PV", 1)),
        ("FO-7654321", Rea("FO", 7654321)),
    ],
)
def test_IDC_08_rea_is_read(raw, rea):
    assert parse_rea(raw) == rea


def test_IDC_08_rea_is_stored_with_a_dash_and_without_leading_zeros():
    assert str(parse_rea("MN 0012345")) == "MN-12345"


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        ("123456", Reason.FORMAT),
        ("M-123456", Reason.FORMAT),
        ("MN-12345678", Reason.FORMAT),
        ("MN", Reason.FORMAT),
        ("MN-000", Reason.COMPONENT),
    ],
)
def test_IDC_08_rea_is_refused_with_its_reason(raw, reason):
    with pytest.raises(CodeError) as refusal:
        parse_rea(raw)

    assert refusal.value.reason == reason


@pytest.mark.parametrize(
    ("raw", "ateco"),
    [
        ("46.50.10", Ateco("46.50.10")),
        ("465010", Ateco("46.50.10")),
        ("G 46.50.10", Ateco("46.50.10", section="G")),
        ("g.46.50.10", Ateco("46.50.10", section="G")),
    ],
)
def test_IDC_07_ateco_is_read(raw, ateco):
    assert parse_ateco(raw) == ateco


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        ("46.50", Reason.LENGTH),
        ("46.50.101", Reason.LENGTH),
        ("1.11.00", Reason.LENGTH),
        ("W46.50.10", Reason.FORMAT),
        ("46.50.1O", Reason.FORMAT),
        ("G", Reason.FORMAT),
        ("", Reason.FORMAT),
    ],
)
def test_IDC_07_ateco_is_refused_with_its_reason(raw, reason):
    with pytest.raises(CodeError) as refusal:
        parse_ateco(raw)

    assert refusal.value.reason == reason


@pytest.mark.parametrize(
    ("code", "prefixes", "answer"),
    [
        ("46.50.10", ["46.5"], True),
        ("46.50.10", ["G46.5"], True),
        ("G46.50.10", ["46"], True),
        ("46.50.10", ["46.50.10"], True),
        (Ateco("46.50.10"), ["62", "46.50"], True),
        ("46.50.10", ["46.1", "47"], False),
        ("46.50.10", ["50.1"], False),
        ("46.50.10", [], False),
    ],
)
def test_IDC_07_ateco_matches_by_prefix_without_the_letter(code, prefixes, answer):
    assert ateco_matches(code, prefixes) is answer


@pytest.mark.parametrize("prefix", ["G", "4", "", "46.50.10.1"])
def test_IDC_07_ateco_prefix_is_refused_even_when_another_matches(prefix):
    with pytest.raises(CodeError) as refusal:
        ateco_matches("46.50.10", ["46", prefix])

    assert refusal.value.reason == Reason.FORMAT


@pytest.mark.parametrize("code", CUPS["valid"])
def test_CUP_04_cup_is_accepted(code):
    assert parse_cup(code) == code


@pytest.mark.parametrize("case", CUPS["normalise"], ids=lambda case: case["raw"])
def test_CUP_04_cup_is_tidied_before_reading(case):
    assert parse_cup(case["raw"]) == case["out"]


@pytest.mark.parametrize("case", CUPS["invalid"], ids=lambda case: case["cup"])
def test_CUP_04_cup_is_refused_with_its_reason(case):
    with pytest.raises(CodeError) as refusal:
        parse_cup(case["cup"])

    assert refusal.value.reason == Reason(case["reason"])


@pytest.mark.parametrize(("raw", "code"), [("46100", "46100"), (" 00187 ", "00187")])
def test_postcode_is_read(raw, code):
    assert parse_postcode(raw) == code


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        ("4610", Reason.LENGTH),
        ("461000", Reason.LENGTH),
        ("4610O", Reason.FORMAT),
        ("٤٦١٠٠", Reason.FORMAT),
    ],
)
def test_postcode_is_refused_with_its_reason(raw, reason):
    with pytest.raises(CodeError) as refusal:
        parse_postcode(raw)

    assert refusal.value.reason == reason
