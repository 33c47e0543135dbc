"""The extra questions of a call, as plain values, and what makes them sound (CALL-07)."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from calls.rules import formulas
from calls.rules.faults import Fault
from calls.rules.loops import first_loop

PLACE = "domande"
CODE = re.compile(r"[a-z][a-z0-9_]{0,29}")
MOST_QUESTIONS, MOST_OPTIONS, MOST_COLUMNS, MOST_ROWS = 80, 60, 8, 30

KINDS = {
    "text": "testo",
    "number": "numero",
    "money": "importo",
    "date": "data",
    "choice": "scelta",
    "choices": "scelta multipla",
    "file": "file",
    "lines": "righe ripetute",
    "declaration": "dichiarazione",
    "heading": "titolo",
    "computed": "calcolo",
}
NUMERIC = frozenset({"number", "money", "computed"})
IN_LINES = frozenset({"text", "number", "money", "date", "choice"})
CHOOSING = frozenset({"choice", "choices"})
NEVER_REQUIRED = frozenset({"heading", "computed"})
# Words of the language of formulas: no question may be called so.
RESERVED = frozenset(formulas.FUNCTIONS)

IS, IS_NOT, AT_LEAST, AT_MOST, ANSWERED, UNANSWERED = (
    "is",
    "is_not",
    "at_least",
    "at_most",
    "answered",
    "unanswered",
)
OPERATORS = {
    IS: "è",
    IS_NOT: "non è",
    AT_LEAST: "è almeno",
    AT_MOST: "è al massimo",
    ANSWERED: "ha una risposta",
    UNANSWERED: "non ha risposta",
}
WITHOUT_VALUE = frozenset({ANSWERED, UNANSWERED})


@dataclass(frozen=True)
class Option:
    """One answer to choose."""

    code: str
    title_it: str
    title_en: str = ""


@dataclass(frozen=True)
class Column:
    """One cell of a repeated line."""

    code: str
    kind: str
    title_it: str
    title_en: str = ""
    is_required: bool = True
    options: tuple[Option, ...] = ()


@dataclass(frozen=True)
class Condition:
    """One condition: another question, how it is looked at, and the value it is compared with."""

    question: str
    operator: str
    value: str = ""


@dataclass(frozen=True)
class ShownIf:
    """When a question is asked: all of the conditions hold, or any of them."""

    conditions: tuple[Condition, ...]
    mode: str = "all"


@dataclass(frozen=True)
class Limits:
    """What an answer may be: numbers or days from and to, characters, decimals, rows, bytes.

    `unit` is "money" where a calculated field gives an amount in EUR.
    """

    minimum: Decimal | None = None
    maximum: Decimal | None = None
    earliest: str = ""
    latest: str = ""
    characters: int | None = None
    decimals: int = 2
    unit: str = ""
    rows: int | None = None
    accepted: tuple[str, ...] = ()
    max_bytes: int | None = None


@dataclass(frozen=True)
class Question:
    """One question that the call adds to the form of its kind."""

    code: str
    kind: str
    title_it: str
    title_en: str = ""
    help_it: str = ""
    help_en: str = ""
    is_required: bool = False
    options: tuple[Option, ...] = ()
    columns: tuple[Column, ...] = ()
    shown_if: ShownIf | None = None
    formula: str = ""
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True)
class Known:
    """What the form of a kind asks anyway: conditions and formulas may name it."""

    code: str
    kind: str
    title: str
    options: tuple[Option, ...] = ()


def question_faults(questions: Sequence[Question], known: Sequence[Known] = ()) -> list[Fault]:
    """Return everything that is wrong with the questions, each with the code of its question."""
    names: dict[str, Question | Known] = {one.code: one for one in known}
    names |= {question.code: question for question in questions}
    found = [*_of_the_list(questions, known)]
    for question in questions:
        faults = [*_of_itself(question), *_of_its_condition(question, names)]
        faults += _of_its_formula(question, names)
        found += [Fault(PLACE, sentence, "CALL-07", question.code) for sentence in faults]
    return [*found, *loop_faults(questions)]


def loop_faults(questions: Sequence[Question]) -> list[Fault]:
    """Refuse questions that wait for one another: none of them could ever be shown or computed."""
    titles = {question.code: question.title_it for question in questions}
    loop = first_loop(dependencies(questions))
    if not loop:
        return []
    path = " → ".join(f"“{titles[code]}”" for code in [*loop, loop[0]])
    sentence = f"Queste domande dipendono l'una dall'altra in cerchio: {path}."
    return [Fault(PLACE, sentence, "CALL-07", loop[0])]


def dependencies(questions: Iterable[Question]) -> dict[str, list[str]]:
    """Return which other questions each one needs, to be shown or to be computed."""
    own = {question.code: question for question in questions}
    return {
        code: [name for name in _needs(question) if name in own] for code, question in own.items()
    }


def _needs(question: Question) -> list[str]:
    tested = [test.question for test in question.shown_if.conditions] if question.shown_if else []
    try:
        node = formulas.parse(question.formula) if question.kind == "computed" else None
    except formulas.FormulaError:
        node = None
    named = [name.name for name in formulas.references(node)] if node else []
    return [*tested, *named]


def _of_the_list(questions: Sequence[Question], known: Sequence[Known]) -> Iterator[Fault]:
    if len(questions) > MOST_QUESTIONS:
        sentence = f"Le domande aggiuntive sono troppe: al massimo {MOST_QUESTIONS}."
        yield Fault(PLACE, sentence, "CALL-07")
    seen = {one.code for one in known}
    for question in questions:
        if question.code in seen:
            sentence = f"Il nome “{question.code}” è già usato: scegline un altro."
            yield Fault(PLACE, sentence, "CALL-07", question.code)
        seen.add(question.code)


def _of_itself(question: Question) -> Iterator[str]:
    if question.kind not in KINDS:
        yield f"Il tipo “{question.kind}” non esiste."
        return
    if not CODE.fullmatch(question.code) or question.code in RESERVED:
        yield (
            f"Il nome “{question.code}” non va bene: servono lettere minuscole senza accenti, "
            "cifre e trattini bassi, e non una parola delle formule."
        )
    if not question.title_it.strip():
        yield "La domanda non ha un testo."
    if question.is_required and question.kind in NEVER_REQUIRED:
        yield f"Un {KINDS[question.kind]} non può essere obbligatorio."
    if question.kind in CHOOSING:
        yield from _of_options(question.title_it, question.options)
    if question.kind == "lines":
        yield from _of_columns(question)
    yield from _of_limits(question)


def _of_options(title: str, options: Sequence[Option]) -> Iterator[str]:
    if len(options) < 2:  # noqa: PLR2004 (one answer is no choice)
        yield f"“{title}”: servono almeno due risposte tra cui scegliere."
    if len(options) > MOST_OPTIONS:
        yield f"“{title}”: le risposte sono troppe, al massimo {MOST_OPTIONS}."
    titles = [option.title_it.strip().casefold() for option in options]
    if "" in titles:
        yield f"“{title}”: una risposta è vuota."
    if len(set(titles)) < len(titles) or len({option.code for option in options}) < len(titles):
        yield f"“{title}”: due risposte sono uguali."


def _of_columns(question: Question) -> Iterator[str]:
    columns = question.columns
    if not columns:
        yield "Una domanda a righe ha bisogno di almeno una colonna."
    if len(columns) > MOST_COLUMNS:
        yield f"Le colonne sono troppe: al massimo {MOST_COLUMNS}, o sul telefono non si leggono."
    if len({column.code for column in columns}) < len(columns):
        yield "Due colonne hanno lo stesso nome."
    for column in columns:
        if column.kind not in IN_LINES:
            yield f"La colonna “{column.title_it}” non può essere di questo tipo."
        if not CODE.fullmatch(column.code) or not column.title_it.strip():
            yield f"La colonna “{column.code}” ha bisogno di un nome e di un titolo."
        if column.kind == "choice":
            yield from _of_options(column.title_it, column.options)


def _of_limits(question: Question) -> Iterator[str]:
    limits = question.limits
    least, most = limits.minimum, limits.maximum
    if least is not None and most is not None and least > most:
        yield "Il minimo è più alto del massimo."
    if limits.earliest and limits.latest and limits.earliest > limits.latest:
        yield "Il primo giorno ammesso viene dopo l'ultimo."
    if limits.characters is not None and limits.characters < 1:
        yield "I caratteri ammessi devono essere almeno uno."
    if not 0 <= limits.decimals <= formulas.MOST_DECIMALS:
        yield f"I decimali vanno da 0 a {formulas.MOST_DECIMALS}."
    if limits.rows is not None and not 1 <= limits.rows <= MOST_ROWS:
        yield f"Le righe ammesse vanno da 1 a {MOST_ROWS}."
    if question.kind == "file" and (not limits.accepted or not limits.max_bytes):
        yield "Indica quali tipi di file si accettano e quanto possono essere grandi."


def _of_its_condition(question: Question, names: Mapping[str, Question | Known]) -> Iterator[str]:
    if question.shown_if is None:
        return
    if question.shown_if.mode not in {"all", "any"} or not question.shown_if.conditions:
        yield "La condizione per mostrare la domanda è incompleta."
    for test in question.shown_if.conditions:
        other = names.get(test.question)
        if other is None:
            yield f"La condizione nomina “{test.question}”, che non c'è."
        elif other.kind in {"heading", "file", "lines"} and test.operator not in WITHOUT_VALUE:
            yield f"La condizione guarda il valore di “{title_of(other)}”, che non ne ha uno."
        else:
            yield from _of_a_test(test, other)


def _of_a_test(test: Condition, other: Question | Known) -> Iterator[str]:
    title = title_of(other)
    if test.operator not in OPERATORS:
        yield f"La condizione su “{title}” non si capisce."
    elif other.kind == "heading":
        yield f"La condizione nomina “{title}”, che è un titolo."
    elif test.operator in WITHOUT_VALUE:
        return
    elif other.kind == "declaration":
        yield f"Di “{title}” si può chiedere solo se è stata resa."
    elif not test.value.strip():
        yield f"La condizione su “{title}” non dice con quale valore confrontare."
    elif other.kind in CHOOSING and test.value not in {option.code for option in other.options}:
        yield f"La condizione su “{title}” nomina una risposta che non c'è."
    elif test.operator in {AT_LEAST, AT_MOST} and other.kind not in NUMERIC | {"date"}:
        yield f"“{title}” non si può confrontare con “almeno” o “al massimo”."
    elif other.kind in NUMERIC and not is_number(test.value):
        yield f"La condizione su “{title}” vuole un numero."
    elif other.kind == "date" and not is_day(test.value):
        yield f"La condizione su “{title}” vuole un giorno."


def _of_its_formula(question: Question, names: Mapping[str, Question | Known]) -> Iterator[str]:
    if question.kind != "computed":
        return
    try:
        node = formulas.parse(question.formula)
    except formulas.FormulaError as error:
        yield f"Nella formula: {error}"
        return
    for name in formulas.references(node):
        other = names.get(name.name)
        if other is None:
            yield f"La formula nomina “{name.name}”, che non c'è."
        elif name.column:
            yield from _of_a_cell(name, other)
        elif other.kind not in NUMERIC and not (other.kind == "lines" and _only_counts(node, name)):
            yield f"La formula usa “{title_of(other)}”, che non è un numero."


def _of_a_cell(name: formulas.Name, other: Question | Known) -> Iterator[str]:
    columns = {column.code: column for column in getattr(other, "columns", ())}
    column = columns.get(name.column)
    if column is None:
        yield f"La formula nomina la colonna “{name.name}.{name.column}”, che non c'è."
    elif column.kind not in NUMERIC:
        yield f"La formula usa la colonna “{column.title_it}”, che non è un numero."


def _only_counts(node: formulas.Node, name: formulas.Name) -> bool:
    """Tell whether a question of lines is named only to count its lines."""
    if isinstance(node, formulas.Applied):
        if node.function == "conta":
            return True
        return all(_only_counts(argument, name) for argument in node.arguments)
    if isinstance(node, formulas.Operation):
        return _only_counts(node.left, name) and _only_counts(node.right, name)
    return node != name


def title_of(one: Question | Known) -> str:
    """Return how a question is called in a sentence."""
    return one.title if isinstance(one, Known) else one.title_it


def is_day(text: str) -> bool:
    """Tell whether a value of a condition is a day, in ISO writing."""
    try:
        date.fromisoformat(text.strip())
    except ValueError:
        return False
    return True


def is_number(text: str) -> bool:
    """Tell whether a value of a condition reads as a number, with comma or dot."""
    return bool(re.fullmatch(r"-?[0-9]+(?:[.,][0-9]+)?", text.strip()))
