"""The receipt, which is the notice that the procedure has begun (PROC-05, PROC-06, PROC-07)."""

from datetime import date

from calls.models import Declaration
from grants.checks import parameters_of
from grants.letters.premises import conclusion_term
from grants.letters.sending import send
from grants.letters.spend import spend_asked_for
from grants.models import RentContribution
from grants.rules import day as day_words
from grants.rules import euro
from letters import pdf
from letters.compose import (
    false_statements,
    inertia,
    moment_words,
    name_of,
    online_file,
    privacy_notice,
    signature,
)
from letters.models import Letter
from letters.pdf.content import Block
from workflows.models import Document
from workflows.terms import half_term
from workflows.terms.italian import length, with_weekday

SUBJECT = "Ricevuta della domanda e avvio del procedimento"
DECLARED_UNDER = {
    Declaration.Kind.SELF_CERTIFICATION: "art. 46 DPR 445/2000",
    Declaration.Kind.SWORN: "art. 47 DPR 445/2000",
    Declaration.Kind.COMMITMENT: "impegno",
    Declaration.Kind.NOTICE: "presa visione",
}


def send_receipt(case: RentContribution) -> Letter:
    """Send the receipt of an application just filed; nobody signs, the system issues it."""
    return send(
        case,
        kind="receipt",
        subject=SUBJECT,
        by=None,
        blocks=lambda day: _blocks(case, day),
    )


def _blocks(case: RentContribution, day: date) -> list[Block]:
    call = case.call
    return [
        pdf.Paragraph(
            "La domanda indicata di seguito è stata ricevuta e registrata al protocollo. Questa "
            "comunicazione vale come ricevuta (art. 18-bis L. 241/1990) e come comunicazione di "
            "avvio del procedimento (artt. 7 e 8 della stessa legge)."
        ),
        _application(case),
        pdf.Heading("Il procedimento"),
        _procedure(case),
        inertia(call, day, days=half_term(parameters_of(case).conclusion_days)),
        pdf.Paragraph(
            f"Il fascicolo si consulta nell'{online_file()}: da lì, prima della decisione, si "
            "possono presentare memorie e documenti (art. 10 L. 241/1990) o ritirare la domanda."
        ),
        pdf.Heading("Spesa e contributo richiesto"),
        spend_asked_for(case),
        pdf.Paragraph(f"Contributo richiesto: <b>{euro(case.requested)}</b>."),
        *_files(case),
        *_declarations(case),
        pdf.Heading("Dati personali"),
        *privacy_notice(call),
        signature("Il responsabile del procedimento", call.procedure_owner),
    ]


def _application(case: RentContribution) -> pdf.Facts:
    party = case.applicant
    rows = [
        ("Domanda n.", case.number),
        ("Protocollo in arrivo", f"n. {case.protocol_in.mark}"),
        ("Presentata", moment_words(case.submitted_at)),
        ("Richiedente", f"{party.name}, codice fiscale {party.tax_code}"),
        (
            "Presentata da",
            case.representative.name if case.representative_id != party.pk else "",
        ),
        ("Bando", f"{case.call.title_it} ({case.call.code})"),
        (
            "Oggetto",
            (
                f"Contributo per l'utilizzo di {case.space.name}, {case.space.address}, "
                f"dal {day_words(case.period_from)} al {day_words(case.period_to)}"
            ),
        ),
        ("CUP", case.cup),
    ]
    return pdf.Facts(tuple(row for row in rows if row[1]))


def _procedure(case: RentContribution) -> pdf.Facts:
    call, body = case.call, case.call.manager
    term = conclusion_term(case)
    offline = ", ".join(
        filter(None, (body.unit, body.street, body.municipality, body.office_hours))
    )
    rows = [
        ("Amministrazione", call.owner.name),
        ("Ufficio competente", ", ".join(filter(None, (body.unit, body.name)))),
        ("Domicilio digitale", body.pec),
        ("Responsabile del procedimento", name_of(call.procedure_owner)),
        ("Titolare del potere sostitutivo", name_of(call.substitute)),
        (
            "Termine di conclusione",
            (
                f"{length(term.rule.count, term.rule.unit)} dalla presentazione: "
                f"{with_weekday(term.due)}, salvo le sospensioni previste dalla legge"
            ),
        ),
        ("Atti non disponibili in rete", offline),
    ]
    return pdf.Facts(tuple(row for row in rows if row[1]))


def _files(case: RentContribution) -> list[Block]:
    files = case.documents.filter(origin=Document.Origin.APPLICANT)
    rows = tuple((file.name, file.sha256) for file in files)
    heading = pdf.Heading("Documenti ricevuti")
    if not rows:
        return [heading, pdf.Paragraph("Nessun documento allegato.")]
    return [
        heading,
        pdf.Table(head=("File", "Impronta SHA-256"), rows=rows, widths=(0.25, 0.75)),
    ]


def _declarations(case: RentContribution) -> list[Block]:
    made = case.call_version.declarations.filter(code__in=case.declarations)
    items = [
        f"<b>{pdf.escape(one.title_it)}</b> ({DECLARED_UNDER[one.kind]}). {pdf.escape(one.text_it)}"
        for one in made
    ]
    return [
        pdf.Heading("Dichiarazioni rese"),
        pdf.Bullets(tuple(items), ordered=True),
        false_statements(),
    ]
