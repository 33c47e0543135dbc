"""What the examination found: reasons against, what was said to them, outcomes of the rules."""

from typing import Any

from django.utils import timezone

from letters import pdf
from letters.cases.dossier import Dossier
from letters.compose import name_of
from letters.pdf.content import Block
from letters.templating import Items
from workflows.rules import Outcome, Verdict
from workflows.terms.italian import italian_date, length


def examined(
    dossier: Dossier,
    *,
    admissions: tuple[str, ...],
    decisions: tuple[str, ...],
    told: list[Any] | None = None,
) -> dict[str, Any]:
    """Return the proposal, the outcomes that held, and the reasons with their answers (PRE-05).

    `admissions` and `decisions` name the moves that said yes; `told` are the reasons that an act
    answers where it is no refusal.
    """
    proposal = dossier.last(*admissions, "propose_refusal")
    return {
        "proposta.nome": name_of(proposal.by) if proposal else None,
        "proposta.data": italian_date(timezone.localtime(proposal.at).date()) if proposal else None,
        "esiti": lambda: _findings(dossier, admissions, decisions),
        "motivi": _reasons(dossier),
        "motivi.piu_di_uno": len(dossier.grounds) > 1,
        "motivi_e_risposte": lambda: answered(dossier, dossier.grounds if told is None else told),
        **heard(dossier, dossier.grounds, "refusal_notice"),
        "termine.ripresa": length(dossier.terms.observation_pause_days),
    }


def heard(dossier: Dossier, grounds: list[Any], notice: str) -> dict[str, Any]:
    """Return whether reasons were told by a letter of the kind `notice`, and answered (PRE-01, PRE-05)."""
    move = dossier.last("file_observations", "close_observations")
    is_heard = move is not None and move.name == "file_observations"
    return {
        "motivi.comunicati": any(ground.told_at for ground in grounds),
        "preavviso.protocollo": dossier.mark_of(notice),
        "osservazioni.presentate": is_heard,
        "osservazioni.protocollo": dossier.answer("Osservazioni", after=dossier.letter_of(notice))
        if is_heard
        else None,
    }


def _reasons(dossier: Dossier) -> Items:
    standing = [ground for ground in dossier.grounds if ground.upheld]
    return Items(tuple(_with_source(dossier, one) for one in standing), ordered=True)


def answered(dossier: Dossier, grounds: list[Any]) -> list[Block]:
    """Return reasons against one by one, each with what was said to it and the answer (PRE-05)."""
    return [block for number, one in enumerate(grounds, 1) for block in _one(dossier, number, one)]


def _one(dossier: Dossier, number: int, ground: Any) -> list[Block]:
    """Return one reason with what was said to it and the answer (PRE-05)."""
    mark = "" if ground.upheld else " (superato)"
    if ground.from_observations:
        mark = " (emerso dalle osservazioni)"
    blocks: list[Block] = [
        pdf.Heading(f"Motivo {number}{mark}", level=3),
        pdf.Paragraph(pdf.escape(_with_source(dossier, ground))),
    ]
    if not ground.told_at:
        return blocks
    if ground.observation:
        blocks.append(pdf.Paragraph(f"<b>Osservazione:</b> {pdf.escape(ground.observation)}"))
    else:
        blocks.append(pdf.Paragraph("Nessuna osservazione su questo motivo."))
    if ground.answer:
        blocks.append(pdf.Paragraph(f"<b>Risposta:</b> {pdf.escape(ground.answer)}"))
    return blocks


def _with_source(dossier: Dossier, ground: Any) -> str:
    """Join a reason to the source that its rule bore when it was last asked (PROC-03)."""
    sources = (
        stored["source"]
        for move in dossier.moves
        for stored in move.outcomes
        if stored["rule"] == ground.rule and stored["source"]
    )
    source = next(sources, None)
    said = "; ".join(filter(None, (source, f"rif. {ground.rule}")))
    return f"{ground.text.rstrip().rstrip('.')} ({said})."


def _findings(dossier: Dossier, admissions: tuple[str, ...], decisions: tuple[str, ...]) -> Items:
    """Return which rules held at the latest admission and decision, each sentence once.

    What a rule only warned of was looked at by a person: it shows in the reasons of the cuts.
    """
    said: dict[str, Outcome] = {}
    for names in (admissions, decisions):
        move = dossier.last(*names)
        for stored in move.outcomes if move else ():
            outcome = Outcome.from_dict(stored)
            if outcome.verdict is Verdict.MET:
                said.setdefault(outcome.sentence, outcome)
    return Items(tuple(_sentence(outcome) for outcome in said.values()))


def _sentence(outcome: Outcome) -> str:
    source = f" ({outcome.source})" if outcome.source else ""
    return f"{outcome.sentence.rstrip('.')}{source}."
