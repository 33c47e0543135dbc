"""What letters say when a grant is revoked for a cause of the law, and when sums are asked back (REV-04 to REV-14)."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.utils import timezone

from accounting.models import Recovery
from accounting.services import recoveries
from calls.models import Parameter
from grants import recalling
from grants.letters.dossier import Dossier
from grants.models import Annulment, Ban, RentContribution
from grants.rules import cents, euro, percent
from letters import pdf
from letters.cases.sending import DIRECTOR, OWNER, running_term, send, stated_reason
from letters.models import Letter
from letters.services.arrivals import arrived_at
from parties import moment
from parties.models import User
from workflows.models import CaseTerm
from workflows.terms import Term
from workflows.terms.italian import italian_date, length, with_weekday

START, PREMIUM_START = "revocation_start", "premium_revocation_start"
HUNDRED, DAYS = Decimal(100), Decimal(365)
NOTHING = Decimal("0.00")
Cause = Annulment.Cause
# Not a decision to take back but a loss that the law, or the call, ties to the fact.
LOSSES = {Cause.UNTRUE, Cause.LOW_SPEND, Cause.NOT_REALISED}
BREACHES = {Cause.NOT_REALISED, Cause.LOW_SPEND, Cause.VARIATION, Cause.DUTIES}
LAW = {
    Cause.PREMIUM_LOST: "Premialità non spettante (art. 8, comma 4, D.Lgs. 184/2025)",
    Cause.REQUIREMENTS: "Mancanza dei requisiti (art. 17, comma 2, lett. a, D.Lgs. 184/2025)",
    Cause.UNTRUE: "Dichiarazione non veritiera (art. 75 DPR 445/2000)",
    Cause.NOT_REALISED: "Mancata realizzazione o rendicontazione dell'intervento nei termini "
    "(art. 17, comma 2, lett. b, D.Lgs. 184/2025)",
    Cause.LOW_SPEND: "Spesa ammessa inferiore alla quota minima del bando "
    "(art. 17, comma 2, lett. l, D.Lgs. 184/2025)",
    Cause.VARIATION: "Variazione sostanziale non autorizzata "
    "(art. 17, comma 2, lett. e, D.Lgs. 184/2025)",
    Cause.CUMULATION: "Superamento dei limiti di cumulo "
    "(art. 17, comma 2, lett. g, D.Lgs. 184/2025)",
    Cause.DUTIES: "Mancato rispetto degli obblighi del bando "
    "(art. 17, comma 2, lett. l, D.Lgs. 184/2025)",
}
REVOKED = (
    "avvio.ricevuta",
    "contributo.somma_liberata",
    "decadenza.accertamento",
    "decadenza.controllo",
    "decadenza.dichiarazione",
    "decadenza.divieto_fino_al",
    "pagamento.sospeso_per_revoca",
    "revoca.causa",
    "revoca.decadenza",
    "revoca.fatti",
    "revoca.importo",
    "revoca.inadempimento",
    "revoca.maggiorazione",
    "revoca.parziale",
    "revoca.quota",
)
ASKED_BACK = (
    "recupero.calcolo",
    "recupero.capitale",
    "recupero.causale",
    "recupero.durata",
    "recupero.interessi_giornalieri",
    "recupero.modalita",
    "recupero.totale",
)
FIELDS = (*REVOKED, *ASKED_BACK)


def recalled(dossier: Dossier) -> dict[str, Any]:
    """Return cause, facts and measure of the latest revocation, and what it asks back."""
    found = dossier.annulment
    asked = _asked_back(dossier)
    if found is None or found.kind != Annulment.Kind.REVOCATION:
        return dict.fromkeys(REVOKED) | asked
    before, after = found.amount_before or NOTHING, found.amount_after or NOTHING
    taken = before - after
    ban = Ban.objects.filter(contribution=dossier.case).first()
    return {
        "avvio.protocollo": dossier.mark_of(START, PREMIUM_START),
        "avvio.ricevuta": lambda: _received(dossier),
        "contributo.concesso": euro(before) if before else None,
        "contributo.somma_liberata": euro(found.returned) if found.returned else None,
        "decadenza.accertamento": "\n".join(one.text for one in found.grounds.all()) or None,
        "decadenza.controllo": found.evidence or None,
        "decadenza.dichiarazione": found.declaration or None,
        "decadenza.divieto_fino_al": italian_date(ban.until) if ban else None,
        "pagamento.sospeso_per_revoca": found.outcome == "",
        "revoca.causa": f"{LAW[Cause(found.cause)]}.",
        "revoca.decadenza": found.cause in LOSSES,
        "revoca.fatti": found.evidence or None,
        "revoca.importo": euro(taken) if taken else None,
        "revoca.inadempimento": found.cause in BREACHES,
        "revoca.maggiorazione": _points(found, dossier.day),
        "revoca.parziale": found.extent == Annulment.Extent.PARTIAL,
        "revoca.quota": percent((taken * HUNDRED / before).quantize(Decimal("0.01")))
        if before
        else None,
    } | asked


def send_recall_start(case: RentContribution, *, by: User | None) -> Letter:
    """Tell cause, facts and measure, and by when to answer (REV-06, PROC-07)."""
    term = running_term(case, CaseTerm.Kind.MEMORIES)
    is_owner = by is not None and by.pk == case.call.procedure_owner_id
    return send(
        case,
        START,
        by=by,
        role=OWNER if is_owner else DIRECTOR,
        given={"termine.durata": length(Term.from_dict(term.reckoning).rule.count)},
        starts=[term],
    )


def send_recall(
    case: RentContribution, found: Annulment, recovery: Recovery | None, *, by: User | None
) -> Letter:
    """Send the act, which asks back what was paid where anything was (REV-07, DOC-08)."""
    move = Dossier(case, moment.today()).last(
        "recall_part", "recall_whole", "reduce_grant", "revoke_grant"
    )
    given: dict[str, Any] = {"motivazione": stated_reason(move)}
    if recovery is not None:
        given["termine.scadenza"] = with_weekday(recovery.due_on)
    return send(
        case,
        "forfeiture_act" if found.cause == Cause.UNTRUE else "revocation_act",
        by=by,
        role=DIRECTOR,
        given=given,
        amount=recovery.principal if recovery else found.returned,
    )


def _asked_back(dossier: Dossier) -> dict[str, Any]:
    found = Recovery.objects.filter(case_id=dossier.case.pk).order_by("-pk").first()
    if found is None:
        return dict.fromkeys(ASKED_BACK)
    due = recoveries.owed(found, found.act_on)
    daily = cents(found.principal * found.rate_percent / HUNDRED / DAYS)
    return {
        "recupero.capitale": euro(found.principal),
        "recupero.totale": euro(due.total),
        "recupero.calcolo": lambda: _calculation(found),
        "recupero.interessi_giornalieri": euro(daily),
        "recupero.durata": length((found.due_on - found.act_on).days),
        "recupero.modalita": "con l'avviso di pagamento pagoPA che l'ufficio trasmette con questo atto",
        "recupero.causale": f"Restituzione contributo {dossier.case.number}, {found.number}",
    }


def _calculation(found: Recovery) -> pdf.Table:
    due = recoveries.owed(found, found.act_on)
    days = (found.act_on - found.since).days
    return pdf.Table(
        head=("Dal", "Al", "Giorni", "Capitale", "Tasso", "Interessi"),
        rows=(
            (
                italian_date(found.since),
                italian_date(found.act_on),
                str(days),
                euro(found.principal),
                percent(found.rate_percent),
                euro(due.interest),
            ),
            ("Totale da restituire", "", "", euro(found.principal), "", euro(due.total)),
        ),
        align=("left", "left", "right", "right", "right", "right"),
        total=True,
    )


def _points(found: Annulment, day: date) -> str | None:
    if found.cause not in recalling.BLAMED:
        return None
    points = Decimal(str(Parameter.objects.value("recovery_surcharge", day)))
    return f"{points.normalize():f} punti percentuali".replace(".", ",")


def _received(dossier: Dossier) -> str | None:
    letter = dossier.letter_of(START, PREMIUM_START)
    deliveries = letter.deliveries.filter(is_copy=False) if letter else ()
    days = [at for one in deliveries if (at := arrived_at(one)) is not None]
    heard = dossier.last("file_memories")
    if not days and heard is not None:
        # Whoever has answered it has had it.
        days = [heard.at]
    return italian_date(timezone.localtime(max(days)).date()) if days else None
