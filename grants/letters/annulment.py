"""Undoing a decision: the start with its reasons, the act, and what becomes of a refusal (PROC-15)."""

from datetime import date

from grants.letters.premises import (
    applicant_words,
    call_words,
    conclusion_term,
    last_move,
    letter_of,
    running_reckoning,
)
from grants.letters.sending import send
from grants.models import Annulment, AnnulmentGround, RentContribution
from grants.rules import day as short_day
from grants.rules import euro
from grants.undoing import last_day_to_annul, open_annulment
from letters import pdf
from letters.compose import inertia, name_of, office, online_file, signature
from letters.models import Letter
from letters.pdf.content import Block
from letters.wording import late_field
from parties.models import User
from workflows.models import CaseTerm, ProtocolEntry
from workflows.services.substitutes import rule_of
from workflows.terms import Term
from workflows.terms.italian import length, of_day, with_weekday

START = "Avvio del procedimento di annullamento della concessione"
ANNULMENT = "Annullamento d'ufficio della concessione"
DROPPED = "Conclusione del procedimento di annullamento: la concessione resta valida"
REFUSAL_ANNULLED = "Annullamento d'ufficio del diniego e riesame della domanda"
LAW = "dell'art. 21-nonies L. 241/1990"


def send_annulment_start(case: RentContribution, *, by: User | None) -> Letter:
    """Tell that the grant may be annulled, why, and by when to answer (PRE-11, PROC-07)."""
    return send(
        case,
        kind="annulment_start",
        starts=[running_reckoning(case, CaseTerm.Kind.MEMORIES)],
        subject=START,
        by=by,
        blocks=lambda day: _start(case, open_annulment(case), by, day),
    )


def send_annulment(case: RentContribution, annulment: Annulment, *, by: User | None) -> Letter:
    """Send the act that annuls, with every memory and its answer."""
    return send(
        case,
        kind="annulment",
        amount=annulment.returned,
        subject=ANNULMENT,
        by=by,
        blocks=lambda _day: _annulment(case, annulment, by),
    )


def send_annulment_dropped(case: RentContribution, *, by: User | None) -> Letter:
    """Say that the grant stays as it is, and why."""
    return send(
        case,
        kind="annulment_dropped",
        subject=DROPPED,
        by=by,
        blocks=lambda _day: _dropped(case, by),
    )


def send_refusal_annulled(case: RentContribution, *, by: User | None) -> Letter:
    """Say that the refusal falls and that the application is examined anew."""
    return send(
        case,
        kind="refusal_annulled",
        subject=REFUSAL_ANNULLED,
        by=by,
        blocks=lambda _day: _refusal_annulled(case, by),
    )


def _start(case: RentContribution, annulment: Annulment, by: User | None, day: date) -> list[Block]:
    answer = Term.from_dict(running_reckoning(case, CaseTerm.Kind.MEMORIES).reckoning)
    return [
        pdf.Paragraph(
            f"Con provvedimento {_mark(case, 'grant')} è stato concesso a {applicant_words(case)} "
            f"un contributo di {euro(case.granted)} sul {call_words(case)}. Si comunica, ai sensi "
            "degli artt. 7 e 8 L. 241/1990, l'avvio del procedimento per il suo annullamento "
            f"d'ufficio, ai sensi {LAW}. La decisione non è ancora stata presa."
        ),
        pdf.Heading("Motivi"),
        pdf.Bullets(tuple(pdf.escape(one.text) for one in annulment.grounds.all()), ordered=True),
        pdf.Heading("Interesse pubblico"),
        pdf.Paragraph(pdf.escape(annulment.public_interest)),
        pdf.Paragraph(_limit(annulment)),
        pdf.Callout(
            f"È possibile presentare memorie scritte e documenti entro "
            f"{length(answer.rule.count)} dal ricevimento di questa comunicazione: il termine "
            f"scade <b>{late_field('termine.scadenza')}</b>."
        ),
        pdf.Heading("Come rispondere"),
        pdf.Paragraph(
            f"Le memorie si presentano dall'{online_file()}, aprendo la domanda "
            f"n. {pdf.escape(case.number)}: si può rispondere a ciascun motivo e allegare "
            "documenti. Nella stessa pagina si consulta il fascicolo (art. 10 L. 241/1990). Delle "
            "memorie si darà conto nella decisione; se non ne arrivano, si decide sulla base degli "
            "atti."
        ),
        pdf.Heading("Il procedimento"),
        _procedure(case),
        inertia(case.call, day, days=rule_of(conclusion_term(case)).count),
        *office(case),
        signature(_role(case, by), by),
    ]


def _annulment(case: RentContribution, annulment: Annulment, by: User | None) -> list[Block]:
    return [
        pdf.Callout(
            f"È annullata la concessione del contributo a {applicant_words(case)} sul "
            f"{call_words(case)}, disposta con provvedimento {_mark(case, 'grant')}."
        ),
        pdf.Heading("Presupposti"),
        pdf.Paragraph("Visti:"),
        pdf.Bullets(
            (
                f"la domanda protocollo n. {case.protocol_in.mark} e il provvedimento di concessione;",
                "la L. 241/1990, in particolare gli artt. 3, 7, 8, 10 e 21-nonies;",
                f"la comunicazione di avvio {_mark(case, 'annulment_start')};",
                _hearing(case),
            )
        ),
        pdf.Heading("Motivi, memorie e risposte"),
        *[
            block
            for number, ground in enumerate(annulment.grounds.all(), 1)
            for block in _answered(number, ground)
        ],
        pdf.Heading("Interesse pubblico"),
        pdf.Paragraph(pdf.escape(annulment.public_interest)),
        pdf.Paragraph(f"Motivazione: {pdf.escape(_reason(case, 'annul'))}"),
        pdf.Paragraph(_limit(annulment)),
        pdf.Heading("Effetti"),
        pdf.Bullets(_effects(annulment)),
        pdf.Paragraph(late_field("ritardo")),
        pdf.Paragraph(late_field("ricorso")),
        *office(case),
        signature("Il direttore", by),
    ]


def _dropped(case: RentContribution, by: User | None) -> list[Block]:
    return [
        pdf.Callout(
            f"La concessione del contributo di <b>{euro(case.granted)}</b> a "
            f"{applicant_words(case)} <b>resta valida</b>: il procedimento avviato con "
            f"comunicazione {_mark(case, 'annulment_start')} si conclude senza annullamento."
        ),
        pdf.Paragraph(f"Motivazione: {pdf.escape(_reason(case, 'drop_annulment'))}"),
        pdf.Paragraph(
            "Restano fermi gli adempimenti e i termini indicati nel provvedimento di concessione."
        ),
        pdf.Paragraph(late_field("ritardo")),
        *office(case),
        signature("Il direttore", by),
    ]


def _refusal_annulled(case: RentContribution, by: User | None) -> list[Block]:
    term = conclusion_term(case)
    return [
        pdf.Callout(
            f"È annullato, ai sensi {LAW}, il diniego comunicato a {applicant_words(case)} "
            f"con nota {_mark(case, 'refusal')}. La domanda torna all'esame."
        ),
        pdf.Paragraph(f"Motivazione: {pdf.escape(_reason(case, 'annul_refusal'))}"),
        pdf.Heading("Che cosa succede ora"),
        pdf.Paragraph(
            f"La domanda n. {pdf.escape(case.number)} conserva il protocollo e l'ordine di "
            "presentazione. Il termine del procedimento ricomincia: la nuova decisione è dovuta "
            f"entro {length(term.rule.count)}, cioè entro <b>{with_weekday(term.due)}</b>, salvo le "
            f"sospensioni previste dalla legge. Il fascicolo si consulta nell'{online_file()}."
        ),
        *office(case),
        signature("Il direttore", by),
    ]


def _procedure(case: RentContribution) -> pdf.Facts:
    call, body, term = case.call, case.call.manager, conclusion_term(case)
    rows = [
        ("Amministrazione", call.owner.name),
        ("Ufficio competente", ", ".join(filter(None, (body.unit, body.name)))),
        ("Domicilio digitale", body.pec),
        ("Responsabile del procedimento", name_of(call.procedure_owner)),
        ("Titolare del potere sostitutivo", name_of(call.substitute)),
        (
            "Termine di conclusione",
            f"{length(term.rule.count)} dall'avvio: {with_weekday(term.due)}",
        ),
    ]
    return pdf.Facts(tuple(row for row in rows if row[1]))


def _limit(annulment: Annulment) -> str:
    """Say until when the power lasts, or why it has no end (PROC-15)."""
    if annulment.judgment:
        return (
            "Il contributo risulta ottenuto con un reato accertato con sentenza passata in "
            f"giudicato ({pdf.escape(annulment.judgment)}): il limite di tempo non si applica "
            "(art. 21-nonies, comma 2-bis, L. 241/1990)."
        )
    last = last_day_to_annul(annulment.granted_on)
    return (
        f"La concessione è {of_day(annulment.granted_on)}: il potere di annullarla si esercita "
        f"entro un termine ragionevole e non oltre il {short_day(last)} (art. 21-nonies, comma 1, "
        "L. 241/1990)."
    )


def _hearing(case: RentContribution) -> str:
    """Say whether memories came, and under which number (PROC-08)."""
    if last_move(case, "file_memories", "close_memories").name == "close_memories":
        return "il termine assegnato per le memorie, trascorso senza che ne siano state presentate."
    entry = (
        case.protocol_entries.filter(
            direction=ProtocolEntry.Direction.IN, subject__startswith="Memorie"
        )
        .order_by("-registered_at", "-number")
        .first()
    )
    number = f", prot. n. {entry.mark}" if entry else ""
    return f"le memorie presentate{number}, esaminate una per una."


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


def _effects(annulment: Annulment) -> tuple[str, ...]:
    effects = [
        "la concessione è priva di effetti dall'origine e il contributo non sarà pagato;",
    ]
    if annulment.returned:
        effects.append(
            f"la somma impegnata di <b>{euro(annulment.returned)}</b> torna disponibile nel bando;"
        )
    if annulment.aid_reversed:
        effects.append(
            f"l'aiuto «de minimis» di {euro(annulment.aid_reversed)} è cancellato dal conteggio "
            "degli aiuti ricevuti;"
        )
    return (
        *effects,
        "questo atto acquista efficacia con la sua comunicazione (art. 21-bis L. 241/1990).",
    )


def _mark(case: RentContribution, kind: str) -> str:
    return f"prot. n. {letter_of(case, kind).protocol.mark}"


def _reason(case: RentContribution, name: str) -> str:
    return last_move(case, name).reason.strip()


def _role(case: RentContribution, by: User | None) -> str:
    if by is not None and by.pk == case.call.procedure_owner_id:
        return "Il responsabile del procedimento"
    return "Il direttore"
