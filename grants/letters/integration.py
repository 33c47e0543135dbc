"""The request for what is missing or unclear (SOC-01, PROC-09)."""

from grants.letters.premises import (
    CODE,
    call_words,
    conclusion_term,
    role_of,
    running_reckoning,
)
from grants.letters.sending import send
from grants.models import RentContribution
from letters import pdf
from letters.compose import office, online_file, signature
from letters.models import Letter
from letters.pdf.content import Block
from letters.wording import late_field
from parties.models import User
from workflows.models import CaseTerm, IntegrationItem, IntegrationRequest
from workflows.terms import Term
from workflows.terms.italian import length, on_day

SUBJECT = "Richiesta di integrazione della domanda"
ASKED = {
    IntegrationItem.Target.FIELD: "dato da correggere o completare",
    IntegrationItem.Target.DOCUMENT: "documento",
}


def send_integration_request(
    case: RentContribution, request: IntegrationRequest, *, by: User | None
) -> Letter:
    """Send the request with its list, its term and what silence leads to."""
    return send(
        case,
        kind="integration_request",
        starts=[running_reckoning(case, CaseTerm.Kind.INTEGRATION)],
        subject=SUBJECT,
        by=by,
        blocks=lambda _day: _blocks(case, request, by),
    )


def _blocks(case: RentContribution, request: IntegrationRequest, by: User | None) -> list[Block]:
    procedure = conclusion_term(case)
    answer = Term.from_dict(running_reckoning(case, CaseTerm.Kind.INTEGRATION).reckoning)
    basis = (
        "dell'art. 14, comma 1, D.Lgs. 184/2025 (Codice degli incentivi)"
        if procedure.rule.regime == CODE
        else "dell'art. 6, comma 1, lett. b), L. 241/1990"
    )
    return [
        pdf.Paragraph(
            f"L'esame della domanda presentata sul {call_words(case)}, protocollo "
            f"n. {case.protocol_in.mark}, ha mostrato che alcuni elementi mancano o vanno "
            f"chiariti. Ai sensi {basis} se ne chiede l'integrazione."
        ),
        *([pdf.Paragraph(f"Motivo: {pdf.escape(request.reason)}")] if request.reason else []),
        pdf.Heading("Che cosa serve"),
        pdf.Bullets(tuple(_item(item) for item in request.items.all()), ordered=True),
        pdf.Callout(
            f"La risposta va inviata entro {length(answer.rule.count, answer.rule.unit)} dal "
            "ricevimento di questa richiesta: il termine scade "
            f"<b>{late_field('termine.scadenza')}</b>."
        ),
        pdf.Heading("Come rispondere"),
        pdf.Paragraph(
            f"Si risponde dall'{online_file()}, aprendo la domanda n. {pdf.escape(case.number)}: "
            "sono modificabili soltanto i dati e i documenti elencati sopra. La risposta è "
            "registrata al protocollo e conserva l'ordine di presentazione della domanda."
        ),
        pdf.Heading("Effetti sul procedimento"),
        pdf.Paragraph(_suspension(procedure)),
        pdf.Paragraph(
            "Se il termine passa senza risposta, la domanda è decisa sulla base degli atti già "
            "presenti nel fascicolo: la mancata risposta non comporta di per sé il rigetto."
        ),
        *office(case),
        signature(role_of(case, by), by),
    ]


def _item(item: IntegrationItem) -> str:
    kind = ASKED[item.target]
    return f"<b>{pdf.escape(item.label)}</b> ({kind}): {pdf.escape(item.explanation)}"


def _suspension(procedure: Term) -> str:
    """Say how the request moves the end of the procedure (PROC-T4, PROC-T5)."""
    standing = [one for one in procedure.suspensions if one.end is None]
    if not standing:
        return (
            f"Il termine di conclusione del procedimento, fissato {on_day(procedure.due)}, è già "
            "trascorso: questa richiesta non lo sospende."
        )
    if procedure.rule.regime == CODE:
        return (
            "Il termine di conclusione del procedimento è sospeso da oggi fino al ricevimento "
            "della risposta o, in mancanza, fino alla scadenza del termine assegnato (art. 14, "
            "comma 1, D.Lgs. 184/2025)."
        )
    cap = procedure.rule.suspension_cap_days
    limit = f", per non più di {length(cap)}" if cap is not None else ""
    return (
        "Il termine di conclusione del procedimento è sospeso da oggi fino al ricevimento della "
        f"risposta, per una sola volta{limit} (art. 2, comma 7, L. 241/1990)."
    )
