"""Letters on a month of the register: still to be written or confirmed (M01), or sent back (M02)."""

from typing import Any

from internships import register
from internships.letters.placements.sending import recipient, send
from internships.models import Internship, Month, MonthStatus
from internships.permissions import actors_of
from internships.rules.start import Actor
from letters.models import Letter
from letters.recipients import Recipient
from parties.models import User
from workflows.terms.italian import from_day, length, to_day

# Who has a month in each of its states, and what is asked of them.
ASKED = {
    MonthStatus.OPEN: (Actor.TRAINEE, "scrivere i giorni che mancano e consegnare il mese"),
    MonthStatus.REJECTED: (Actor.TRAINEE, "correggere il mese e consegnarlo di nuovo"),
    MonthStatus.FILLED: (Actor.HOST, "confermare i giorni del mese, o rimandarlo al tirocinante"),
    MonthStatus.VALIDATED: (Actor.PROMOTER, "verificare e chiudere il mese"),
    MonthStatus.VERIFIED: (Actor.PROMOTER, "chiudere il mese"),
}
WHO = {
    Actor.TRAINEE: "il tirocinante",
    Actor.HOST: "il tutor del soggetto ospitante",
    Actor.PROMOTER: "il soggetto promotore",
}
SENT_BACK_BY = {
    Actor.HOST_TUTOR: "dal tutor del soggetto ospitante",
    Actor.HOST: "dal soggetto ospitante",
    Actor.PROMOTER: "dal soggetto promotore",
}


def send_month_reminder(case: Internship, month: Month) -> Letter | None:
    """Remind whoever has a month of the register that is over (M01); None where nobody can be told."""
    actor, asked = ASKED[MonthStatus(month.status)]
    to = _recipient(case, actor)
    if to is None or not to.address:
        return None
    missing = len(_unwritten(case, month)) if actor == Actor.TRAINEE else 0
    return send(
        case,
        "register_reminder",
        by=None,
        to=[to],
        given={
            "registro.mese": _month(month),
            "registro.incaricato": WHO[actor],
            "registro.atteso": asked,
            "registro.giorni_mancanti": length(missing) if missing else None,
        },
    )


def send_month_back(case: Internship, month: Month, *, by: User) -> Letter:
    """Tell the intern that a month was sent back, by whom and why (M02)."""
    mine = actors_of(case, by)
    given: dict[str, Any] = {
        "registro.mese": _month(month),
        "registro.respinto_da": next(
            (words for actor, words in SENT_BACK_BY.items() if actor in mine), "dall'ufficio"
        ),
        "registro.motivo": month.note,
    }
    return send(
        case,
        "register_rejection",
        by=by,
        to=[recipient(case.trainee, case.trainee.user)],
        given=given,
    )


def _recipient(case: Internship, actor: Actor) -> Recipient | None:
    if actor == Actor.TRAINEE:
        return recipient(case.trainee, case.trainee.user)
    if actor == Actor.HOST:
        return recipient(case.host, case.offer.opened_by)
    if case.promoter is None:
        return None
    tutor = case.tutor("promoter")
    return recipient(case.promoter.party, None, email=tutor.email if tutor else "")


def _unwritten(case: Internship, month: Month) -> list[Any]:
    written = set(month.days.values_list("day", flat=True))
    return [day for day in register.planned_days(case, month) if day not in written]


def _month(month: Month) -> str:
    return f"mese {month.number} ({from_day(month.first_day)} {to_day(month.last_day)})"
