"""What a later version of a call changes, in sentences, and what it may change (CALL-21)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from calls.rules.blocks import BLOCKS, Block
from calls.rules.contents import Content
from calls.rules.faults import Fault
from calls.rules.plain import to_plain

PLACE = "versione"
# What decides who comes first: never touched once somebody has applied.
SCORING = frozenset({"threshold_total", "score_total", "tie_chain", "allocation", "last_place"})
# What decides who may ask, and for what: a change gives more time (CALL-21).
REQUIREMENTS = frozenset({"d", "e"})

ROWS = (
    ("documents", "documento"),
    ("declarations", "dichiarazione"),
    ("questions", "domanda"),
    ("criteria", "criterio"),
    ("premiums", "premialità"),
    ("reserves", "riserva"),
)


def changes(before: Content, after: Content, names: Mapping[str, str]) -> list[str]:
    """Return what is different, one sentence each; `names` says how parameters are called."""
    return [
        *_parameters(before.parameters, after.parameters, names),
        *(
            sentence
            for name, what in ROWS
            for sentence in _rows(getattr(before, name), getattr(after, name), what)
        ),
        *_shares(before, after),
        *_blocks(before.blocks, after.blocks),
    ]


def revision_faults(before: Content, after: Content, *, has_filings: bool) -> list[Fault]:
    """Say what a later version must not change: how points are given, once somebody has applied."""
    if not has_filings:
        return []
    touched = [
        what
        for what, is_so in (
            ("i criteri", before.criteria != after.criteria),
            ("le premialità", before.premiums != after.premiums),
            ("le regole della graduatoria", _picked(before, SCORING) != _picked(after, SCORING)),
        )
        if is_so
    ]
    return [
        Fault(
            PLACE,
            f"Sono già arrivate domande: {what} non si possono più cambiare.",
            "CALL-21",
        )
        for what in touched
    ]


def touches_requirements(before: Content, after: Content, parameters: Iterable[str]) -> bool:
    """Tell whether who may ask, for what, or with which papers is different (CALL-21).

    `parameters` are those of the kind that say who may ask and for what.
    """
    named = frozenset(parameters)
    return (
        _picked(before, named) != _picked(after, named)
        or before.documents != after.documents
        or before.declarations != after.declarations
        or before.questions != after.questions
        or _texts(before.blocks, REQUIREMENTS) != _texts(after.blocks, REQUIREMENTS)
    )


def extension_needed(
    *, touches: bool, closes_at: datetime | None, new_closing: datetime | None
) -> list[Fault]:
    """Demand a later closing where requirements change while the call has one (CALL-21)."""
    if not touches or closes_at is None or (new_closing is not None and new_closing > closes_at):
        return []
    sentence = (
        "Cambiano i requisiti, i documenti o le domande: la chiusura va prorogata, perché tutti "
        "abbiano il tempo di tenerne conto."
    )
    return [Fault(PLACE, sentence, "CALL-21", "closes_at")]


def removed_questions(before: Content, after: Content) -> list[str]:
    """Return the codes of the questions that are no longer asked."""
    kept = {question.code for question in after.questions}
    return [question.code for question in before.questions if question.code not in kept]


def _parameters(
    before: Mapping[str, Any], after: Mapping[str, Any], names: Mapping[str, str]
) -> Iterator[str]:
    for code in [*before, *(code for code in after if code not in before)]:
        if before.get(code) != after.get(code):
            name = names.get(code, code)
            was, becomes = _value(before.get(code)), _value(after.get(code))
            yield f"{name[:1].upper()}{name[1:]}: da {was} a {becomes}."


def _value(value: Any) -> str:
    if value in (None, "", [], ()):
        return "niente"
    if isinstance(value, bool):
        return "sì" if value else "no"
    if isinstance(value, list | tuple):
        return ", ".join(str(one) for one in value)
    return f"“{value}”"


def _rows(before: Sequence[Any], after: Sequence[Any], what: str) -> Iterator[str]:
    old = {row.code: row for row in before}
    new = {row.code: row for row in after}
    for code in [*old, *(code for code in new if code not in old)]:
        if code not in new:
            yield f"Non c'è più: {what} “{old[code].title_it}”."
        elif code not in old:
            yield f"In più: {what} “{new[code].title_it}”."
        elif old[code] != new[code]:
            yield f"Cambia: {what} “{new[code].title_it}”{_parts(old[code], new[code])}."
    same = [code for code in old if code in new]
    if same != [code for code in new if code in old]:
        yield f"Cambia l'ordine: {what}."


_PARTS = {
    "title_it": "testo",
    "text_it": "testo",
    "weight": "punti massimi",
    "minimum": "punti minimi",
    "guidance_it": "indicazioni",
    "is_required": "obbligatorietà",
    "is_essential": "essenzialità",
    "amount": "importo",
    "points": "punti",
    "percent": "quota",
    "options": "risposte",
    "columns": "colonne",
    "shown_if": "condizione",
    "formula": "formula",
    "limits": "limiti",
    "only_for": "a chi è chiesta",
}


def _parts(before: Any, after: Any) -> str:
    old, new = to_plain(before), to_plain(after)
    found = dict.fromkeys(
        name for key, name in _PARTS.items() if key in old and old[key] != new[key]
    )
    return f" ({', '.join(found)})" if found else ""


def _shares(before: Content, after: Content) -> Iterator[str]:
    if before.shares != after.shares:
        yield "Cambiano le quote territoriali."


def _blocks(before: Sequence[Block], after: Sequence[Block]) -> Iterator[str]:
    old = {block.letter: block for block in before}
    new = {block.letter: block for block in after}
    for letter, name in BLOCKS.items():
        if old.get(letter, Block(letter)) != new.get(letter, Block(letter)):
            yield f"Cambia il testo: blocco {letter}) {name}."


def _texts(blocks: Sequence[Block], letters: frozenset[str]) -> list[Block]:
    return sorted((b for b in blocks if b.letter in letters), key=lambda block: block.letter)


def _picked(content: Content, names: frozenset[str]) -> dict[str, Any]:
    return {name: content.parameters.get(name) for name in names}
