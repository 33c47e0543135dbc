"""Calculated fields: what the language reads, what it gives, and what it refuses with its place."""

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calls.rules.formulas import FormulaError, Name, parse, references, work_out

ROWS = {
    "righe": [
        {"quantita": Decimal(2), "prezzo": Decimal("10.50")},
        {"quantita": Decimal(1), "prezzo": Decimal("4.00")},
        {"quantita": Decimal(3), "prezzo": None},
    ]
}
VALUES = {"a": Decimal(10), "b": Decimal(4), "zero": Decimal(0), "vuota": None}


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("1 + 2 * 3", "7"),
        ("(1 + 2) * 3", "9"),
        ("10 - 2 - 3", "5"),
        ("12 / 4 / 3", "1"),
        ("-a + b", "-6"),
        ("- (a - b) × 2", "-12"),
        ("a ÷ b", "2.5"),
        ("1,5 + 1.5", "3.0"),
        ("min(a; b; 7)", "4"),
        ("massimo(a; b)", "10"),
        ("arrotonda(a / 3; 2)", "3.33"),
        ("arrotonda(2,5)", "3"),
        ("arrotonda(-2,5)", "-3"),
        ("somma(righe.prezzo)", "14.50"),
        ("somma(righe.quantita * righe.prezzo)", "25.00"),
        ("SOMMA(righe.quantita) * 2", "12"),
        ("conta(righe)", "3"),
        ("somma(ignote.prezzo)", "0"),
        ("somma(righe.prezzo) * a / 100", "1.45"),
    ],
)
def test_formula_gives_its_result(text, result):
    assert work_out(parse(text), VALUES, ROWS) == Decimal(result)


@pytest.mark.parametrize(
    "text", ["a + vuota", "a / zero", "min(a; vuota)", "9 / (a - a)", "ignota"]
)
def test_formula_gives_nothing_while_something_is_missing_or_by_zero(text):
    assert work_out(parse(text), VALUES, ROWS) is None


def test_formula_beyond_any_sum_of_money_gives_nothing():
    assert work_out(parse(" * ".join(["99999999999999999999"] * 8)), {}, {}) is None


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "La formula è vuota. (carattere 1)"),
        ("a +", "manca un numero, il nome di una domanda o una parentesi. (carattere 4)"),
        ("a b", "Qui non può stare “b”. (carattere 3)"),
        ("(a + b", "Manca “)”. (carattere 7)"),
        ("a + ;", "Qui non può stare “;”. (carattere 5)"),
        ("a & b", "Il segno “&” non si può usare in una formula. (carattere 3)"),
        ("a ** b", "Qui non può stare “*”. (carattere 4)"),
        ("__import__('os')", "Il segno “_” non si può usare in una formula. (carattere 1)"),
        ("eval(a)", "La funzione “eval” non esiste. (carattere 1)"),
        ("a.b.c", "Il segno “.” non si può usare in una formula. (carattere 4)"),
        (
            "righe.prezzo + 1",
            "“righe.prezzo” è una colonna: usala dentro “somma( )”. (carattere 1)",
        ),
        ("somma(a)", "“somma” vuole le colonne di una domanda a righe. (carattere 1)"),
        ("somma(righe.a + altre.b)", "“altre.b” non è una colonna di “righe”. (carattere 1)"),
        ("somma(conta(righe) * righe.a)", "“conta” non può stare dentro “somma( )”. (carattere 1)"),
        ("conta(1 + a)", "“conta” vuole il nome di una domanda a righe. (carattere 1)"),
        ("arrotonda(a; b)", "I decimali di “arrotonda” vanno da 0 a 6. (carattere 1)"),
        (
            "arrotonda(a; 2; 3)",
            "“arrotonda” vuole un valore e, se serve, i decimali. (carattere 1)",
        ),
        ("(" * 30 + "a" + ")" * 30, "Ci sono troppe parentesi una dentro l'altra. (carattere 22)"),
        ("a + " * 200 + "a", "La formula supera 500 caratteri. (carattere 501)"),
    ],
)
def test_formula_that_cannot_be_read_is_refused_with_its_place(text, sentence):
    with pytest.raises(FormulaError) as refused:
        parse(text)

    assert str(refused.value).endswith(sentence)


def test_formula_names_what_it_needs_once():
    node = parse("somma(righe.prezzo) + a * a - conta(righe)")

    assert references(node) == [Name("righe", "prezzo"), Name("a"), Name("righe")]


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text):
    with suppress(FormulaError):
        assert parse(text) is not None


NUMBERS = st.integers(0, 99).map(str)
EXPRESSIONS = st.recursive(
    NUMBERS,
    lambda inner: st.builds("({} {} {})".format, inner, st.sampled_from(["+", "-", "*"]), inner),
    max_leaves=12,
)


@given(EXPRESSIONS)
def test_operations_go_as_in_arithmetic(text):
    expected = eval(text, {"__builtins__": {}})

    assert work_out(parse(text), {}, {}) == expected
