"""Values that make a letter hard to draw: long names, long lists, other scripts."""

from collections.abc import Mapping
from dataclasses import replace

from letters import pdf
from letters.pdf.content import Block
from letters.templating import Items, Value

LONG_NAME = (
    "Società cooperativa sociale per l'innovazione, la formazione, l'artigianato digitale e la "
    "rigenerazione urbana dell'Oltrepò"
)[:120]
OTHER_SCRIPTS = "Łucja Ørsted-Nguyễn «Δelta» שלום مرحبا 漢字 😀 \u2713 \u0000"
FORTY = 40
REASON = (
    "Motivo di prova n. {}: il documento richiesto dal bando non è presente nel fascicolo e non è "
    "stato trasmesso nel termine assegnato con la richiesta di integrazione (Bando, art. 11)."
)
NAMES = ("nome", "titolo", "gruppo", "ospitante")


def stressed(values: Mapping[str, Value], *, name: str = LONG_NAME) -> dict[str, Value]:
    """Return the values with every name replaced by `name` and every list and reason made forty."""
    return {field: _hard(field, value, name) for field, value in values.items()}


def _hard(field: str, value: Value, name: str) -> Value:
    match value:
        case str() if value and field.rpartition(".")[2] in NAMES:
            return name
        case Items() if value.ordered:
            return Items(
                tuple(REASON.format(number) for number in range(1, FORTY + 1)), ordered=True
            )
        case tuple() if field.endswith("e_risposte") and value:
            return tuple(block for number in range(1, FORTY + 1) for block in _reason(number))
        case tuple():
            return tuple(_long(block, name) for block in value)
    return value


def _reason(number: int) -> tuple[Block, ...]:
    return (
        pdf.Heading(f"Motivo {number}", level=3),
        pdf.Paragraph(REASON.format(number)),
        pdf.Paragraph("<b>Osservazione:</b> il documento è stato trasmesso per posta."),
        pdf.Paragraph("<b>Risposta:</b> al protocollo non risulta."),
    )


def _long(block: Block, name: str) -> Block:
    if isinstance(block, pdf.Table) and block.rows:
        first = (name, *block.rows[0][1:])
        rest = block.rows[1:]
        return replace(block, rows=(first, *rest[:1] * (FORTY - len(rest)), *rest))
    return block
