"""The language of calculated fields: four operations, sums of lines, min, max, rounding.

A formula is read into a tree and the tree is worked out: nothing is ever executed. Decimals are
written with a comma or a dot, arguments are parted by ";". In `somma(righe.quantita * righe.prezzo)`
the names of columns stand for the cells of one line after the other.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal, DivisionByZero, InvalidOperation, Overflow

LONGEST = 500
DEEPEST = 20
# Beyond any sum of money of a call: a result as large as this is none.
TOO_MUCH = Decimal(10) ** 15
MOST_DECIMALS = 6
# Wide enough for any sum of money; beyond it a formula has no result.
EXACT = Context(prec=40, Emax=60, Emin=-60, traps=[DivisionByZero, InvalidOperation, Overflow])

FUNCTIONS = {
    "somma": "somma",
    "sum": "somma",
    "conta": "conta",
    "count": "conta",
    "min": "min",
    "minimo": "min",
    "max": "max",
    "massimo": "max",
    "arrotonda": "arrotonda",
    "round": "arrotonda",
}
_TOKEN = re.compile(
    r"\s*(?:(?P<number>[0-9]+(?:[.,][0-9]+)?)|(?P<name>[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)?)"
    r"|(?P<sign>[-+*/×÷();]))",
    re.IGNORECASE,
)
_SIGNS = {"×": "*", "÷": "/"}

Values = Mapping[str, Decimal | None]
Rows = Mapping[str, Sequence[Values]]


class FormulaError(ValueError):
    """A formula that cannot be read: the sentence says what is wrong and at which character."""

    def __init__(self, sentence: str, position: int) -> None:
        super().__init__(f"{sentence} (carattere {position + 1})")
        self.position = position


@dataclass(frozen=True)
class Number:
    """A number as it stands."""

    value: Decimal


@dataclass(frozen=True)
class Name:
    """What another question, or the form itself, gives; `column` is a cell of the line at hand."""

    name: str
    column: str = ""


@dataclass(frozen=True)
class Operation:
    """Two parts and what is done with them."""

    sign: str
    left: "Node"
    right: "Node"


@dataclass(frozen=True)
class Applied:
    """A function and its arguments."""

    function: str
    arguments: tuple["Node", ...]


Node = Number | Name | Operation | Applied


@dataclass(frozen=True)
class _Token:
    kind: str
    text: str
    position: int


def parse(text: str) -> Node:
    """Read a formula; raises `FormulaError` with the place of what cannot be read."""
    if not text.strip():
        raise FormulaError("La formula è vuota.", 0)
    if len(text) > LONGEST:
        raise FormulaError(f"La formula supera {LONGEST} caratteri.", LONGEST)
    reader = _Reader(list(_tokens(text)), len(text))
    node = reader.expression(0)
    reader.expect_end()
    _check_rows(node, "")
    return node


def references(node: Node) -> list[Name]:
    """Return every name that a formula needs, in the order in which they stand, once each."""
    return list(dict.fromkeys(_names(node)))


def work_out(node: Node, values: Values, rows: Rows) -> Decimal | None:
    """Return the result; None where something is missing, a division is by zero, or it is too much."""
    try:
        result = _value(node, values, rows, None)
    except (DivisionByZero, InvalidOperation, Overflow):
        return None
    return result if result is None or abs(result) < TOO_MUCH else None


def _tokens(text: str) -> Iterator[_Token]:
    place, end = 0, len(text.rstrip())
    while place < end:
        found = _TOKEN.match(text, place)
        if found is None:
            place += len(text[place:]) - len(text[place:].lstrip())
            raise FormulaError(f"Il segno “{text[place]}” non si può usare in una formula.", place)
        kind = str(found.lastgroup)
        yield _Token(kind, found[kind].lower(), found.start(kind))
        place = found.end()


class _Reader:
    """Reads tokens from left to right, products before sums."""

    def __init__(self, tokens: list[_Token], length: int) -> None:
        self.tokens, self.length, self.place = tokens, length, 0

    def expression(self, depth: int) -> Node:
        node = self.product(depth)
        while sign := self.take("+", "-"):
            node = Operation(sign, node, self.product(depth))
        return node

    def product(self, depth: int) -> Node:
        node = self.factor(depth)
        while sign := self.take("*", "/", "×", "÷"):
            node = Operation(_SIGNS.get(sign, sign), node, self.factor(depth))
        return node

    def factor(self, depth: int) -> Node:
        if depth > DEEPEST:
            raise FormulaError("Ci sono troppe parentesi una dentro l'altra.", self.position)
        if self.take("-"):
            return Operation("-", Number(Decimal(0)), self.factor(depth + 1))
        if self.take("("):
            node = self.expression(depth + 1)
            self.expect(")")
            return node
        token = self.next("un numero, il nome di una domanda o una parentesi")
        if token.kind == "number":
            return Number(Decimal(token.text.replace(",", ".")))
        if token.kind == "name":
            return self.named(token, depth)
        raise FormulaError(f"Qui non può stare “{token.text}”.", token.position)

    def named(self, token: _Token, depth: int) -> Node:
        if not self.take("("):
            name, _dot, column = token.text.partition(".")
            return Name(name, column)
        function = FUNCTIONS.get(token.text)
        if function is None:
            raise FormulaError(f"La funzione “{token.text}” non esiste.", token.position)
        arguments = [self.expression(depth + 1)]
        while self.take(";"):
            arguments.append(self.expression(depth + 1))
        self.expect(")")
        return Applied(function, _arguments(function, tuple(arguments), token.position))

    @property
    def position(self) -> int:
        return self.tokens[self.place].position if self.place < len(self.tokens) else self.length

    def take(self, *signs: str) -> str:
        token = self.tokens[self.place] if self.place < len(self.tokens) else None
        if token is None or token.kind != "sign" or token.text not in signs:
            return ""
        self.place += 1
        return token.text

    def next(self, wanted: str) -> _Token:
        if self.place >= len(self.tokens):
            raise FormulaError(f"La formula finisce troppo presto: manca {wanted}.", self.length)
        self.place += 1
        return self.tokens[self.place - 1]

    def expect(self, sign: str) -> None:
        if not self.take(sign):
            raise FormulaError(f"Manca “{sign}”.", self.position)

    def expect_end(self) -> None:
        if self.place < len(self.tokens):
            token = self.tokens[self.place]
            raise FormulaError(f"Qui non può stare “{token.text}”.", token.position)


def _arguments(function: str, arguments: tuple[Node, ...], position: int) -> tuple[Node, ...]:
    if function in {"somma", "conta"} and len(arguments) != 1:
        raise FormulaError(f"“{function}” vuole una sola cosa fra parentesi.", position)
    if function == "conta" and not (isinstance(arguments[0], Name) and not arguments[0].column):
        raise FormulaError("“conta” vuole il nome di una domanda a righe.", position)
    if function == "somma" and not any(name.column for name in _names(arguments[0])):
        raise FormulaError("“somma” vuole le colonne di una domanda a righe.", position)
    if function == "arrotonda":
        _check_rounding(arguments, position)
    return arguments


def _check_rounding(arguments: tuple[Node, ...], position: int) -> None:
    if len(arguments) > 2:  # noqa: PLR2004 (what is rounded, and to how many decimals)
        raise FormulaError("“arrotonda” vuole un valore e, se serve, i decimali.", position)
    if len(arguments) == 1:
        return
    decimals = arguments[1]
    if not isinstance(decimals, Number) or not decimals.value <= MOST_DECIMALS:
        raise FormulaError(f"I decimali di “arrotonda” vanno da 0 a {MOST_DECIMALS}.", position)


def _check_rows(node: Node, inside: str) -> None:
    """Cells make sense only while lines are summed, and those of one question at a time."""
    if isinstance(node, Name) and node.column and node.name != inside:
        name = f"{node.name}.{node.column}"
        if not inside:
            raise FormulaError(f"“{name}” è una colonna: usala dentro “somma( )”.", 0)
        raise FormulaError(f"“{name}” non è una colonna di “{inside}”.", 0)
    if isinstance(node, Operation):
        _check_rows(node.left, inside)
        _check_rows(node.right, inside)
    if isinstance(node, Applied):
        if inside and node.function in {"somma", "conta"}:
            raise FormulaError(f"“{node.function}” non può stare dentro “somma( )”.", 0)
        for argument in node.arguments if node.function != "conta" else ():
            _check_rows(argument, _lines_of(node) if node.function == "somma" else inside)


def _lines_of(node: Applied) -> str:
    return next(name.name for name in _names(node) if name.column)


def _names(node: Node) -> Iterator[Name]:
    if isinstance(node, Name):
        yield node
    elif isinstance(node, Operation):
        yield from _names(node.left)
        yield from _names(node.right)
    elif isinstance(node, Applied):
        for argument in node.arguments:
            yield from _names(argument)


def _value(node: Node, values: Values, rows: Rows, line: Values | None) -> Decimal | None:
    if isinstance(node, Number):
        return node.value
    if isinstance(node, Name):
        return (line or {}).get(node.column) if node.column else values.get(node.name)
    if isinstance(node, Operation):
        left, right = _value(node.left, values, rows, line), _value(node.right, values, rows, line)
        return None if left is None or right is None else _operate(node.sign, left, right)
    return _apply(node, values, rows, line)


def _operate(sign: str, left: Decimal, right: Decimal) -> Decimal:
    done = {"+": EXACT.add, "-": EXACT.subtract, "*": EXACT.multiply, "/": EXACT.divide}
    return done[sign](left, right)


def _apply(node: Applied, values: Values, rows: Rows, line: Values | None) -> Decimal | None:
    if node.function == "conta":
        return Decimal(len(rows.get(references(node)[0].name, ())))
    if node.function == "somma":
        total = Decimal(0)
        for row in rows.get(_lines_of(node), ()):
            # A line that is not finished yet adds nothing.
            total = EXACT.add(total, _value(node.arguments[0], values, rows, row) or Decimal(0))
        return total
    given = [_value(argument, values, rows, line) for argument in node.arguments]
    known = [value for value in given if value is not None]
    if len(known) < len(given):
        return None
    if node.function == "arrotonda":
        return rounded(known[0], int(known[1]) if len(known) > 1 else 0)
    return min(known) if node.function == "min" else max(known)


def rounded(value: Decimal, decimals: int) -> Decimal:
    """Round half up to a number of decimals."""
    return value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, context=EXACT)
