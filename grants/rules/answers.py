"""Whether the extra questions of a call are answered, under the version that holds (CALL-07, CALL-21)."""

from collections.abc import Sequence

from calls.rules.questions import Question
from calls.rules.sheets import Sheet, is_answered
from workflows.rules import Outcome, judge


def answered(questions: Sequence[Question], sheet: Sheet) -> list[Outcome]:
    """CALL-07: every question that is asked and must be answered has its answer."""
    if not questions:
        return []
    missing = [
        question.title_it
        for question in questions
        if question.is_required
        and sheet.shows(question.code)
        and not is_answered(sheet.values[question.code])
    ]
    titles = ", ".join(f"“{title}”" for title in missing)
    return [
        judge(
            "CALL-07",
            not missing,
            yes="Tutte le domande aggiuntive obbligatorie hanno una risposta.",
            no=f"Mancano le risposte a: {titles}.",
            inputs={"mancanti": len(missing)},
            source="Bando, domande aggiuntive",
        )
    ]


def version_in_use(number: int, newest: int, *, binds: bool) -> list[Outcome]:
    """CALL-21: a draft moves to a later version before it is sent, where the call says so."""
    if number >= newest or not binds:
        return []
    sentence = f"Il bando è cambiato: questa domanda è ancora sulla versione {number} di {newest}."
    return [
        judge(
            "CALL-21",
            False,
            yes="",
            no=sentence,
            inputs={"versione": number, "ultima": newest},
            source="Bando, versioni",
            remedy="Passa alla nuova versione e controlla la domanda prima di inviarla.",
        )
    ]
