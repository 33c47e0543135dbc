"""Letters of an internship that runs, stands still, goes on longer or ends; the host's reminder.

Each is called inside its act's transaction with what the act brings. No letter says why somebody
stands still, save that a host is closed: the reason may tell of health (section 7).
"""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from internships import during
from internships.letters.placements.sending import all_parties, recipient, send
from internships.models import AllowanceDue, Extension, Internship, Suspension
from internships.parameters import limits_on, register_on
from internships.rules.attendance import share
from internships.rules.dates import end_for, hours
from internships.rules.duration import Pause
from internships.rules.limits import Limits
from letters import pdf
from letters.models import Letter
from letters.templating import Items, Rich, escape
from parties import moment
from parties.models import User
from workflows.rules import Outcome
from workflows.rules.words import euro
from workflows.terms.italian import italian_date, length, with_weekday


def send_reminder(case: Internship, unpaid: Sequence[AllowanceDue]) -> Letter:
    """Remind the host of the months whose allowance is not paid in time (M03, R-SAN-01)."""
    days, today = register_on(case.start).reminder_days, moment.today()
    return send(
        case,
        "indemnity_reminder",
        by=None,
        to=[recipient(case.host, case.offer.opened_by)],
        given={
            "indennita.mesi": _unpaid(unpaid, today),
            "indennita.dovuta": euro(_sum(unpaid)),
            "indennita.sanzione": _fine(limits_on(case.start)),
            "termine.durata": length(days),
            "termine.scadenza": with_weekday(today + timedelta(days=days)),
        },
    )


def send_suspension(case: Internship, pause: Suspension, *, by: User | None) -> Letter:
    """Tell the parties that the internship stands still, and until when (T08)."""
    return send(
        case,
        "internship_suspension",
        by=by,
        to=all_parties(case),
        given={
            "sospensione.dal": italian_date(pause.first_day),
            "sospensione.al": italian_date(pause.last_day),
            "sospensione.giorni": length(pause.days),
            "sospensione.chiusura": pause.why.kind == Pause.CLOSURE.value,
            "sospensione.nuova_fine": with_weekday(case.end + timedelta(days=pause.days)),
        },
    )


def send_resumption(case: Internship, pause: Suspension, *, by: User | None) -> Letter:
    """Tell the parties that the internship goes on, and its new last day (T09)."""
    return send(
        case,
        "internship_resumption",
        by=by,
        to=all_parties(case),
        given={
            "sospensione.rientro": with_weekday(pause.returned_on or moment.today()),
            "sospensione.giorni": length(pause.days),
            "sospensione.nuova_fine": with_weekday(case.end),
            "cob.scadenza_variazione": communicated_by(case, pause.returned_on or moment.today()),
            "tirocinio.assicurazioni_fine": _covered(case),
        },
    )


def send_extension(
    case: Internship, asked: Extension, before: date, quota: Outcome | None, *, by: User | None
) -> Letter:
    """Tell the parties that the extension is authorised; `before` was the last day (T10)."""
    months = during.most_months(case, asked)
    return send(
        case,
        "internship_extension",
        by=by,
        to=all_parties(case),
        given={
            "richiesta.data": italian_date(asked.asked_on),
            "motivazione": asked.reason.strip(),
            "proroga.nuova_fine": with_weekday(asked.new_end),
            "proroga.fine_precedente": italian_date(before),
            "proroga.competenze": _added(asked),
            "proroga.durata_totale": _long(case.start, asked.new_end),
            "proroga.durata_massima": f"{months} mesi",
            "proroga.quota": quota.sentence.rstrip(".") if quota else None,
            "cob.scadenza_variazione": communicated_by(case, before),
            "tirocinio.assicurazioni_fine": _covered(case),
        },
    )


def send_extension_refusal(
    case: Internship, asked: Extension, reason: str, *, by: User | None
) -> Letter:
    """Tell the parties that the extension is not authorised, and why (T10b)."""
    return send(
        case,
        "internship_extension_refusal",
        by=by,
        to=all_parties(case),
        given={
            "richiesta.data": italian_date(asked.asked_on),
            "motivi": Items((Rich(escape(reason.strip())),), ordered=True),
            "motivi.piu_di_uno": False,
        },
    )


def send_interruption(case: Internship, who: str, *, by: User | None) -> Letter:
    """Tell the parties that the internship has ended early: who, why, what follows (T12)."""
    done, planned = during.minutes_of(case)
    last = case.ended_on or case.end
    rows = (
        ("Chi interrompe", who),
        ("Ragione", case.end_reason),
        (
            "Ore svolte",
            (
                f"{_hours(done)} su {_hours(planned)} previste ({share(done, planned):.0%}), nei mesi "
                "chiusi finora"
            ),
        ),
    )
    return send(
        case,
        "internship_interruption",
        by=by,
        to=all_parties(case),
        given={
            "interruzione.ultimo_giorno": with_weekday(last),
            "interruzione.dati": pdf.Facts(rows),
            "interruzione.effetto_attestazione": _worth(case),
            "interruzione.effetto_rimborso": "Il rimborso al soggetto ospitante spetta per i mesi "
            "chiusi la cui indennità risulta pagata.",
            "cob.scadenza_variazione": communicated_by(case, last),
        },
    )


def _unpaid(unpaid: Sequence[AllowanceDue], today: date) -> pdf.Table:
    rows = [
        (
            f"mese {one.month.number} ({one.month.first_day:%d/%m/%Y}–{one.month.last_day:%d/%m/%Y})",
            f"{_hours(one.month.done_minutes or 0)} su {_hours(one.month.planned_minutes or 0)}",
            euro(one.amount or Decimal(0)),
            str((today - one.due_on).days if one.due_on else 0),
        )
        for one in unpaid
    ]
    return pdf.Table(
        head=("Mese", "Ore svolte su previste", "Indennità dovuta", "Giorni di ritardo"),
        rows=(*rows, ("Totale", "", euro(_sum(unpaid)), "")),
        align=("left", "right", "right", "right"),
        row_headers=True,
        total=True,
    )


def _worth(case: Internship) -> str:
    """Say what attendance gives: known once every month is closed, not before (R-ATT-06, R-ATT-07)."""
    if not any(one.blocks for one in during.months_closed_outcomes(case)):
        return during.share_outcome(case).sentence
    least = limits_on(case.start).attestation_percent
    return (
        f"Alla chiusura dei mesi del registro, se le ore svolte sono almeno il {least}% di quelle del "
        "progetto spetta l'attestazione finale; altrimenti la dichiarazione di frequenza."
    )


def _sum(unpaid: Sequence[AllowanceDue]) -> Decimal:
    return sum((one.amount or Decimal(0) for one in unpaid), Decimal(0))


def _fine(limits: Limits) -> str:
    least, most = limits.unpaid_fine
    return f"da {euro(least)} a {euro(most)}"


def communicated_by(case: Internship, event: date) -> str:
    """Return until which day a variation of an internship is communicated (R-COB-03)."""
    days = limits_on(case.start).cob_variation_days
    return with_weekday(event + timedelta(days=days))


def _covered(case: Internship) -> str:
    until = case.liability_expiry
    valid = f", valida fino al giorno {italian_date(until)}" if until else ""
    if until is not None and until < case.end:
        valid += ": scade prima e va rinnovata"
    return f"polizza n. {case.liability_policy}{valid}" if case.liability_policy else "da indicare"


def _added(asked: Extension) -> Items:
    rows = [
        Rich(f"{escape(one.text)} (livello EQF {one.level})") for one in asked.competences.all()
    ]
    none = (Rich("nessuna competenza nuova: restano quelle del progetto formativo"),)
    return Items(tuple(rows) or none, ordered=False)


def _long(start: date, end: date) -> str:
    """Write how long an internship lasts: whole months, then days."""
    months = 0
    while end_for(start, months + 1) <= end:
        months += 1
    days = (end - end_for(start, months)).days if months else (end - start).days + 1
    whole = "1 mese" if months == 1 else f"{months} mesi"
    return f"{whole} e {length(days)}" if days else whole


def _hours(minutes: int) -> str:
    return hours(Decimal(minutes) / 60)
