"""Receipts, requests, visits and acts about an application for the register and its entry."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from coworking_registry.models import Inspection
from coworking_registry.requirements import requirements_of
from coworking_registry.rules.visits import CHECKS, RESULTS, Finding
from letters import pdf
from letters.cases import exchanged
from letters.cases.dossier import Dossier
from letters.cases.sending import decider_role, role_of, send, stated_reason
from letters.compose import name_of
from letters.models import Letter
from letters.templating import Items
from parties import moment
from parties.models import User
from workflows.models import CaseTerm, IntegrationRequest
from workflows.terms.italian import italian_date, length, with_weekday

PURPOSE = "la verifica dei requisiti dichiarati con la domanda"
READY = "titolo di disponibilità, polizza, documento di valutazione dei rischi, listino"
NOTICE_DAYS = 3


def send_receipt(case: Any) -> Letter:
    """Send the receipt, which is the notice that the procedure has begun (PROC-05)."""
    return exchanged.send_receipt(case, "register_receipt")


def send_integration_request(case: Any, request: IntegrationRequest, *, by: User | None) -> Letter:
    """Send the request with its list and its term (SOC-01)."""
    return exchanged.send_integration_request(case, request, "register_integration", by=by)


def send_refusal_notice(case: Any, *, by: User | None) -> Letter:
    """Tell every reason against (PRE-01)."""
    return exchanged.send_refusal_notice(case, "register_refusal_notice", by=by)


def send_inspection_call(case: Any, visit: Inspection, *, by: User | None) -> Letter:
    """Announce a visit: when, who comes, what is looked at."""
    begins = timezone.localtime(visit.starts_at)
    return send(
        case,
        "inspection_call",
        by=by,
        role=role_of(case, by),
        given={
            **_when(visit),
            "sopralluogo.scopo": PURPOSE,
            "sopralluogo.incaricati": visit.officials,
            "sopralluogo.verifiche": Items(tuple(f"{words};" for _code, words in CHECKS)),
            "sopralluogo.documenti": READY,
            "sopralluogo.preavviso": length(NOTICE_DAYS),
            "sopralluogo.data": with_weekday(begins.date()),
        },
    )


def send_inspection_minutes(
    case: Any, visit: Inspection, *, by: User | None, starts: Iterable[CaseTerm] = ()
) -> Letter:
    """Send the minutes of a visit: who was there, what was found, what is to be put right by when.

    The term to put it right starts with this letter.
    """
    findings = [Finding(**one) for one in visit.findings]
    ended = timezone.localtime(visit.ended_at or visit.starts_at)
    mend = [one for one in findings if one.is_to_put_right]
    return send(
        case,
        "inspection_minutes",
        by=by,
        role=role_of(case, by),
        given={
            **_when(visit),
            "sopralluogo.fine": f"{ended:%H.%M}",
            "sopralluogo.protocollo": Dossier(case, moment.today()).mark_of("inspection_call"),
            "sopralluogo.presenti": Items(
                (f"per l'ufficio: {visit.officials};", f"per il gestore: {visit.present}.")
            ),
            "sopralluogo.esiti": _found(findings),
            "sopralluogo.dichiarazioni": visit.stated or None,
            "sopralluogo.conclusione": visit.conclusion,
            "sopralluogo.prescrizioni": Items(
                tuple(f"{one.words}: {one.note or RESULTS[one.result]}." for one in mend)
            )
            if mend
            else None,
            "termine.durata": length(_days(case)),
            "sopralluogo.firme": [
                pdf.Signature("L'incaricato", name_of(by) or visit.officials),
                pdf.Signature("Per il gestore", visit.present),
            ],
        },
        starts=starts,
    )


def send_entry(case: Any, *, by: User | None) -> Letter:
    """Send the act of entry: number, last day, duties."""
    return _act(case, "register_entry", "enter", by=by)


def send_refusal(case: Any, *, by: User | None) -> Letter:
    """Send the refusal, with each reason, what was said to it and the answer."""
    return _act(case, "register_refusal", "refuse", by=by)


def send_renewal(case: Any, *, by: User | None) -> Letter:
    """Send the renewal: the entry goes on to its new last day."""
    return _act(case, "register_renewal", "renew", by=by)


def send_renewal_notice(case: Any, days: int) -> Letter:
    """Tell the manager how near the last day of the entry is, and until when to renew it (SPA-22).

    `days` are those left.
    """
    opens = case.entry_ends - timedelta(
        days=requirements_of(case.call_version).renewal_first_notice_days
    )
    return send(
        case,
        "register_renewal_notice",
        by=None,
        role=role_of(case, None),
        signer=case.call.procedure_owner,
        given={
            "rinnovo.mancano": _left(days),
            "rinnovo.dal": italian_date(opens),
            "termine.scadenza": with_weekday(case.entry_ends),
        },
    )


def send_reinstatement(case: Any, *, by: User | None) -> Letter:
    """Send the end of a suspension."""
    return _act(case, "register_reinstatement", "reinstate", by=by)


def send_suspension(
    case: Any, *, until: date, grants_until: date | None, by: User | None
) -> Letter:
    """Send the suspension: why, until when, what holds meanwhile (SPA-26)."""
    reason = stated_reason(Dossier(case, moment.today()).last("suspend")) or ""
    return send(
        case,
        "register_suspension",
        by=by,
        role=decider_role(case, by),
        given={
            "motivi": Items((reason,), ordered=True),
            "iscrizione.riscontro": "gli accertamenti dell'ufficio agli atti del fascicolo",
            "iscrizione.contributi_fino_al": italian_date(grants_until or moment.today()),
            "termine.durata": length((until - moment.today()).days),
            "termine.scadenza": with_weekday(until),
        },
    )


def send_cancellation(
    case: Any, *, grants_until: date | None, asked_on: date, mark: str, by: User | None
) -> Letter:
    """Send the cancellation that the manager has asked for."""
    return _act(
        case,
        "register_cancellation",
        "cancel",
        by=by,
        more={
            "cancellazione.su_richiesta": True,
            "richiesta.data": italian_date(asked_on),
            "richiesta.protocollo": mark,
            "iscrizione.contributi_fino_al": italian_date(grants_until or moment.today()),
        },
    )


def _act(
    case: Any, code: str, move: str, *, by: User | None, more: dict[str, Any] | None = None
) -> Letter:
    reason = stated_reason(Dossier(case, moment.today()).last(move))
    given = {"motivazione": reason, **(more or {})}
    return send(case, code, by=by, role=decider_role(case, by), given=given)


def _when(visit: Inspection) -> dict[str, Any]:
    begins = timezone.localtime(visit.starts_at)
    return {
        "sopralluogo.data": italian_date(begins.date()),
        "sopralluogo.ora": f"{begins:%H.%M}",
    }


def _left(days: int) -> str:
    if days == 0:
        return "non mancano altri giorni: oggi è l'ultimo"
    return "manca 1 giorno" if days == 1 else f"mancano {days} giorni"


def _found(findings: list[Finding]) -> pdf.Table:
    return pdf.Table(
        head=("Verifica", "Esito", "Note"),
        rows=tuple((one.words, RESULTS[one.result], one.note or "–") for one in findings),
        widths=(0.42, 0.2, 0.38),
        row_headers=True,
    )


def _days(case: Any) -> int:
    return Dossier(case, moment.today()).terms.integration_days
