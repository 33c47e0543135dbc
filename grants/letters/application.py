"""What letters say of the application itself."""

from typing import Any

from grants.evidence import evidence_of
from grants.forms.questions import answer_in_words
from grants.letters.dossier import Dossier
from grants.letters.spend import spend_asked_for
from grants.models import ApplicantKind
from grants.rules import euro
from letters import pdf
from letters.cases.filed import declarations_of, files_of
from letters.compose import moment_words
from workflows.services.answers import answers_of
from workflows.terms.italian import from_day, of_day, to_day


def application(dossier: Dossier) -> dict[str, Any]:
    """Return the application: who asks, when, for which space and period."""
    case = dossier.case
    party, signer, space = case.applicant, case.representative, case.space
    return {
        "domanda.numero": case.number,
        "domanda.protocollo": case.protocol_in.mark if case.protocol_in else None,
        "domanda.presentata": moment_words(case.submitted_at) if case.submitted_at else None,
        "domanda.dati": (lambda: _facts(dossier)) if case.submitted_at else None,
        "documenti": lambda: files_of(dossier.case),
        "dichiarazioni": lambda: declarations_of(dossier.case),
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
        "codici": lambda: _codes(case),
    }


def _codes(case: Any) -> pdf.Facts | None:
    """Return CUP and COR, with the checks made before the grant (RNA-06, G4)."""
    rows = [("CUP", case.cup), ("COR", case.cor), *(_papers(case) if case.cup else ())]
    if case.cor:
        rows += [
            (found.get_kind_display(), f"VERCOR {found.vercor}")
            for found in case.aid_checks.order_by("pk")
        ]
    known = tuple((str(label), value) for label, value in rows if value)
    return pdf.Facts(known) if known else None


def _papers(case: Any) -> list[tuple[str, str]]:
    """Return the DURC and the antimafia information that were there before the grant (PAY-01, PAY-09)."""
    return [
        (found.get_kind_display(), f"n. {found.reference} {of_day(found.on)}")
        for found in evidence_of(case).values()
        if found.on is not None
    ]


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
