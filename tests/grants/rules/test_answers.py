"""Whether the extra questions are answered, and under which version (CALL-07, CALL-21)."""

from datetime import date
from decimal import Decimal

import pytest

from calls.rules.questions import Condition, Question, ShownIf
from calls.rules.sheets import fill
from grants import rules

ASKED = (
    Question("motto", "text", "Un motto", is_required=True),
    Question("nota", "text", "Una nota"),
    Question(
        "quale",
        "text",
        "Quale?",
        is_required=True,
        shown_if=ShownIf((Condition("nota", "answered"),)),
    ),
)


def judged(**given):
    return [
        (outcome.rule, outcome.verdict.value, outcome.sentence)
        for outcome in rules.answered(ASKED, fill(ASKED, given, {}))
    ]


YES = "Tutte le domande aggiuntive obbligatorie hanno una risposta."


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"motto": "Sì"}, ("CALL-07", "met", YES)),
        ({"motto": "Sì", "nota": "N", "quale": "Q"}, ("CALL-07", "met", YES)),
        ({"quale": "Q"}, ("CALL-07", "not_met", "Mancano le risposte a: “Un motto”.")),
        (
            {"nota": "N", "motto": ""},
            ("CALL-07", "not_met", "Mancano le risposte a: “Un motto”, “Quale?”."),
        ),
    ],
)
def test_CALL_07_every_question_that_is_asked_wants_its_answer(given, told):
    assert judged(**given) == [told]


def test_CALL_07_call_without_questions_says_nothing_of_them():
    assert rules.answered((), fill((), {}, {})) == []


@pytest.mark.parametrize(
    ("number", "binds", "rules_told"),
    [(1, False, []), (1, True, ["CALL-21"]), (2, True, []), (3, True, [])],
)
def test_CALL_21_draft_moves_on_only_where_a_later_version_says_so(number, binds, rules_told):
    found = rules.version_in_use(number, 2, binds=binds)

    assert [outcome.rule for outcome in found if outcome.blocks] == rules_told


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        (date(2026, 1, 1), date(2026, 1, 30), 0),
        (date(2026, 1, 1), date(2026, 1, 31), 1),
        (date(2026, 1, 31), date(2026, 2, 28), 1),
        (date(2026, 1, 15), date(2027, 1, 14), 12),
        (date(2026, 1, 15), date(2026, 1, 14), 0),
        (date(2027, 1, 1), date(2026, 1, 1), 0),
    ],
)
def test_COW_05_whole_months_count_their_last_day(start, end, months):
    assert rules.whole_months(start, end) == Decimal(months)
