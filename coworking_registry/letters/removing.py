"""Letters of a removal from the register: its start, the act, and its end without one (PRE-11)."""

from datetime import date
from typing import Any

from coworking_registry.models import Removal, RemovalGround
from letters import pdf
from letters.cases.dossier import Dossier
from letters.cases.sending import decider_role, send, stated_reason
from letters.models import Letter
from letters.pdf.content import Block
from letters.templating import Items
from parties import moment
from parties.models import User
from workflows.models import CaseTerm
from workflows.terms import Term
from workflows.terms.italian import italian_date, length

START = "register_cancellation_start"


def send_removal_start(case: Any, removal: Removal, term: CaseTerm, *, by: User | None) -> Letter:
    """Tell why the space could leave the register, and by when to answer (PROC-05, PRE-11)."""
    reasons = Items(tuple(one.text for one in removal.grounds.all()), ordered=True)
    return send(
        case,
        START,
        by=by,
        role=decider_role(case, by),
        given={
            "motivi": reasons,
            "termine.durata": length(Term.from_dict(term.reckoning).rule.count),
        },
        starts=[term],
    )


def send_removal(
    case: Any, removal: Removal, *, grants_until: date | None, by: User | None
) -> Letter:
    """Send the act that takes the space off the register, with each reason, memory and answer."""
    dossier = Dossier(case, moment.today())
    heard = dossier.last("file_memories", "close_memories")
    is_heard = heard is not None and heard.name == "file_memories"
    grounds = list(removal.grounds.all())
    return send(
        case,
        "register_cancellation",
        by=by,
        role=decider_role(case, by),
        given={
            "motivazione": stated_reason(dossier.last("remove")),
            "motivi.piu_di_uno": len(grounds) > 1,
            "avvio.protocollo": dossier.mark_of(START),
            "memorie.presentate": is_heard,
            "memorie.protocollo": dossier.answer("Memorie") if is_heard else None,
            "memorie_e_risposte": [
                block for number, one in enumerate(grounds, 1) for block in _answered(number, one)
            ],
            "iscrizione.contributi_fino_al": italian_date(grants_until or moment.today()),
        },
    )


def send_removal_dropped(case: Any, *, by: User | None) -> Letter:
    """Say that the space stays in the register, and why."""
    dossier = Dossier(case, moment.today())
    return send(
        case,
        "register_removal_dropped",
        by=by,
        role=decider_role(case, by),
        given={
            "motivazione": stated_reason(dossier.last("drop_removal")),
            "avvio.protocollo": dossier.mark_of(START),
        },
    )


def _answered(number: int, ground: RemovalGround) -> list[Block]:
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
