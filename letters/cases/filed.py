"""What letters say of a filed application and of the procedure on it, whatever its kind."""

from typing import Any

from calls.models import Declaration
from letters import pdf
from letters.cases.dossier import Dossier
from letters.compose import name_of
from letters.templating import Items, Rich, escape
from workflows.models import Document, IntegrationItem
from workflows.services.substitutes import rule_of
from workflows.terms.italian import italian_date, length, with_weekday

DECLARED_UNDER = {
    Declaration.Kind.SELF_CERTIFICATION: "art. 46 DPR 445/2000",
    Declaration.Kind.SWORN: "art. 47 DPR 445/2000",
    Declaration.Kind.COMMITMENT: "impegno",
    Declaration.Kind.NOTICE: "presa visione",
}
ASKED = {
    IntegrationItem.Target.FIELD: "dato da correggere o completare",
    IntegrationItem.Target.DOCUMENT: "documento",
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


def requested_items(case: Any) -> Items:
    """Return what the latest integration request asks for, item by item (SOC-01)."""
    request = case.integration_requests.order_by("id").last()
    if request is None:
        return Items((), ordered=True)
    return Items(
        tuple(
            Rich(f"**{escape(item.label)}** ({ASKED[item.target]}): {escape(item.explanation)}")
            for item in request.items.all()
        ),
        ordered=True,
    )


def files_of(case: Any) -> pdf.Table | None:
    """Return the files that the applicant filed, with their digests; None without any."""
    files = case.documents.filter(origin=Document.Origin.APPLICANT)
    rows = tuple((file.name, file.sha256) for file in files)
    if not rows:
        return None
    return pdf.Table(
        head=("File", "Impronta SHA-256"), rows=rows, widths=(0.25, 0.75), row_headers=True
    )


def declarations_of(case: Any) -> Items:
    """Return the declarations made, each with the article under which it stands."""
    made = case.call_version.declarations.filter(code__in=case.declarations)
    return Items(
        tuple(
            Rich(f"**{escape(one.title_it)}** ({DECLARED_UNDER[one.kind]}). {escape(one.text_it)}")
            for one in made
        ),
        ordered=True,
    )


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
