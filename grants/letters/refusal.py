"""The notice of reasons against, and the refusal that may follow (PRE-01..PRE-07, PROC-02)."""

from grants.against import is_plainly_inadmissible
from grants.checks import parameters_of
from grants.letters.premises import (
    applicant_words,
    call_words,
    conclusion_term,
    decider_role,
    last_move,
    letter_of,
    premises,
    reason_with_source,
    role_of,
    running_reckoning,
    stated_reason,
)
from grants.letters.sending import send
from grants.models import RefusalGround, RentContribution
from letters import pdf
from letters.compose import office, online_file, signature
from letters.models import Letter
from letters.pdf.content import Block
from letters.wording import late_field
from parties.models import User
from workflows.models import CaseTerm, ProtocolEntry
from workflows.terms.italian import length, on_day

NOTICE = "Comunicazione dei motivi che ostano all'accoglimento"
REFUSAL = "Non accoglimento della domanda"
INADMISSIBILITY = "Inammissibilità della domanda"


def send_refusal_notice(case: RentContribution, *, by: User | None) -> Letter:
    """Tell every reason against, one by one, before any refusal (PRE-01)."""
    return send(
        case,
        kind="refusal_notice",
        starts=[running_reckoning(case, CaseTerm.Kind.OBSERVATIONS)],
        subject=NOTICE,
        by=by,
        blocks=lambda _day: _notice(case, by),
    )


def send_refusal(case: RentContribution, *, by: User | None) -> Letter:
    """Refuse with the reasons told, the observations and the answers to them (PRE-05).

    Where the application is plainly inadmissible the act keeps to the decisive reason (PROC-02).
    """
    is_short = is_plainly_inadmissible(case)
    return send(
        case,
        kind="refusal",
        subject=INADMISSIBILITY if is_short else REFUSAL,
        by=by,
        blocks=lambda _day: _refusal(case, by, is_short=is_short),
    )


def _notice(case: RentContribution, by: User | None) -> list[Block]:
    set_ = parameters_of(case)
    grounds = [ground for ground in case.grounds if ground.upheld]
    return [
        pdf.Paragraph(
            f"Con riferimento alla domanda di {applicant_words(case)} sul {call_words(case)}, "
            f"protocollo n. {case.protocol_in.mark}, si comunica ai sensi dell'art. 10-bis "
            "L. 241/1990 che, allo stato dell'istruttoria, i motivi seguenti ne impediscono "
            "l'accoglimento. La decisione non è ancora stata presa."
        ),
        pdf.Heading("Motivi"),
        pdf.Bullets(tuple(_reason(case, ground) for ground in grounds), ordered=True),
        pdf.Callout(
            f"È possibile presentare osservazioni scritte e documenti entro "
            f"{length(set_.observation_days)} dal ricevimento di questa comunicazione: il termine "
            f"scade <b>{late_field('termine.scadenza')}</b>."
        ),
        pdf.Heading("Come rispondere"),
        pdf.Paragraph(
            f"Le osservazioni si presentano dall'{online_file()}, aprendo la domanda "
            f"n. {pdf.escape(case.number)}: si può rispondere a ciascun motivo e allegare "
            "documenti. Il fascicolo è consultabile nella stessa pagina. Delle osservazioni, anche "
            "se non accolte, si darà conto nella decisione."
        ),
        pdf.Heading("Effetti sul procedimento"),
        pdf.Paragraph(_clock(case, set_.observation_pause_days)),
        pdf.Paragraph(
            "In assenza di osservazioni la domanda è decisa sulla base degli atti già presenti nel "
            "fascicolo."
        ),
        *office(case),
        signature(role_of(case, by), by),
    ]


def _clock(case: RentContribution, pause: int) -> str:
    """Say how the notice moves the end of the procedure (PRE-03)."""
    procedure = conclusion_term(case)
    if not any(one.end is None for one in procedure.suspensions):
        return (
            f"Il termine di conclusione del procedimento, fissato {on_day(procedure.due)}, è già "
            "trascorso: questa comunicazione non lo sospende."
        )
    return (
        "Questa comunicazione sospende il termine di conclusione del procedimento, che riprende a "
        f"decorrere {length(pause)} dopo la presentazione delle osservazioni o, in mancanza di "
        "osservazioni, dalla scadenza del termine indicato sopra (art. 10-bis L. 241/1990)."
    )


def _refusal(case: RentContribution, by: User | None, *, is_short: bool) -> list[Block]:
    outcome = "è inammissibile" if is_short else "non è accolta"
    many = "i motivi che seguono" if len(case.grounds) > 1 else "il motivo che segue"
    return [
        pdf.Callout(
            f"La domanda di {applicant_words(case)} sul {call_words(case)}, protocollo "
            f"n. {case.protocol_in.mark}, <b>{outcome}</b> per {many}."
        ),
        *([_short_form()] if is_short else premises(case)),
        pdf.Heading("Motivi, osservazioni e risposte"),
        pdf.Paragraph(hearing(case)),
        *[
            block
            for number, ground in enumerate(case.grounds, 1)
            for block in answered(case, number, ground)
        ],
        *stated_reason(case, "refuse"),
        pdf.Paragraph(late_field("ritardo")),
        pdf.Paragraph(late_field("ricorso")),
        *office(case),
        signature(decider_role(case, by), by),
    ]


def _short_form() -> Block:
    return pdf.Paragraph(
        "Questo provvedimento è redatto in forma semplificata: la domanda è manifestamente "
        "inammissibile e basta indicare il punto risolutivo (art. 2, comma 1, L. 241/1990)."
    )


def hearing(case: RentContribution) -> str:
    """Say when the reasons were told and what came back, or why none had to be (PRE-02, PRE-07)."""
    if not any(ground.told_at for ground in case.grounds):
        return (
            "I motivi non richiedono la comunicazione dell'art. 10-bis L. 241/1990, secondo le "
            "regole del bando."
        )
    notice = letter_of(case, "refusal_notice")
    told = (
        "I motivi sono stati comunicati ai sensi dell'art. 10-bis L. 241/1990 con nota prot. "
        f"n. {notice.protocol.mark}."
    )
    if last_move(case, "file_observations", "close_observations").name == "close_observations":
        return f"{told} Nel termine assegnato non sono state presentate osservazioni."
    answer = (
        case.protocol_entries.filter(
            direction=ProtocolEntry.Direction.IN,
            registered_at__gt=notice.created_at,
            subject__startswith="Osservazioni",
        )
        .order_by("registered_at", "number")
        .first()
    )
    number = f", prot. n. {answer.mark}" if answer else ""
    return f"{told} Le osservazioni presentate{number} sono state esaminate una per una."


def answered(case: RentContribution, number: int, ground: RefusalGround) -> list[Block]:
    """Return one reason with what was said to it and the answer (PRE-05)."""
    mark = "" if ground.upheld else " (superato)"
    if ground.from_observations:
        mark = " (emerso dalle osservazioni)"
    blocks: list[Block] = [
        pdf.Heading(f"Motivo {number}{mark}", level=3),
        pdf.Paragraph(_reason(case, ground)),
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


def _reason(case: RentContribution, ground: RefusalGround) -> str:
    return reason_with_source(case, ground.text, ground.rule)
