"""What letters say when the office undoes a decision of its own (PROC-15)."""

from typing import Any

from grants.letters.dossier import Dossier
from grants.letters.revoked import START
from grants.models import Annulment, AnnulmentGround
from grants.rules import euro
from grants.undoing import last_day_to_annul
from letters import pdf
from letters.pdf.content import Block
from letters.templating import Items
from workflows.terms.italian import italian_date


def undone(dossier: Dossier) -> dict[str, Any]:
    """Return reasons, public interest, memories with their answers, and what came back."""
    annulment = dossier.annulment
    is_annulled = annulment is not None and annulment.kind == Annulment.Kind.ANNULMENT
    heard = dossier.last("file_memories", "close_memories")
    is_heard = heard is not None and heard.name == "file_memories"
    return {
        **(_of(annulment) if annulment and is_annulled else dict.fromkeys(NOTHING)),
        "memorie_e_risposte": _heard(annulment) if annulment else None,
        "avvio.protocollo": dossier.mark_of("annulment_start", START),
        "memorie.presentate": is_heard,
        "memorie.protocollo": dossier.answer("Memorie") if is_heard else None,
    }


NOTHING = (
    "annullamento.motivi",
    "annullamento.interesse",
    "annullamento.limite",
    "annullamento.sentenza",
    "annullamento.somma",
    "annullamento.aiuto",
)


def _of(annulment: Annulment) -> dict[str, Any]:
    grounds = list(annulment.grounds.all())
    return {
        "annullamento.motivi": Items(tuple(one.text for one in grounds), ordered=True),
        "annullamento.interesse": annulment.public_interest,
        "annullamento.limite": italian_date(last_day_to_annul(annulment.granted_on)),
        "annullamento.sentenza": annulment.judgment,
        "annullamento.somma": euro(annulment.returned) if annulment.returned else None,
        "annullamento.aiuto": euro(annulment.aid_reversed) if annulment.aid_reversed else None,
    }


def _heard(annulment: Annulment) -> list[Block]:
    grounds = enumerate(annulment.grounds.all(), 1)
    return [block for number, ground in grounds for block in _answered(number, ground)]


def _answered(number: int, ground: AnnulmentGround) -> list[Block]:
    blocks: list[Block] = [
        pdf.Heading(f"Motivo {number}", level=3),
        pdf.Paragraph(pdf.escape(ground.text)),
    ]
    if ground.memory:
        blocks.append(pdf.Paragraph(f"<b>Memoria:</b> {pdf.escape(ground.memory)}"))
    else:
        blocks.append(pdf.Paragraph("Nessuna memoria su questo motivo."))
    if ground.answer:
        blocks.append(pdf.Paragraph(f"<b>Risposta:</b> {pdf.escape(ground.answer)}"))
    return blocks
