"""The receipt of a request to whoever holds the power to substitute (PROC-T8)."""

from grants.letters.premises import applicant_words, call_words, conclusion_term
from grants.letters.sending import send
from grants.models import RentContribution
from letters import pdf
from letters.compose import moment_words, name_of, office, online_file, signature
from letters.models import Letter
from letters.pdf.content import Block
from workflows.models import ProtocolEntry, SubstituteRequest
from workflows.services.protocol import next_entry, register
from workflows.terms.italian import length, on_day, with_weekday

SUBJECT = "Ricevuta della richiesta al titolare del potere sostitutivo"
REQUEST = "Richiesta di intervento del titolare del potere sostitutivo"


def send_substitute_receipt(case: RentContribution, request: SubstituteRequest) -> Letter:
    """Register the request in the protocol and confirm it; nobody signs, the system issues it."""
    entry = register(
        next_entry(case.call.manager),
        direction=ProtocolEntry.Direction.IN,
        subject=f"{REQUEST} – {case.number}",
        counterpart=case.applicant.name,
        case=case,
    )
    return send(
        case,
        kind="substitute_receipt",
        subject=SUBJECT,
        by=None,
        blocks=lambda _day: _blocks(case, request, entry),
    )


def _blocks(
    case: RentContribution, request: SubstituteRequest, entry: ProtocolEntry
) -> list[Block]:
    holder = pdf.escape(name_of(request.holder))
    procedure = conclusion_term(case)
    return [
        pdf.Paragraph(
            f"È stata ricevuta il {moment_words(request.asked_at)}, con protocollo n. {entry.mark}, "
            f"la richiesta di {applicant_words(case)} di concludere il procedimento sulla domanda "
            f"n. {pdf.escape(case.number)}, protocollo n. {case.protocol_in.mark}, {call_words(case)}."
        ),
        pdf.Paragraph(
            f"Il termine del procedimento, di {length(procedure.rule.count)}, è scaduto "
            f"{on_day(procedure.due)} senza una decisione."
        ),
        pdf.Callout(
            f"La domanda passa a <b>{holder}</b>, titolare del potere sostitutivo, che ha "
            f"{length(request.term_days)} per concludere: il termine scade "
            f"<b>{with_weekday(request.due_on)}</b>."
        ),
        pdf.Heading("Che cosa succede ora"),
        pdf.Paragraph(
            "Il titolare conclude il procedimento avvalendosi degli uffici (art. 2, commi 9-bis e "
            "9-ter, L. 241/1990). Non serve fare altro: la decisione arriva con lettera e resta "
            f"nell'{online_file()}. Finché non è presa, la domanda si può ancora ritirare."
        ),
        pdf.Paragraph(
            "La richiesta non limita il ricorso contro il silenzio (artt. 31 e 117 del codice del "
            "processo amministrativo, D.Lgs. 104/2010)."
        ),
        *office(case),
        signature("Il responsabile del procedimento", case.call.procedure_owner),
    ]
