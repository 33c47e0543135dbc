from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from ui.inputs import DayField, DayInput, ItalianSelect, NumberField, read_number


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.234,56", "1234.56"),
        ("1234,5", "1234.5"),
        ("1234.56", "1234.56"),
        ("1.234", "1234"),
        ("1.234.567", "1234567"),
        ("200", "200"),
        (" 1 200,00 € ", "1200.00"),
        ("200.00", "200.00"),
    ],
)
def test_number_is_read_in_italian_and_iso_writing(text, expected):
    assert read_number(text) == Decimal(expected)


@pytest.mark.parametrize("text", ["-5", "1,2,3", "1.23,4.5", "duecento", "1e9", "٣", ",5", "NaN"])
def test_number_is_refused_when_it_is_written_otherwise(text):
    with pytest.raises(ValueError, match="not a number"):
        read_number(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [("0", "min_value"), ("1,234", "max_decimal_places"), ("x", "invalid"), ("", "required")],
)
def test_number_field_says_what_is_wrong(text, code):
    with pytest.raises(ValidationError) as refused:
        NumberField().clean(text)

    assert [error.code for error in refused.value.error_list] in ([code], [None])


@pytest.mark.parametrize("text", ["23/11/2026", "2026-11-23", "23-11-2026", "23.11.2026"])
def test_day_is_read_in_italian_and_iso_writing(text):
    assert DayField().clean(text) == date(2026, 11, 23)


@pytest.mark.parametrize("text", ["31/02/2026", "11/23/2026", "23/11/26", "domani", "23/11/9999"])
def test_day_is_refused_when_it_does_not_exist(text):
    with pytest.raises(ValidationError) as refused:
        DayField().clean(text)

    assert refused.value.code == "invalid"


def test_day_input_shows_a_day_in_the_calendar_and_anything_else_as_typed():
    drawn = [DayInput().render("day", text, {}) for text in ("23/11/2026", "31/02/2026")]

    assert ['type="date"' in one for one in drawn] == [True, False]
    assert 'value="2026-11-23"' in drawn[0]
    assert 'value="31/02/2026"' in drawn[1]


def test_a_number_is_shown_as_people_write_it_and_typed_words_as_they_were():
    field = NumberField()

    assert field.prepare_value(Decimal("650.00")) == "650,00"
    assert field.prepare_value("650.00") == "650.00"
    assert field.prepare_value(None) is None


def test_a_number_is_shown_with_all_the_decimals_that_its_field_takes():
    degrees = NumberField(max_digits=8, decimal_places=5)

    assert degrees.prepare_value(Decimal("45.15640")) == "45,15640"
    assert NumberField(decimal_places=0).prepare_value(Decimal(4)) == "4"


def test_names_of_an_italian_choice_say_so_and_the_choice_of_none_does_not():
    names = ItalianSelect(choices=[("", "Any"), ("receipt", "Ricevuta")])

    drawn = names.get_context("kind", "receipt", {})["widget"]["optgroups"]
    assert [(one["label"], one["attrs"].get("lang")) for _name, [one], _n in drawn] == [
        ("Any", None),
        ("Ricevuta", "it"),
    ]
