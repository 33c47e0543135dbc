"""What who receives the money owes, by when, and what makes them lose it (REV-01, REV-04)."""

from datetime import date

from calls.models import Declaration
from grants.checks import applies, parameters_of
from grants.letters.premises import CODE, conclusion_term
from grants.models import ApplicantKind, RentContribution
from grants.parameters import RentParameters
from grants.rules import percent
from letters import pdf
from letters.compose import online_file
from letters.pdf.content import Block
from workflows.terms import Rule, compute_term
from workflows.terms.italian import from_day, length, to_day, with_weekday


def steps(case: RentContribution) -> list[Block]:
    """Return what to do and by when: the deed, the VAT number, the use of the desk, the report."""
    set_ = parameters_of(case)
    items = [
        (
            f"<b>Accettazione</b>: entro {length(set_.acceptance_days)} dal ricevimento di questa "
            f"comunicazione va restituito, dall'{online_file()}, l'atto unilaterale di impegno firmato, "
            "con le coordinate del conto intestato al beneficiario. In mancanza si decade dal "
            "contributo."
        ),
        (
            f"<b>Periodo</b>: la postazione e i servizi vanno utilizzati presso "
            f"{pdf.escape(case.space.name)} {from_day(case.period_from)} {to_day(case.period_to)}."
        ),
        (
            f"<b>Rendicontazione</b>: il rendiconto va presentato entro {length(set_.report_days)} "
            f"dalla fine del periodo, cioè entro <b>{with_weekday(_report_due(case, set_))}</b>, con le "
            "fatture e le prove dei pagamenti."
        ),
    ]
    if case.applicant_kind == ApplicantKind.ASPIRING:
        items.insert(
            1,
            f"<b>Partita IVA</b>: va aperta e comunicata entro {length(set_.vat_opening_days)} "
            "dalla concessione, come da impegno preso con la domanda.",
        )
    return [pdf.Heading("Adempimenti e termini"), pdf.Bullets(tuple(items), ordered=True)]


def payment(case: RentContribution) -> pdf.Paragraph:
    """Return how the final amount follows from the spend really borne (AMT-05)."""
    share = percent(parameters_of(case).minimum_realised_percent)
    return pdf.Paragraph(
        "Il contributo è pagato dopo l'approvazione del rendiconto e le verifiche di legge. Se la "
        "spesa sostenuta e ammessa è inferiore a quella ammessa con questo atto, il contributo è "
        f"ridotto in proporzione; se non raggiunge il <b>{share}</b> della spesa ammessa, si decade "
        "dall'intero contributo. Una spesa maggiore non lo aumenta."
    )


def duties(case: RentContribution) -> list[Block]:
    """Return the duties: those of every grant, then the commitments made with the application."""
    commitments = [
        one.text_it
        for one in case.call_version.declarations.filter(
            kind=Declaration.Kind.COMMITMENT, code__in=case.declarations
        )
        if applies(one, case)
    ]
    items = [
        "pagare soltanto con mezzi tracciabili, da un conto intestato al beneficiario;",
        (
            "comunicare prima, e non a cose fatte, ogni variazione dello spazio, del periodo o delle "
            "voci di spesa e ottenerne l'autorizzazione;"
        ),
        "non chiedere altri contributi pubblici sulla stessa spesa;",
        "consentire i controlli e conservare i documenti di spesa per il tempo previsto dal bando;",
        "comunicare subito la rinuncia, la chiusura o la sospensione dell'attività.",
    ]
    if case.cup:
        items.insert(
            0,
            f"riportare il CUP <b>{pdf.escape(case.cup)}</b> su tutte le fatture (art. 5, commi 6 "
            "e seguenti, D.L. 13/2023);",
        )
    blocks: list[Block] = [
        pdf.Heading("Obblighi"),
        pdf.Paragraph("Chi riceve il contributo deve:"),
        pdf.Bullets(tuple(items)),
    ]
    if commitments:
        blocks.append(pdf.Paragraph("Restano fermi gli impegni presi con la domanda:"))
        blocks.append(pdf.Bullets(tuple(f"«{pdf.escape(text)}»" for text in commitments)))
    return blocks


def revocation(case: RentContribution) -> list[Block]:
    """Return the causes of revocation and forfeiture, with the law of the call's time (REV-04)."""
    aspiring = case.applicant_kind == ApplicantKind.ASPIRING
    causes = [
        "mancanza dei requisiti, originaria o sopravvenuta;",
        "dichiarazioni o documenti non veritieri (artt. 75 e 76 DPR 445/2000);",
        "mancata accettazione nel termine;",
        "mancata apertura della partita IVA nel termine;" if aspiring else "",
        "mancato utilizzo della postazione nel periodo, o utilizzo diverso da quello ammesso;",
        "mancata presentazione del rendiconto nel termine, o spesa inferiore alla quota minima;",
        "variazioni sostanziali non autorizzate;",
        "violazione del divieto di cumulo;",
        "procedure concorsuali non compatibili con il contributo;",
        "impedimento dei controlli o inosservanza degli altri obblighi del bando;",
        "rinuncia.",
    ]
    law = (
        " (art. 17 D.Lgs. 184/2025). Le somme già pagate si restituiscono con gli interessi "
        "previsti dallo stesso articolo."
        if conclusion_term(case).rule.regime == CODE
        else ". Le somme già pagate si restituiscono con gli interessi."
    )
    return [
        pdf.Heading("Revoca e decadenza"),
        pdf.Paragraph("Il contributo è revocato, in tutto o in parte, o se ne decade, per:"),
        pdf.Bullets(tuple(filter(None, causes))),
        pdf.Paragraph(
            "La revoca è disposta dopo la comunicazione di avvio del procedimento e l'esame delle "
            f"controdeduzioni{law}"
        ),
    ]


def _report_due(case: RentContribution, set_: RentParameters) -> date:
    rule = Rule("REV-01", set_.report_days, "days", source="Bando, rendicontazione")
    return compute_term(case.period_to, rule).due
