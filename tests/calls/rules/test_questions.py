"""The extra questions: what makes them sound, which are asked, what is computed."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from calls.rules.questions import (
    Column,
    Condition,
    Known,
    Limits,
    Option,
    Question,
    ShownIf,
    question_faults,
)
from calls.rules.sheets import fill

YES_NO = (Option("si", "Sì"), Option("no", "No"))
FIRM = Known("richiedente", "choice", "Chi chiede", (Option("impresa", "Impresa"),))


def asked(code, kind="text", title=None, **rest) -> Question:
    return Question(code, kind, title or code.capitalize(), **rest)


def when(code, operator="is", value="si", mode="all") -> ShownIf:
    return ShownIf((Condition(code, operator, value),), mode)


COURSE = asked("corso", "choice", "Segui un corso?", options=YES_NO)
COST = asked("costo", "money", "Quanto costa?", shown_if=when("corso"), is_required=True)
GOODS = asked(
    "beni",
    "lines",
    "Beni",
    columns=(
        Column("nome", "text", "Nome"),
        Column("pezzi", "number", "Pezzi"),
        Column("prezzo", "money", "Prezzo"),
    ),
)
TOTAL = asked("totale", "computed", "Totale", formula="somma(beni.pezzi * beni.prezzo) + costo")
SOUND = [COURSE, COST, GOODS, TOTAL]


def sentences(*questions, known=()) -> list[str]:
    return [fault.sentence for fault in question_faults(questions, known)]


def test_sound_questions_have_no_fault():
    assert (
        sentences(
            *SOUND, asked("firma", shown_if=when("richiedente", value="impresa")), known=[FIRM]
        )
        == []
    )


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        (asked("x", "colour"), "Il tipo “colour” non esiste."),
        (asked("Costo 1"), "Il nome “Costo 1” non va bene"),
        (asked("somma"), "Il nome “somma” non va bene"),
        (asked("x", title=" "), "La domanda non ha un testo."),
        (asked("x", "heading", is_required=True), "Un titolo non può essere obbligatorio."),
        (asked("x", "choice"), "servono almeno due risposte tra cui scegliere."),
        (asked("x", "choices", options=(Option("a", "A"), Option("b", "a "))), "due risposte sono uguali."),
        (asked("x", "choice", options=(Option("a", "A"), Option("b", " "))), "una risposta è vuota."),
        (asked("x", "lines"), "Una domanda a righe ha bisogno di almeno una colonna."),
        (asked("x", "lines", columns=(Column("a", "file", "A"),)), "La colonna “A” non può essere di questo tipo."),
        (asked("x", "number", limits=Limits(minimum=Decimal(5), maximum=Decimal(2))), "Il minimo è più alto del massimo."),
        (asked("x", "date", limits=Limits(earliest="2026-02-01", latest="2026-01-01")), "Il primo giorno ammesso viene dopo l'ultimo."),
        (asked("x", "file"), "Indica quali tipi di file si accettano"),
        (asked("x", "computed", formula="1 +"), "Nella formula: La formula finisce troppo presto"),
        (asked("x", "computed", formula="ignota + 1"), "La formula nomina “ignota”, che non c'è."),
        (asked("x", "computed", formula="corso + 1"), "La formula usa “Segui un corso?”, che non è un numero."),
        (asked("x", "computed", formula="somma(beni.nome)"), "La formula usa la colonna “Nome”, che non è un numero."),
        (asked("x", "computed", formula="somma(beni.peso)"), "La formula nomina la colonna “beni.peso”, che non c'è."),
        (asked("x", shown_if=ShownIf(())), "La condizione per mostrare la domanda è incompleta."),
        (asked("x", shown_if=when("ignota")), "La condizione nomina “ignota”, che non c'è."),
        (asked("x", shown_if=when("corso", value="forse")), "nomina una risposta che non c'è."),
        (asked("x", shown_if=when("corso", "at_least", "si")), "non si può confrontare con “almeno” o “al massimo”."),
        (asked("x", shown_if=when("costo", "at_least", "molto")), "vuole un numero."),
        (asked("x", shown_if=when("beni", value="uno")), "La condizione guarda il valore di “Beni”, che non ne ha uno."),
        (asked("x", shown_if=when("costo", value=" ")), "non dice con quale valore confrontare."),
    ],
)  # fmt: skip
def test_CALL_07_question_with_a_fault_is_named_with_a_sentence(question, sentence):
    found = question_faults([*SOUND, question])

    assert any(sentence in fault.sentence for fault in found), found
    assert {fault.item for fault in found} == {question.code}


def test_CALL_07_two_questions_of_one_name_are_refused():
    sentence = "Il nome “corso” è già usato: scegline un altro."

    assert sentences(asked("corso"), asked("corso")) == [sentence]
    assert sentences(asked("corso"), known=[replace(FIRM, code="corso")]) == [sentence]


def test_CALL_07_questions_shown_by_one_another_are_a_loop():
    first = asked("prima", title="Prima", shown_if=when("terza", "answered", ""))
    second = asked("seconda", title="Seconda", shown_if=when("prima", "answered", ""))
    third = asked(
        "terza",
        "computed",
        "Terza",
        formula="seconda_n",
    )
    third = replace(third, formula="1", shown_if=when("seconda", "answered", ""))

    assert sentences(first, second, third) == [
        (
            "Queste domande dipendono l'una dall'altra in cerchio: "
            "“Prima” → “Terza” → “Seconda” → “Prima”."
        )
    ]


def test_CALL_07_a_formula_that_needs_itself_is_a_loop():
    assert sentences(asked("x", "computed", "X", formula="x + 1")) == [
        "Queste domande dipendono l'una dall'altra in cerchio: “X” → “X”."
    ]


def test_question_is_asked_when_its_condition_holds():
    assert fill(SOUND, {"corso": "si"}, {}).shown == ("corso", "costo", "beni", "totale")
    assert fill(SOUND, {"corso": "no"}, {}).shown == ("corso", "beni", "totale")
    assert fill(SOUND, {}, {}).shown == ("corso", "beni", "totale")


def test_answer_to_a_question_that_is_not_asked_counts_for_nothing():
    lines = ({"nome": "Sedia", "pezzi": Decimal(2), "prezzo": Decimal(40)},)
    sheet = fill(SOUND, {"corso": "no", "costo": Decimal(500), "beni": lines}, {})

    assert sheet.values == {"corso": "no", "beni": lines, "totale": Decimal("80.00")}


def test_computed_waits_for_what_is_asked_and_not_answered():
    assert fill(SOUND, {"corso": "si"}, {}).values["totale"] is None
    sheet = fill(SOUND, {"corso": "si", "costo": Decimal("500.005")}, {})
    assert sheet.values["totale"] == Decimal("500.01")


def test_condition_may_look_at_what_was_computed():
    big = asked("perche", shown_if=when("totale", "at_least", "1000"))

    assert not fill([*SOUND, big], {"corso": "si", "costo": Decimal("999.99")}, {}).shows("perche")
    assert fill([*SOUND, big], {"corso": "si", "costo": Decimal(1000)}, {}).shows("perche")


@pytest.mark.parametrize(
    ("test", "value", "holds"),
    [
        (Condition("q", "is", "a"), "a", True),
        (Condition("q", "is_not", "a"), "b", True),
        (Condition("q", "is_not", "a"), None, False),
        (Condition("q", "is", "a"), ("a", "b"), True),
        (Condition("q", "is_not", "a"), ("a", "b"), False),
        (Condition("q", "at_most", "3,5"), Decimal("3.5"), True),
        (Condition("q", "at_least", "2026-01-02"), date(2026, 1, 1), False),
        (Condition("q", "answered"), Decimal(0), True),
        (Condition("q", "answered"), (), False),
        (Condition("q", "unanswered"), "", True),
        (Condition("q", "answered"), False, False),
    ],
)
def test_condition_compares_as_its_kind_does(test, value, holds):
    question = asked("x", shown_if=ShownIf((test,)))

    assert fill([question], {}, {"q": value}).shows("x") is holds


def test_any_of_several_conditions_is_enough_when_so_said():
    conditions = (Condition("q", "is", "a"), Condition("r", "is", "b"))
    values = {"q": "a", "r": "z"}

    assert fill([asked("x", shown_if=ShownIf(conditions, "any"))], {}, values).shows("x")
    assert not fill([asked("x", shown_if=ShownIf(conditions, "all"))], {}, values).shows("x")
