from datetime import date, timedelta

import pytest
from hypothesis import assume, given, settings

from tests.workflows.terms.strategies import rule, terms_asked
from workflows.terms import Suspension, TermError, compute_term, expand_days

MARCH_2 = date(2026, 3, 2)
ASKED = Suspension("integration", date(2026, 3, 22), date(2026, 4, 11), "PROC-T5")


def test_TERM_13_sentence_says_start_suspension_and_end():
    term = compute_term(
        MARCH_2,
        rule(source="L. 241/1990, art. 2"),
        [ASKED],
        event="ricezione della domanda",
    )

    assert term.sentence == (
        "Il termine di 90 giorni decorre dal 2 marzo 2026 (ricezione della domanda), resta sospeso "
        "per 20 giorni e scade sabato 20 giugno 2026 (L. 241/1990, art. 2)."
    )


@pytest.mark.parametrize(
    ("start", "the_rule", "sentence"),
    [
        (
            MARCH_2,
            rule(),
            (
                "Il termine di 90 giorni decorre dal 2 marzo 2026 e, poiché il 31 maggio 2026 è "
                "domenica, scade lunedì 1° giugno 2026."
            ),
        ),
        (
            date(2026, 11, 28),
            rule(10),
            (
                "Il termine di 10 giorni decorre dal 28 novembre 2026 e, poiché l'8 dicembre 2026 è "
                "giorno festivo (Immacolata Concezione), scade mercoledì 9 dicembre 2026."
            ),
        ),
        (
            date(2026, 11, 11),
            rule(1, "months"),
            "Il termine di 1 mese decorre dall'11 novembre 2026 e scade venerdì 11 dicembre 2026.",
        ),
        (
            date(2026, 11, 25),
            rule(10, saturday_shifts=True),
            (
                "Il termine di 10 giorni decorre dal 25 novembre 2026 e, poiché il 5 dicembre 2026 è "
                "sabato, scade lunedì 7 dicembre 2026."
            ),
        ),
    ],
)
def test_TERM_13_sentence_says_why_the_last_day_moved(start, the_rule, sentence):
    assert compute_term(start, the_rule).sentence == sentence


def test_TERM_13_sentence_is_conditional_while_a_suspension_is_open():
    asked = Suspension("integration", date(2026, 3, 22))

    term = compute_term(MARCH_2, rule(), [asked], date(2026, 4, 12))

    assert term.sentence == (
        "Il termine di 90 giorni decorre dal 2 marzo 2026, è sospeso dal 22 marzo 2026 (21 giorni "
        "di sospensione finora) e, se riprendesse il 12 aprile 2026, poiché il 21 giugno 2026 è "
        "domenica, scadrebbe lunedì 22 giugno 2026."
    )


def test_TERM_13_steps_tell_each_run_of_days():
    term = compute_term(
        date(2026, 12, 1),
        rule(10),
        [Suspension("integration", date(2026, 12, 3), date(2026, 12, 5), "PROC-T5")],
    )

    assert list(term.steps) == [
        {
            "kind": "start",
            "first": "2026-12-01",
            "last": "2026-12-01",
            "number": None,
            "rule_id": "TERM-01",
            "sentence": "Il termine decorre dal 1° dicembre 2026; questo giorno non si conta.",
            "note": "inizio, non si conta",
        },
        {
            "kind": "count",
            "first": "2026-12-02",
            "last": "2026-12-03",
            "number": 1,
            "rule_id": "TERM-02",
            "sentence": "Dal 2 dicembre 2026 al 3 dicembre 2026 si contano 2 giorni "
            "(dal n. 1 al n. 2 di 10).",
            "note": " di 10",
        },
        {
            "kind": "suspended",
            "first": "2026-12-04",
            "last": "2026-12-05",
            "number": None,
            "rule_id": "PROC-T5",
            "sentence": "Dal 4 dicembre 2026 al 5 dicembre 2026 il termine è sospeso: richiesta di "
            "integrazione del 3 dicembre 2026, contati 2 giorni, nessun limite.",
            "note": "sospeso: richiesta di integrazione",
        },
        {
            "kind": "count",
            "first": "2026-12-06",
            "last": "2026-12-12",
            "number": 3,
            "rule_id": "TERM-02",
            "sentence": "Dal 6 dicembre 2026 al 12 dicembre 2026 si contano 7 giorni "
            "(dal n. 3 al n. 9 di 10).",
            "note": " di 10",
        },
        {
            "kind": "shift",
            "first": "2026-12-13",
            "last": "2026-12-13",
            "number": None,
            "rule_id": "TERM-03",
            "sentence": "Il 13 dicembre 2026 il termine è prorogato (domenica).",
            "note": "prorogato",
        },
        {
            "kind": "end",
            "first": "2026-12-14",
            "last": "2026-12-14",
            "number": None,
            "rule_id": "TEST",
            "sentence": "Il termine scade lunedì 14 dicembre 2026.",
            "note": " di 10",
        },
    ]


def test_TERM_13_days_are_told_one_by_one():
    term = compute_term(date(2026, 12, 23), rule(2, "working_days"))

    assert expand_days(term) == [
        (date(2026, 12, 23), "start", "inizio, non si conta"),
        (date(2026, 12, 24), "count", "giorno 1 di 2"),
        (date(2026, 12, 25), "skipped", "non lavorativo (Natale)"),
        (date(2026, 12, 26), "skipped", "non lavorativo (Santo Stefano)"),
        (date(2026, 12, 27), "skipped", "non lavorativo (domenica)"),
        (date(2026, 12, 28), "end", "giorno 2 di 2, scadenza"),
    ]


@pytest.mark.parametrize(
    ("start", "rule_id"), [(date(2026, 11, 25), "TERM-04"), (date(2026, 11, 26), "TERM-03")]
)
def test_TERM_04_shift_names_the_rule_that_moved_the_day(start, rule_id):
    term = compute_term(start, rule(10, saturday_shifts=True))

    assert [(step["kind"], step["rule_id"]) for step in term.steps] == [
        ("start", "TERM-01"),
        ("count", "TERM-02"),
        ("shift", rule_id),
        ("end", "TEST"),
    ]


@settings(deadline=None)  # a term of many years has many days
@given(terms_asked())
def test_TERM_13_steps_cover_each_day_exactly_once(asked):
    term = computed(asked)
    days = expand_days(term)

    assert [d for d, _, _ in days] == [
        term.start + timedelta(days=n) for n in range((term.due - term.start).days + 1)
    ]
    kinds = [kind for _, kind, _ in days]
    assert (kinds[0], kinds[-1], kinds.count("start"), kinds.count("end")) == (
        "start",
        "end",
        1,
        1,
    )


@settings(deadline=None)  # a term of many years has many days
@given(terms_asked())
def test_TERM_13_days_told_as_suspended_are_those_counted(asked):
    term = computed(asked)
    told = sum(kind == "suspended" for _, kind, _ in expand_days(term))
    resumes_last = any(one.counted_days and one.resumes == term.raw for one in term.suspensions)

    assert told == term.suspended_days - (1 if resumes_last else 0)


def computed(asked):
    try:
        return compute_term(*asked)
    except TermError:
        assume(condition=False)
