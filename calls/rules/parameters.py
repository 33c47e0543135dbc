"""The numbers and choices of a call: of which sort each is, and whether its value can stand."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from calls.rules.faults import Fault
from calls.rules.words import number

# money and percent are kept as text, count and days as whole numbers, range as two of them, steps as
# pairs of days and money.
KINDS = frozenset(
    {
        "money",
        "percent",
        "points",
        "count",
        "days",
        "range",
        "yes_no",
        "choice",
        "choices",
        "text",
        "short_text",
        "steps",
    }
)
DECIMAL = frozenset({"money", "percent", "points"})
WHOLE = frozenset({"count", "days"})
RULE = "CALL-06"


@dataclass(frozen=True)
class Parameter:
    """One value that a call sets: where it is asked for, its sort, its bounds and its choices.

    `label` and `hint` are what a form says, `name` what a sentence of a rule calls it.
    """

    code: str
    kind: str
    place: str
    name: str
    label: Any = ""
    hint: Any = ""
    is_required: bool = True
    least: Decimal | None = None
    most: Decimal | None = None
    choices: tuple[tuple[str, Any], ...] = ()
    default: Any = None


def parameter_faults(parameters: Iterable[Parameter], values: Mapping[str, Any]) -> list[Fault]:
    """Return what is missing or cannot stand among the values of a call."""
    found = []
    for parameter in parameters:
        sentence = _fault(parameter, values.get(parameter.code))
        if sentence:
            found.append(Fault(parameter.place, sentence, RULE, parameter.code))
    return found


def as_decimal(value: Any) -> Decimal | None:
    """Read a stored number; None for what is none."""
    if isinstance(value, bool):
        return None
    try:
        read = Decimal(str(value))
    except InvalidOperation:
        return None
    return read if read.is_finite() else None


def _fault(parameter: Parameter, value: Any) -> str:
    if value is None or value in ("", [], ()):
        return f"Manca: {parameter.name}." if parameter.is_required else ""
    judge = FAULTS.get(parameter.kind)
    if judge is not None:
        return judge(parameter, value)
    if parameter.kind == "yes_no":
        return "" if isinstance(value, bool) else _unreadable(parameter)
    return "" if isinstance(value, str) else _unreadable(parameter)


def _number_fault(parameter: Parameter, value: Any) -> str:
    read = as_decimal(value)
    is_whole = isinstance(value, int) and not isinstance(value, bool)
    if read is None or (parameter.kind in WHOLE and not is_whole):
        return _unreadable(parameter)
    if parameter.least is not None and read < parameter.least:
        return f"{_capital(parameter)}: il valore minimo è {number(parameter.least)}."
    if parameter.most is not None and read > parameter.most:
        return f"{_capital(parameter)}: il valore massimo è {number(parameter.most)}."
    return ""


def _range_fault(parameter: Parameter, value: Any) -> str:
    pair = list(value) if isinstance(value, list | tuple) else []
    if len(pair) != 2 or not all(type(one) is int for one in pair):  # noqa: PLR2004 (from, to)
        return _unreadable(parameter)
    if pair[0] > pair[1]:
        return f"{_capital(parameter)}: il minimo ({pair[0]}) supera il massimo ({pair[1]})."
    if parameter.least is not None and pair[0] < parameter.least:
        return f"{_capital(parameter)}: non si può scendere sotto {number(parameter.least)}."
    return ""


def _steps_fault(parameter: Parameter, value: Any) -> str:
    rows = [_step(row) for row in value] if isinstance(value, list | tuple) else [None]
    days = [row[0] for row in rows if row is not None]
    if len(days) < len(rows):
        return (
            f"{_capital(parameter)}: scrivi in ogni riga i giorni e l'importo, come 120 = 250,00."
        )
    if days != sorted(set(days)):
        return f"{_capital(parameter)}: i giorni crescono da una riga all'altra."
    return ""


def _step(row: Any) -> tuple[int, Decimal] | None:
    """Read a step, days and amount above zero; None for what is none."""
    pair = list(row) if isinstance(row, list | tuple) else []
    if len(pair) != 2 or type(pair[0]) is not int:  # noqa: PLR2004 (days, amount)
        return None
    amount = as_decimal(pair[1])
    return (pair[0], amount) if pair[0] > 0 and amount is not None and amount > 0 else None


def _choice_fault(parameter: Parameter, value: Any) -> str:
    chosen = value if isinstance(value, list | tuple) else [value]
    known = {code for code, _label in parameter.choices}
    if parameter.kind == "choice" and isinstance(value, list | tuple):
        return _unreadable(parameter)
    if any(one not in known for one in chosen):
        return f"{_capital(parameter)}: una delle scelte non esiste."
    return ""


FAULTS = {
    **dict.fromkeys(DECIMAL | WHOLE, _number_fault),
    "range": _range_fault,
    "choice": _choice_fault,
    "choices": _choice_fault,
    "steps": _steps_fault,
}


def _unreadable(parameter: Parameter) -> str:
    return f"{_capital(parameter)}: il valore non si può leggere."


def _capital(parameter: Parameter) -> str:
    return parameter.name[:1].upper() + parameter.name[1:]
