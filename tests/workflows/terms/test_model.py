import json
from datetime import date

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.workflows.terms.strategies import rule, terms_asked
from tests.workflows.terms.vectors import local
from workflows.terms import Rule, Suspension, Term, TermError, compute_term


@settings(deadline=None)  # a term of many years has many days
@given(terms_asked(), st.text(max_size=20))
def test_term_survives_json_and_computes_again_to_itself(asked, event):
    try:
        term = compute_term(*asked, event=event)
    except TermError:
        assume(condition=False)

    restored = Term.from_dict(json.loads(json.dumps(term.to_dict())))

    assert restored == term
    again = [one.as_suspension() for one in restored.suspensions]
    assert compute_term(restored.start, restored.rule, again, event=restored.event) == term


def test_open_term_survives_json():
    asked = Suspension("integration", date(2026, 3, 22), label="richiesta di chiarimenti")
    term = compute_term(date(2026, 3, 2), rule(), [asked], date(2026, 4, 1))

    restored = Term.from_dict(json.loads(json.dumps(term.to_dict())))

    assert (restored, restored.is_provisional, restored.as_of) == (term, True, date(2026, 4, 1))


def test_stored_term_keeps_its_words():
    stored = compute_term(date(2026, 3, 2), rule()).to_dict() | {"sentence": "Come allora."}

    assert Term.from_dict(stored).to_dict() == stored


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"count": 0}, "La regola R-1 deve avere una durata di almeno 1."),
        ({"unit": "weeks"}, "La regola R-1 ha un'unità o un regime sconosciuto."),
        ({"regime": "OTHER"}, "La regola R-1 ha un'unità o un regime sconosciuto."),
        ({"suspension_cap_days": -1}, "La regola R-1 ha un limite di sospensione negativo."),
    ],
)
def test_impossible_rules_are_refused(values, sentence):
    with pytest.raises(TermError) as refusal:
        Rule(**({"rule_id": "R-1", "count": 30, "unit": "days"} | values))

    assert refusal.value.sentence == sentence


def test_only_integration_counts_towards_the_cap_unless_said():
    start = date(2026, 3, 2)

    assert [
        Suspension("integration", start).counts_towards_cap,
        Suspension("refusal_notice", start).counts_towards_cap,
        Suspension("counter_interested", start, counts_towards_cap=True).counts_towards_cap,
    ] == [True, False, True]


def test_suspension_takes_days_and_not_instants():
    with pytest.raises(TypeError, match="end must be a date, not datetime"):
        Suspension("integration", date(2026, 3, 2), local("2026-03-03T10:00:00"))
