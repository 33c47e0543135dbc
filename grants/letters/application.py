"""What letters say of the application itself and of the procedure on it."""

from typing import Any

from calls.models import Declaration
from grants.forms.questions import answer_in_words
from grants.letters.dossier import Dossier
from grants.letters.spend import spend_asked_for
from grants.models import ApplicantKind
from grants.rules import euro
from letters import pdf
from letters.compose import moment_words, name_of
from letters.templating import Items, Rich, escape
from workflows.models import Document
from workflows.services.answers import answers_of
from workflows.services.substitutes import rule_of
from workflows.terms.italian import from_day, italian_date, length, to_day, with_weekday

DECLARED_UNDER = {
    Declaration.Kind.SELF_CERTIFICATION: "art. 46 DPR 445/2000",
    Declaration.Kind.SWORN: "art. 47 DPR 445/2000",
    Declaration.Kind.COMMITMENT: "impegno",
    Declaration.Kind.NOTICE: "presa visione",
}


def application(dossier: Dossier) -> dict[str, Any]:
    """Return the application: who asks, when, for which space and period."""
    case = dossier.case
    party, signer, space = case.applicant, case.representative, case.space
    return {
        "domanda.numero": case.number,
        "domanda.protocollo": case.protocol_in.mark if case.protocol_in else None,
        "domanda.presentata": moment_words(case.submitted_at) if case.submitted_at else None,
        "domanda.dati": (lambda: _facts(dossier)) if case.submitted_at else None,
        "documenti": lambda: _files(dossier),
        "dichiarazioni": lambda: _declarations(dossier),
        "richiedente.nome": party.name if party else None,
        "richiedente.codice_fiscale": party.tax_code if party else None,
        "richiedente.aspirante": case.applicant_kind == ApplicantKind.ASPIRING,
        "richiedente.associazione": case.applicant_kind == ApplicantKind.ASSOCIATION,
        "richiedente.firmatario": signer.name if signer else None,
        "richiedente.rappresentato": bool(signer and party and signer.pk != party.pk),
        "spazio.nome": space.name if space else None,
        "spazio.indirizzo": space.address if space else None,
        "periodo.parole": _period(dossier),
        "spesa.richiesta": lambda: spend_asked_for(case) if dossier.lines else None,
        "contributo.richiesto": euro(case.requested) if case.requested else None,
        "cup": case.cup,
        "codici": pdf.Facts((("CUP", case.cup),)) if case.cup else None,
    }


def procedure(dossier: Dossier) -> dict[str, Any]:
    """Return the term of the procedure, who watches over it, and where it stands (PROC-07)."""
    term = dossier.conclusion
    cap = term.rule.suspension_cap_days if term else None
    return {
        "procedimento.dati": _procedure(dossier) if term else None,
        "procedimento.durata": length(term.rule.count, term.rule.unit) if term else None,
        "procedimento.scadenza": italian_date(term.due) if term else None,
        "procedimento.scaduto": dossier.is_over,
        "procedimento.sospensione_massima": length(cap) if cap is not None else None,
        "regime.codice": dossier.follows_code,
        "sostituto.nome": name_of(dossier.case.call.substitute),
        "sostituto.termine": length(rule_of(term).count) if term else None,
    }


def _period(dossier: Dossier) -> str | None:
    case = dossier.case
    if case.period_from is None or case.period_to is None:
        return None
    return f"{from_day(case.period_from)} {to_day(case.period_to)}"


def _facts(dossier: Dossier) -> pdf.Facts:
    case = dossier.case
    party, signer = case.applicant, case.representative
    purpose = f"Contributo per l'utilizzo di {case.space.name}, {case.space.address}"
    rows = [
        ("Domanda n.", case.number),
        ("Protocollo in arrivo", f"n. {case.protocol_in.mark}"),
        ("Presentata", moment_words(case.submitted_at)),
        ("Richiedente", f"{party.name}, codice fiscale {party.tax_code}"),
        ("Presentata da", signer.name if signer and signer.pk != party.pk else ""),
        ("Bando", f"{case.call.title_it} ({case.call.code})"),
        ("Oggetto", f"{purpose}, {_period(dossier)}"),
        ("CUP", case.cup),
        *(
            (answer.question.title_it, answer_in_words(answer.question.plain, answer.value))
            for answer in answers_of(case)
        ),
    ]
    return pdf.Facts(tuple(row for row in rows if row[1]))


def _procedure(dossier: Dossier) -> pdf.Facts:
    call, body, term = dossier.case.call, dossier.case.call.manager, dossier.conclusion
    count = length(term.rule.count, term.rule.unit)
    own = dossier.annulment is not None and dossier.annulment.ended_at is None
    due = (
        f"{count} dall'avvio: {with_weekday(term.due)}"
        if own
        else f"{count} dalla presentazione: {with_weekday(term.due)}, salvo le sospensioni previste "
        "dalla legge"
    )
    offline = (body.unit, body.street, body.municipality, body.office_hours)
    rows = [
        ("Amministrazione", call.owner.name),
        ("Ufficio competente", ", ".join(filter(None, (body.unit, body.name)))),
        ("Domicilio digitale", body.pec),
        ("Responsabile del procedimento", name_of(call.procedure_owner)),
        ("Titolare del potere sostitutivo", name_of(call.substitute)),
        ("Termine di conclusione", due),
        ("Atti non disponibili in rete", "" if own else ", ".join(filter(None, offline))),
    ]
    return pdf.Facts(tuple(row for row in rows if row[1]))


def _files(dossier: Dossier) -> pdf.Table | None:
    files = dossier.case.documents.filter(origin=Document.Origin.APPLICANT)
    rows = tuple((file.name, file.sha256) for file in files)
    if not rows:
        return None
    return pdf.Table(
        head=("File", "Impronta SHA-256"), rows=rows, widths=(0.25, 0.75), row_headers=True
    )


def _declarations(dossier: Dossier) -> Items:
    case = dossier.case
    made = case.call_version.declarations.filter(code__in=case.declarations)
    return Items(
        tuple(
            Rich(f"**{escape(one.title_it)}** ({DECLARED_UNDER[one.kind]}). {escape(one.text_it)}")
            for one in made
        ),
        ordered=True,
    )
