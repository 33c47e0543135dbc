"""What letters say of a payment: the act that recognises the debt, the notice that it was paid; EUR (PAY-20)."""

from datetime import date
from decimal import Decimal
from typing import Any

from accounting.gates import evidence_of, granted_in_year, granted_on
from accounting.models import Evidence, Payment
from accounting.rules import durc_until
from calls.models import Parameter
from grants.letters.dossier import Dossier
from grants.letters.examined import GRANTS
from grants.models import RentContribution
from grants.rules import euro, percent
from letters import pdf
from letters.cases.sending import DIRECTOR, OWNER, send
from letters.compose import name_of
from letters.models import Letter
from parties import moment
from parties.codes import parse_iban
from parties.models import User
from workflows.terms.italian import italian_date

Kind = Evidence.Kind
NOTHING = Decimal("0.00")
LAST_DIGITS = 4
ANSWERS = {
    "match": "corrispondenza piena",
    "close": "corrispondenza parziale",
    "no_match": "nessuna corrispondenza",
    "not_possible": "verifica non possibile",
}
INSTITUTES = (("INPS", "inps"), ("INAIL", "inail"), ("Cassa edile", "building_fund"))


def send_liquidation(payment: Payment, *, by: User) -> Letter:
    """Write the act that recognises the debt; it is the accountants', not the beneficiary's (ACC-01)."""
    case = _case(payment)
    given = _values(case, payment) | {"conto.iban": parse_iban(payment.iban).grouped}
    return send(
        case, "liquidation_act", by=by, role=DIRECTOR, given=given, amount=payment.gross, to=()
    )


def send_payment_notice(payment: Payment) -> Letter:
    """Tell the beneficiary what was paid, from the contribution to what has reached the account."""
    case = _case(payment)
    return send(
        case,
        "payment_notice",
        by=None,
        role=OWNER,
        signer=case.call.procedure_owner,
        given=_values(case, payment),
        amount=payment.net,
    )


def _case(payment: Payment) -> RentContribution:
    return RentContribution.objects.get(pk=payment.case_id)


def _values(case: RentContribution, payment: Payment) -> dict[str, Any]:
    dossier, found = Dossier(case, moment.today()), evidence_of(payment)
    published, payee = found.get(Kind.PUBLICATION), found.get(Kind.PAYEE)
    paid = payment.paid_on
    return {
        "pagamento.lordo": euro(payment.gross),
        "pagamento.netto": euro(payment.net),
        "pagamento.codici": _codes(payment),
        "pagamento.prospetto": _division(payment),
        "pagamento.verifiche": _checks(payment, found),
        "pagamento.intervento_sostitutivo": _or_none(payment.to_institutes),
        "pagamento.sospeso": _or_none(payment.suspended),
        "pagamento.norma_sospensione": "art. 48-bis DPR 602/1973",
        "pagamento.imputazione": case.call.budget_line.strip()
        or f"la dotazione del bando {case.call.code}",
        "pagamento.controllo": _hands(dossier),
        "pagamento.data": italian_date(paid) if paid else None,
        "pagamento.estremi": _details(payment),
        "pubblicazione.data": italian_date(published.on) if published and published.on else None,
        "pubblicazione.esonero": _why_not_published(payment),
        "conto.intestatario": payment.holder,
        "conto.verifica": ANSWERS.get(payee.answer, "—") if payee else "—",
        "ritenuta.importo": _or_none(payment.withheld),
        "ritenuta.aliquota": percent(payment.rate_percent) if payment.withheld else None,
        "ritenuta.esenzione": payment.why_no_tax or None,
        "ritenuta.certificazione": _certified_by(paid or moment.today()),
    }


def _codes(payment: Payment) -> pdf.Facts:
    act = (
        f"{payment.act_number} in data {italian_date(payment.act_date)}" if payment.act_date else ""
    )
    rows = (
        ("Pagamento", payment.number),
        ("Atto", act),
        ("CUP", payment.cup),
        ("COR", payment.cor),
        ("Bando", payment.case.call.code),
    )
    return pdf.Facts(tuple(row for row in rows if row[1]))


def _division(payment: Payment) -> pdf.Table:
    """Set the way from gross to net out: the parts are the gross (PAY-20)."""
    rows = [("Contributo lordo", euro(payment.gross))]
    if payment.withheld:
        words = f"Ritenuta del {percent(payment.rate_percent)} su {euro(payment.taxable)}"
        rows.append((words, f"- {euro(payment.withheld)}"))
    rows += [
        (f"Intervento sostitutivo, {name}", f"- {euro(amount)}")
        for name, field in INSTITUTES
        if (amount := getattr(payment, field))
    ]
    if payment.collector:
        rows.append(("Versato all'agente della riscossione", f"- {euro(payment.collector)}"))
    if payment.suspended:
        rows.append(("Somme sospese", f"- {euro(payment.suspended)}"))
    rows.append(("Netto da pagare", euro(payment.net)))
    return pdf.Table(
        head=("Voce", "Importo"),
        rows=tuple(rows),
        align=("left", "right"),
        widths=(0.75, 0.25),
        total=True,
        row_headers=True,
    )


def _checks(payment: Payment, found: dict[str, Evidence]) -> pdf.Table:
    rows = [
        ("Regolarità contributiva (DURC)", *_durc(found.get(Kind.DURC))),
        ("Verifica art. 48-bis DPR 602/1973", *_enquiry(found.get(Kind.ENQUIRY))),
        ("Intestazione del conto", *_payee(found.get(Kind.PAYEE))),
        ("Codice unico di progetto", "presente", f"CUP {payment.cup}"),
    ]
    if payment.cor:
        rows.append(("Registro nazionale aiuti", "registrato", f"COR {payment.cor}"))
    return pdf.Table(
        head=("Verifica", "Esito", "Riferimento e data"),
        rows=tuple(rows),
        widths=(0.4, 0.25, 0.35),
        row_headers=True,
    )


def _durc(found: Evidence | None) -> tuple[str, str]:
    if found is None or found.on is None:
        return "non dovuto", (found.exemption if found else "") or "—"
    last = durc_until(found.on, Parameter.objects.value("durc_days", moment.today()))
    stands = "regolare" if found.is_regular else "non regolare"
    return stands, f"n. {found.reference}, valido fino al giorno {italian_date(last)}"


def _enquiry(found: Evidence | None) -> tuple[str, str]:
    if found is None:
        return "non dovuta", "importo entro la soglia"
    stands = "debiti presenti" if found.collector else "nessun debito"
    return stands, f"n. {found.reference}, {italian_date(found.on)}" if found.on else "—"


def _payee(found: Evidence | None) -> tuple[str, str]:
    if found is None:
        return "—", "—"
    words = found.reason or (italian_date(found.on) if found.on else "—")
    return ANSWERS.get(found.answer, "—"), words


def _hands(dossier: Dossier) -> str:
    """Say who granted, and that others approve the order (ORG-09)."""
    move = dossier.last(*GRANTS)
    granter = f"concessione di {name_of(move.by)}; " if move and move.by else ""
    return (
        f"{granter}l'ordine di pagamento è approvato da personale della ragioneria che non ha concesso "
        "il contributo, né proposto o liquidato il pagamento"
    )


def _details(payment: Payment) -> pdf.Facts:
    act = (
        f"{payment.act_number} in data {italian_date(payment.act_date)}" if payment.act_date else ""
    )
    rows = (
        ("Atto di liquidazione", act),
        ("Pagamento", payment.number),
        ("Mandato", f"n. {payment.mandate_number}" if payment.mandate_number else ""),
        ("Data di pagamento", italian_date(payment.paid_on) if payment.paid_on else ""),
        ("Conto", f"IBAN che termina con {payment.iban[-LAST_DIGITS:]}"),
        ("CUP", payment.cup),
    )
    return pdf.Facts(tuple(row for row in rows if row[1]))


def _why_not_published(payment: Payment) -> str:
    if payment.cor:
        return f"aiuto registrato nel Registro nazionale degli aiuti di Stato con COR {payment.cor}"
    day = granted_on(payment.case)
    total = granted_in_year(payment.case.applicant_id, day.year) if day else payment.gross
    return f"importo concesso nell'anno di {euro(total)}, entro la soglia di legge"


def _certified_by(paid_on: date) -> str:
    """Return by when the tax withheld is certified: a day of the year after the payment (TAX-07)."""
    day = Parameter.objects.value("withholding_certificate_by", paid_on)
    return italian_date(date(paid_on.year + 1, day["month"], day["day"]))


def _or_none(amount: Decimal) -> str | None:
    return euro(amount) if amount else None
