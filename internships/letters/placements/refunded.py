"""The refund of the host: recognised (T18), refused (T19), or revoked and asked back (T20)."""

from datetime import date
from decimal import Decimal
from typing import Any

from accounting import aid, registered
from accounting.models import Recovery
from accounting.rules import withholding
from accounting.services import recoveries
from calls.models import Parameter
from internships import refunding
from internships.letters.placements.sending import recipient, send
from internships.models import Internship
from internships.rules.attendance import share
from letters import pdf
from letters.cases.heard import Heard
from letters.models import Letter
from letters.pdf.content import Block
from letters.templating import Items, Rich, escape
from parties import moment
from parties.models import User
from workflows.rules.words import euro, percent
from workflows.terms.italian import italian_date, length, with_weekday

NOTHING = Decimal("0.00")
SHOWN = 4


def send_settlement(case: Internship, *, by: User | None) -> Letter:
    """Tell the host what is refunded, month by month, and what it comes to after the tax (T18)."""
    asked, gross = case.refund, case.refunded or NOTHING
    taxed = _taxed(case, gross)
    law = Parameter.objects.value("legal_references", moment.today())["withholding"]
    checks = registered.answers_of(case) if asked.cor else []
    codes = (("CUP", asked.cup), ("COR", asked.cor), *checks, ("Bando", case.call.code))
    cuts = [line for line in refunding.lines_of(case) if line.why and not _is_lump(case)]
    return send(
        case,
        "internship_settlement",
        by=by,
        decides=True,
        to=[recipient(case.host, case.offer.opened_by)],
        given={
            "pagamento.lordo": euro(gross),
            "pagamento.netto": euro(gross - taxed),
            "pagamento.codici": pdf.Facts(tuple(row for row in codes if row[1])),
            "pagamento.prospetto": _statement(gross, taxed),
            "rimborso.mesi": _months(case, gross),
            "rimborso.tagli": _cuts(cuts) if cuts else None,
            "rimborso.aiuto": _regulation() if refunding.is_aid(case) else None,
            "rimborso.cor": asked.cor or None,
            "ritenuta.importo": euro(taxed) if taxed else None,
            "ritenuta.norma": law if taxed else None,
            "conto.iban": f"{asked.iban[:4]} •••• •••• {asked.iban[-SHOWN:]}",
            "conto.intestatario": asked.holder,
        },
    )


def send_no_settlement(case: Internship, reason: str, heard: Heard, *, by: User | None) -> Letter:
    """Tell the host why nothing is refunded (T19)."""
    return send(
        case,
        "internship_no_settlement",
        by=by,
        decides=True,
        to=[recipient(case.host, case.offer.opened_by)],
        given={
            "rimborso.richiesto": euro(case.refund.asked_amount),
            "rimborso.mesi": _months(case, None),
            "motivi.piu_di_uno": False,
            "motivi.comunicati": bool(heard.notice),
            "preavviso.protocollo": heard.notice or None,
            "osservazioni.presentate": bool(heard.said),
            "motivi_e_risposte": _reasons(reason, heard, "Osservazione e risposta"),
        },
    )


def send_revocation(
    case: Internship,
    facts: str,
    heard: Heard,
    amount: Decimal,
    recovery: Recovery | None,
    *,
    by: User | None,
    banned_until: date | None = None,
    reported: str = "",
) -> Letter:
    """Tell the host that the benefit is revoked, and what is asked back (T20)."""
    given: dict[str, Any] = {
        "revoca.fatti": facts,
        "revoca.importo": euro(amount) if amount else None,
        "revoca.divieto_fino_al": italian_date(banned_until) if banned_until else None,
        "revoca.divieto_soggetto": "il soggetto ospitante",
        "revoca.segnalazione": reported or None,
        "avvio.protocollo": heard.notice,
        "memorie.presentate": bool(heard.said),
        # The facts stand above: only what was said to them follows.
        "memorie_e_risposte": _answered(heard, "Memoria e risposta"),
    }
    return send(
        case,
        "internship_revocation",
        by=by,
        decides=True,
        to=[recipient(case.host, case.offer.opened_by)],
        given=given | (_asked_back(case, recovery) if recovery else {}),
    )


def _regulation() -> str:
    """Name the regulation under whose general ceiling a refund is an aid (AID-16)."""
    ceiling = next(iter(aid.law_on(moment.today()).ceilings.values()))
    return f"Regolamento (UE) {ceiling.regulation}"


def _taxed(case: Internship, gross: Decimal) -> Decimal:
    """Return what is withheld of it, as the payment will (R-PUB-16)."""
    if case.offer.host_kind != "enterprise":
        return NOTHING
    rate = Decimal(Parameter.objects.value("withholding_rate_percent", moment.today()))
    return withholding(gross, rate, capital_spend=NOTHING, total_spend=gross).withheld


def _statement(gross: Decimal, taxed: Decimal) -> pdf.Table:
    rate = Decimal(Parameter.objects.value("withholding_rate_percent", moment.today()))
    held = [(f"Ritenuta del {percent(rate)} su {euro(gross)}", f"- {euro(taxed)}")] if taxed else []
    return pdf.Table(
        head=("Voce", "Importo"),
        rows=(
            ("Rimborso lordo", euro(gross)),
            *held,
            ("Netto da pagare", euro(gross - taxed)),
        ),
        widths=(0.75, 0.25),
        align=("left", "right"),
        row_headers=True,
        total=True,
    )


def _is_lump(case: Internship) -> bool:
    return bool(refunding.terms_of(case).steps)


def _months(case: Internship, amount: Decimal | None) -> pdf.Table:
    """Return the months with attendance, what was paid and what is admitted; None admits nothing."""
    lines, lump = refunding.lines_of(case), _is_lump(case)
    rows = [
        (
            f"mese {line.month.number} ({line.month.first_day:%d/%m/%Y}–{line.month.last_day:%d/%m/%Y})",
            f"{share(line.done, line.planned):.0%}" if line.planned else "–",
            euro(line.paid),
            "–" if lump else euro(line.admitted if amount is not None else NOTHING),
        )
        for line in lines
    ]
    paid = sum((line.paid for line in lines), NOTHING)
    total = f"Totale per {length(refunding.days_of(case))} di tirocinio" if lump else "Totale"
    return pdf.Table(
        head=("Mese", "Partecipazione", "Indennità pagata", "Rimborso ammesso"),
        rows=(*rows, (total, "", euro(paid), euro(amount or NOTHING))),
        widths=(0.4, 0.18, 0.21, 0.21),
        align=("left", "right", "right", "right"),
        row_headers=True,
        total=True,
    )


def _cuts(lines: list[refunding.Line]) -> Items:
    return Items(
        tuple(
            Rich(escape(f"mese {line.month.number}: {line.why} (rif. R-PUB-18)")) for line in lines
        ),
        ordered=False,
    )


def _reasons(reason: str, heard: Heard, title: str) -> list[Block]:
    return [
        pdf.Heading("Motivo 1", level=3),
        pdf.Paragraph(pdf.escape(reason)),
        *_answered(heard, title),
    ]


def _answered(heard: Heard, title: str) -> list[Block]:
    if not heard.said:
        return []
    return [pdf.Paragraph(f"<b>{title}:</b> {pdf.escape(heard.said)}")]


def _asked_back(case: Internship, found: Recovery) -> dict[str, Any]:
    due = recoveries.owed(found, found.act_on)
    return {
        "recupero.capitale": euro(found.principal),
        "recupero.totale": euro(due.total),
        "recupero.calcolo": _interest(found, due.interest, due.total),
        "recupero.durata": length((found.due_on - found.act_on).days),
        "recupero.modalita": "con l'avviso di pagamento pagoPA che l'ufficio trasmette con questo atto",
        "recupero.causale": f"Restituzione rimborso {case.number}, {found.number}",
        "termine.scadenza": with_weekday(found.due_on),
    }


def _interest(found: Recovery, interest: Decimal, total: Decimal) -> pdf.Table:
    return pdf.Table(
        head=("Dal", "Al", "Giorni", "Capitale", "Tasso", "Interessi"),
        rows=(
            (
                italian_date(found.since),
                italian_date(found.act_on),
                str((found.act_on - found.since).days),
                euro(found.principal),
                percent(found.rate_percent),
                euro(interest),
            ),
            ("Totale da restituire", "", "", euro(found.principal), "", euro(total)),
        ),
        align=("left", "left", "right", "right", "right", "right"),
        total=True,
    )
