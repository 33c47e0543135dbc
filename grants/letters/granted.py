"""The money of a case and what follows from it; amounts in EUR."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.utils import timezone

from calls.models import Declaration, Parameter
from grants import caps, rules
from grants.checks import applies
from grants.letters.dossier import Dossier
from grants.letters.examined import GRANTS
from grants.letters.spend import computation, cuts, spend_admitted
from grants.models import ApplicantKind, RentContribution, Status
from grants.rules import euro, percent
from letters import pdf
from letters.compose import moment_words
from letters.templating import Items
from workflows.terms import Rule, compute_term
from workflows.terms.italian import italian_date, length, with_weekday

NOTHING = Decimal("0.00")

UNDERTAKINGS = {ApplicantKind.ENTERPRISE, ApplicantKind.PROFESSIONAL}
WITHHELD_FROM = {ApplicantKind.ENTERPRISE, ApplicantKind.ASSOCIATION, ApplicantKind.ASPIRING}
REGULATIONS = {
    "2023/2831": (
        "Regolamento (UE) 2023/2831 della Commissione, del 13 dicembre 2023, relativo "
        "all'applicazione degli articoli 107 e 108 del trattato sul funzionamento dell'Unione "
        "europea agli aiuti «de minimis» (GU L, 2023/2831, 15.12.2023)"
    ),
}


def money(dossier: Dossier) -> dict[str, Any]:
    """Return the amounts, how they follow from the spend, and what State aid law makes of them."""
    case = dossier.case
    return {
        "spesa.ammessa": lambda: spend_admitted(case) if dossier.lines else None,
        "spesa.riduzioni": lambda: Items(tuple(cuts(case))),
        "contributo.proposto": _euro(case.proposed),
        "contributo.offerto": _euro(case.offered),
        "contributo.concesso": _euro(case.granted),
        "contributo.calcolo": lambda: _calculation(dossier),
        "aiuto.regolamento": _regulation(dossier),
        **_cap(case),
        "lista.posto": (lambda: str(_place(case))) if case.submitted_at else None,
        "ritenuta.aliquota": lambda: _withholding_rate(dossier),
        "ritenuta.norma": lambda: _withholding_law(dossier),
    }


def afterwards(dossier: Dossier) -> dict[str, Any]:
    """Return what who receives the money has to do, and by when (REV-01)."""
    case, set_ = dossier.case, dossier.parameters
    # What undoes a grant is a decision too: the day is that of the grant's own move.
    granted = dossier.last(*GRANTS, "accept_partial", "complete_acceptance")
    offer = dossier.letter_of("partial_offer")
    accepted = dossier.last("accept_partial", "declare_acceptance")
    party = case.applicant
    return {
        "accettazione.durata": length(set_.acceptance_days),
        "accettazione.dati": _grant_facts(dossier) if case.granted else None,
        "rendiconto.durata": length(set_.report_days),
        "rendiconto.scadenza": with_weekday(_report_due(dossier)) if case.period_to else None,
        "rendiconto.quota_minima": percent(set_.minimum_realised_percent),
        "partita_iva.durata": length(set_.vat_opening_days),
        "pubblicazione.soglia": lambda: _threshold(dossier),
        "impegni": lambda: _commitments(dossier),
        "concessione.protocollo": dossier.mark_of("grant"),
        "concessione.data": italian_date(timezone.localtime(granted.at).date())
        if granted
        else None,
        "diniego.protocollo": dossier.mark_of("refusal", "refusal_short", "ranking_outcome"),
        "proposta_parziale.protocollo": offer.protocol.mark
        if accepted and offer and offer.protocol
        else None,
        "proposta_parziale.accettata": moment_words(accepted.at) if accepted else None,
        "firma.beneficiario": pdf.Signature(
            "Il beneficiario",
            (case.representative or party).name,
            "Da firmare digitalmente, oppure a mano con copia del documento di identità "
            "(art. 38 DPR 445/2000)",
        )
        if party
        else None,
    }


def withdrawn(dossier: Dossier) -> dict[str, Any]:
    """Return when the application was taken back."""
    move = dossier.last("withdraw")
    return {"ritiro.data": moment_words(move.at) if move else None}


def _cap(case: RentContribution) -> dict[str, Any]:
    """Return the most for one enterprise across calls, and what it cuts the contribution to (COW-11)."""
    room = caps.room_of(case) if case.applicant else None
    proposed = case.proposed or NOTHING
    is_cut = room is not None and rules.within_cap(proposed, room) < proposed
    return {
        "massimo_impresa.importo": _euro(room.cap) if room else None,
        "massimo_impresa.concesso": _euro(room.received) if room else None,
        "massimo_impresa.residuo": euro(room.left) if room and is_cut else None,
    }


def _calculation(dossier: Dossier) -> pdf.Table | None:
    case = dossier.case
    for label, amount in (
        ("Contributo concesso", case.granted),
        ("Contributo proposto", case.offered),
        ("Contributo spettante", case.proposed),
    ):
        if amount:
            return computation(case, label, amount)
    return None


def _regulation(dossier: Dossier) -> str | None:
    if dossier.case.applicant_kind not in UNDERTAKINGS:
        return None
    regime = dossier.parameters.aid_regime
    return REGULATIONS.get(regime, f"Regolamento (UE) {regime}, aiuti «de minimis»")


def _withholding_rate(dossier: Dossier) -> str | None:
    """Return which part is withheld at payment, where it is (TAX-01..TAX-03)."""
    if not dossier.parameters.withholding or dossier.case.applicant_kind not in WITHHELD_FROM:
        return None
    return percent(Decimal(Parameter.objects.value("withholding_rate_percent", dossier.day)))


def _withholding_law(dossier: Dossier) -> str:
    """Return the law under which a part is withheld (TAX-08)."""
    return Parameter.objects.value("legal_references", dossier.day)["withholding"]


def _threshold(dossier: Dossier) -> str | None:
    """Return the threshold of publication, where the grant passes it (TRA-02, TRA-03)."""
    threshold = Decimal(Parameter.objects.value("transparency_threshold", dossier.day))
    granted = dossier.case.granted
    return euro(threshold) if granted and granted > threshold else None


def _commitments(dossier: Dossier) -> Items:
    case = dossier.case
    made = case.call_version.declarations.filter(
        kind=Declaration.Kind.COMMITMENT, code__in=case.declarations
    )
    return Items(tuple(f"«{one.text_it}»" for one in made if applies(one, case)))


def _report_due(dossier: Dossier) -> date:
    days = dossier.parameters.report_days
    rule = Rule("REV-01", days, "days", source="Bando, rendicontazione")
    return compute_term(dossier.case.period_to, rule).due


def _grant_facts(dossier: Dossier) -> pdf.Facts:
    case = dossier.case
    rows = [
        ("Domanda n.", case.number),
        ("Concessione", f"prot. n. {mark}" if (mark := dossier.mark_of("grant")) else ""),
        ("Contributo concesso", _euro(case.granted) or ""),
        ("Spazio", f"{case.space.name}, {case.space.address}"),
        ("CUP", case.cup),
    ]
    return pdf.Facts(tuple(row for row in rows if row[1]))


def _place(case: RentContribution) -> int:
    """Return the place in the list, by order of filing (RANK-01)."""
    before = RentContribution.objects.filter(
        call_id=case.call_id, status=Status.WAITING_LIST, submitted_at__lt=case.submitted_at
    )
    return before.count() + 1


def _euro(amount: Decimal | None) -> str | None:
    return euro(amount) if amount else None
