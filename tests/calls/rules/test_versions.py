"""What a later version changes, and the file a call travels in."""

import json
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

import pytest

from calls.rules.changes import (
    changes,
    extension_needed,
    removed_questions,
    revision_faults,
    touches_requirements,
)
from calls.rules.plain import UnreadableError, digest
from calls.rules.questions import Column, Condition, Limits, Option, Question, ShownIf
from calls.rules.transfer import CallFile, Named, pack, unpack
from tests.calls.rules.test_publication import CONTENT

local = datetime.fromisoformat
QUESTIONS = (
    Question(
        "settore",
        "choice",
        "Settore",
        options=(Option("a", "Arte"), Option("b", "Bosco", "Wood")),
    ),
    Question(
        "beni",
        "lines",
        "Beni",
        columns=(Column("prezzo", "money", "Prezzo"),),
        shown_if=ShownIf((Condition("settore", "is", "a"),)),
        limits=Limits(rows=5, minimum=Decimal("1.50")),
    ),
)
BEFORE = replace(CONTENT, questions=QUESTIONS)


def test_same_content_has_no_change():
    assert changes(BEFORE, BEFORE, {}) == []


def test_every_change_is_said_in_a_sentence():
    after = replace(
        BEFORE,
        parameters={**BEFORE.parameters, "threshold_total": "50", "only_small": True},
        questions=(replace(QUESTIONS[0], title_it="Il settore", is_required=True),),
        criteria=tuple(reversed(BEFORE.criteria)),
        blocks=(replace(BEFORE.blocks[0], text_it="Altro."), *BEFORE.blocks[1:]),
    )

    assert changes(BEFORE, after, {"threshold_total": "soglia"}) == [
        "Soglia: da “60” a “50”.",
        "Only_small: da niente a sì.",
        "Cambia: domanda “Il settore” (testo, obbligatorietà).",
        "Non c'è più: domanda “Beni”.",
        "Cambia l'ordine: criterio.",
        "Cambia il testo: blocco a) finalità, ambito e base giuridica.",
    ]
    assert removed_questions(BEFORE, after) == ["beni"]


@pytest.mark.parametrize(
    "after",
    [
        replace(BEFORE, criteria=BEFORE.criteria[:1]),
        replace(BEFORE, premiums=()),
        replace(BEFORE, parameters={**BEFORE.parameters, "threshold_total": "61"}),
        replace(BEFORE, parameters={**BEFORE.parameters, "tie_chain": ["public_draw"]}),
    ],
)
def test_CALL_21_criteria_stay_once_somebody_has_applied(after):
    (fault,) = revision_faults(BEFORE, after, has_filings=True)

    assert fault.rule == "CALL-21"
    assert revision_faults(BEFORE, after, has_filings=False) == []


def test_CALL_21_other_things_may_change_after_a_filing():
    after = replace(BEFORE, parameters={**BEFORE.parameters, "ceiling": "1.00"}, questions=())

    assert revision_faults(BEFORE, after, has_filings=True) == []


def test_CALL_21_change_of_requirements_gives_more_time():
    after = replace(BEFORE, questions=())
    closing = local("2026-05-01T12:00")

    assert touches_requirements(BEFORE, after, [])
    assert touches_requirements(
        BEFORE, replace(BEFORE, parameters={**BEFORE.parameters, "age": [18, 30]}), ["age"]
    )
    assert not touches_requirements(BEFORE, replace(BEFORE, blocks=(*BEFORE.blocks[:-1],)), ["age"])
    assert extension_needed(touches=True, closes_at=closing, new_closing=None) != []
    assert extension_needed(touches=True, closes_at=closing, new_closing=closing) != []
    assert (
        extension_needed(touches=True, closes_at=closing, new_closing=local("2026-05-02T00:00"))
        == []
    )
    assert extension_needed(touches=True, closes_at=None, new_closing=None) == []
    assert extension_needed(touches=False, closes_at=closing, new_closing=None) == []


FILE = CallFile(Named("COW-X", "rent_contribution", "Prova", "ranking", "COM17"), BEFORE)


def packed() -> dict:
    """The file as it comes back from a disk."""
    return json.loads(json.dumps(pack(FILE)))


def test_file_gives_the_same_call_again():
    assert unpack(packed()) == FILE


def sealed(call) -> dict:
    return {"format": "sportello-call", "schema": 1, "digest": digest(call), "call": call}


def edited(**named) -> dict:
    call = packed()["call"]
    return call | {"named": call["named"] | named}


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, "non contiene un bando esportato"),
        ([], "non contiene un bando esportato"),
        ({"format": "other"}, "non contiene un bando esportato"),
        (packed() | {"schema": 2}, "Il file è della versione 2: questo programma legge la versione 1."),
        (packed() | {"schema": None}, "Il file è della versione None"),
        (packed() | {"more": 1}, "non ha le parti che deve avere"),
        (packed() | {"call": edited(title_it="Altro")}, "Il file è stato modificato dopo l'esportazione"),
        (sealed(edited(colour="red")), "named: “colour” non è previsto."),
        (sealed(edited(title_it=7)), "named.title_it: il valore 7 non si può leggere."),
        (sealed({"named": packed()["call"]["named"]}), "content: manca."),
        (sealed({"named": [], "content": {}}), "named: serve un oggetto."),
        (sealed({"named": {}, "content": {}}), "named.code: manca."),
        (
            sealed(packed()["call"] | {"content": {"criteria": [{"code": "a", "title_it": "A", "weight": 5}]}}),
            "content.criteria[1].weight: il valore 5 non si può leggere.",
        ),
        (
            sealed(packed()["call"] | {"content": {"criteria": {"a": 1}}}),
            "content.criteria: serve un elenco",
        ),
        (sealed(packed()["call"] | {"content": {"parameters": []}}), "content.parameters: serve un oggetto."),
    ],
)  # fmt: skip
def test_file_of_another_sort_or_edited_by_hand_is_refused(content, sentence):
    with pytest.raises(UnreadableError) as refused:
        unpack(content)

    assert sentence in str(refused.value)
