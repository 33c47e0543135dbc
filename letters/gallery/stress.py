"""Values that make a letter hard to draw: long names, long lists, other scripts."""

from collections.abc import Mapping
from dataclasses import replace

from letters import pdf
from letters.gallery.drawing import Frame
from letters.pdf.content import Block
from letters.templating import Items, Rich, Value

# 120 letters.
LONG_NAME = (
    "Società cooperativa sociale per l'innovazione, la formazione, l'artigianato digitale e la "
    "rigenerazione urbana di Po srl"
)
OTHER_SCRIPTS = "Łucja Ørsted-Nguyễn «Δelta» שלום مرحبا 漢字 👩\u200d💻 😀 \u2713 \u0000"
FORTY = 40
REASON = (
    "Motivo di prova n. {}: il documento richiesto dal bando non è presente nel fascicolo e non è "
    "stato trasmesso nel termine assegnato con la richiesta di integrazione (Bando, art. 11)."
)
NAMES = ("nome", "titolo", "gruppo", "ospitante", "intestatario", "firmatario", "rappresentante")
PEOPLE = ("Richiedente", "Presentata da", "Spazio", "Tirocinante", "Soggetto ospitante")


def stressed(values: Mapping[str, Value], name: str = LONG_NAME) -> dict[str, Value]:
    """Return the values with every name replaced by `name` and every list and reason made forty."""
    return {field: _hard(field, value, name) for field, value in values.items()}


def stressed_frame(frame: Frame, name: str = LONG_NAME) -> Frame:
    """Return a frame whose addressee bears `name`, in care of somebody with as long a one."""
    return replace(frame, addressee=(name, f"c.a. {name}", *frame.addressee[1:]))


def _hard(field: str, value: Value, name: str) -> Value:
    match value:
        case str() if value and field.rpartition(".")[2] in NAMES:
            return name
        case Items():
            return Items(_forty(value), ordered=value.ordered)
        case tuple() if field.endswith("e_risposte") and value:
            return tuple(block for number in range(1, FORTY + 1) for block in _reason(number))
        case tuple():
            return tuple(_long(block, name) for block in value)
    return value


def _forty(value: Items) -> tuple[str, ...]:
    if not value.texts:
        return ()
    said = tuple(Rich(REASON.format(number)) for number in range(1, FORTY + 1))
    return said if value.ordered else (*value.texts, *said[len(value.texts) :])


def _reason(number: int) -> tuple[Block, ...]:
    return (
        pdf.Heading(f"Motivo {number}", level=3),
        pdf.Paragraph(REASON.format(number)),
        pdf.Paragraph("<b>Osservazione:</b> il documento è stato trasmesso per posta."),
        pdf.Paragraph("<b>Risposta:</b> al protocollo non risulta."),
    )


def _long(block: Block, name: str) -> Block:
    match block:
        case pdf.Table() if block.rows:
            first = (name, *block.rows[0][1:])
            rest = block.rows[1:]
            return replace(block, rows=(first, *rest[:1] * (FORTY - len(rest)), *rest))
        case pdf.Facts():
            rows = ((label, name if label in PEOPLE else said) for label, said in block.rows)
            return pdf.Facts(tuple(rows))
        case pdf.Signature():
            return replace(block, name=name)
    return block
