"""Letters on what is told or asked around an internship (R-INS-05, T11, T13, T14, T17)."""

from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from internships import following, refunding
from internships.letters.placements.addenda import addendum
from internships.letters.placements.following import communicated_by
from internships.letters.placements.sending import all_parties, recipient, send
from internships.letters.placements.spans import at_least
from internships.models import Accident, Internship, MonthStatus, Variation
from internships.parameters import limits_on
from internships.rules.start import Actor
from letters import pdf
from letters.models import Letter
from letters.recipients import Recipient
from letters.templating import Items, Rich, escape
from parties.models import User
from workflows.rules.words import euro
from workflows.terms.italian import italian_date, length, with_weekday

REFUNDED = (
    "Il rimborso al soggetto ospitante spetta per i mesi chiusi la cui indennità risulta pagata."
)


def send_accident(case: Internship, told: Accident, *, by: User | None) -> Letter:
    """Tell promoter and host of an accident, who reports it and until when; no word of the injury."""
    due = following.due_at(case, told)
    rows = (
        ("Quando", _instant(told.happened_at)),
        ("Dove", told.place),
        ("Assenza nota finora", length(told.absence_days) if told.absence_days else "nessuna"),
        ("Comunicato", _instant(told.told_at)),
    )
    return send(
        case,
        "internship_accident",
        by=by,
        to=_promoter_first(case),
        given={
            "infortunio.dati": pdf.Facts(rows),
            "infortunio.dovuta": due is not None,
            "infortunio.scadenza": f"le ore {_hour(due)} di {_day(due)}" if due else None,
            "infortunio.incaricato": _reporter(case),
        },
    )


def send_closing(case: Internship, *, by: User | None) -> Letter:
    """Tell all that the internship is over, and ask for the final reports (T14, R-ATT-10)."""
    still = [str(one.number) for one in case.months.all() if one.status != MonthStatus.CLOSED]
    given: dict[str, Any] = {
        "relazioni.scadenza": _reports_by(case),
        "relazioni.mesi": " e ".join(filter(None, (", ".join(still[:-1]), *still[-1:]))) or None,
        "relazioni.quota_minima": at_least(limits_on(case.start).attestation_percent),
    }
    return send(case, "internship_closing", by=by, to=all_parties(case), given=given)


def send_hire(case: Internship, *, by: User | None) -> Letter:
    """Tell all that the host hires the intern, and what is to be done (T13)."""
    last = case.ended_on or case.end
    given: dict[str, Any] = {
        "interruzione.ultimo_giorno": with_weekday(last),
        "interruzione.effetto_rimborso": REFUNDED,
        "cob.scadenza_variazione": communicated_by(case, last),
        "relazioni.scadenza": _reports_by(case),
    }
    return send(case, "internship_hire", by=by, to=all_parties(case), given=given)


def send_variation(case: Internship, asked: Variation, *, by: User | None) -> Letter:
    """Tell all what changed in the plan by the addendum that they signed (T11, R-DOC-09)."""
    deed = asked.deed
    signed, said = deed.completed_at if deed else None, addendum(deed) if deed else {}
    given: dict[str, Any] = {
        "variazione.modifiche": said.get("addendum.modifiche"),
        "variazione.motivo": asked.reason.strip(),
        "variazione.firmata": _day_of(signed) if signed else None,
        "variazione.nuovo_tutor": bool(asked.tutor_name),
        "variazione.nuovo_orario": bool(asked.week),
    }
    return send(case, "internship_variation", by=by, to=all_parties(case), given=given)


def send_claim_request(case: Internship, *, by: User | None) -> Letter | None:
    """Ask the host for the papers of its refund and say until when (T17); None where none is due."""
    terms, last = refunding.terms_of(case), refunding.claim_by(case)
    if not refunding.may_be_asked(case):
        return None
    lacking = tuple(Rich(escape(one)) for one in refunding.missing(case))
    given: dict[str, Any] = {
        "rimborso.scadenza": with_weekday(last),
        "rimborso.giorni": length(terms.claim_days),
        "rimborso.regola": _refund_rule(case),
        "rimborso.mancano": Items(lacking, ordered=False) if lacking else None,
        "rimborso.de_minimis": refunding.is_aid(case),
    }
    to = [recipient(case.host, case.offer.opened_by)]
    return send(case, "refund_papers", by=by, to=to, given=given)


def _refund_rule(case: Internship) -> str:
    """Say what the call refunds, after "Il bando rimborsa"."""
    terms = refunding.terms_of(case)
    if terms.monthly is None:
        return "una somma che dipende dai giorni di tirocinio, mai oltre l'indennità pagata"
    least = (
        f" con una partecipazione di almeno {at_least(terms.least_percent)}"
        if terms.least_percent
        else ""
    )
    return f"l'indennità pagata, fino a {euro(terms.monthly)} per ogni mese{least}"


def _promoter_first(case: Internship) -> list[Recipient]:
    """Return promoter and host: it is the promoter who is told."""
    found = [one for one in all_parties(case) if one.party_id != case.trainee_id]
    return sorted(found, key=lambda one: one.party_id == case.host.pk)


def _reports_by(case: Internship) -> str:
    days = following.numbers_on(case.start).cadence.final_days
    last: date = case.ended_on or case.end
    return with_weekday(last + timedelta(days=days))


def _reporter(case: Internship) -> str:
    if following.reporter_of(case) == Actor.HOST.value:
        return f"al soggetto ospitante ({case.host.name})"
    name = case.promoter.party.name if case.promoter else ""
    return f"al soggetto promotore ({name})" if name else "al soggetto promotore"


def _day_of(at: datetime) -> str:
    return italian_date(following.day_in_rome(at))


def _instant(at: datetime) -> str:
    return f"{_day(at)}, ore {_hour(at)}"


def _day(at: datetime) -> str:
    return with_weekday(following.day_in_rome(at))


def _hour(at: datetime) -> str:
    local = timezone.localtime(at)
    return f"{local.hour}.{local:%M}"
