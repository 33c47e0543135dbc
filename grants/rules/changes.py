"""Changing a grant that runs: what may be asked, and what it never does (REV-02, REV-03)."""

from datetime import date
from decimal import Decimal

from workflows.rules import Outcome, judge
from workflows.rules.words import day, euro

SOURCE = "D.Lgs. 184/2025, artt. 6 c. 1 lett. h) e 17 c. 2 lett. e)"


def change_reasoned(reason: str, *, changes: bool) -> Outcome:
    """REV-02: a change is asked for with a reason, and changes something."""
    return judge(
        "REV-02",
        bool(reason.strip()) and changes,
        yes="La richiesta dice che cosa cambia e perché.",
        no="La richiesta deve dire perché, e cambiare qualcosa."
        if not reason.strip()
        else "La richiesta non cambia nulla.",
        source=SOURCE,
    )


def change_in_time(accepted: bool, reported: bool) -> Outcome:
    """REV-02: a change comes before what it changes: after the acceptance, before the report."""
    return judge(
        "REV-02",
        accepted and not reported,
        yes="La concessione è accettata e il rendiconto non è ancora presentato.",
        no="Il rendiconto è già presentato: la concessione non si varia più."
        if reported
        else "Prima va restituito l'atto di impegno, e trovato in regola.",
        source=SOURCE,
    )


def never_raised(before: Decimal, after: Decimal | None) -> Outcome:
    """REV-02: a change never raises the grant, and leaves something of it; in EUR."""
    return judge(
        "REV-02",
        after is not None and after <= before,
        yes=f"Il contributo resta di {euro(before)}."
        if after == before
        else f"Il contributo scende da {euro(before)} a {euro(after or Decimal(0))}.",
        no="Con questa variazione la spesa scende sotto il minimo del bando."
        if after is None
        else f"La variazione porterebbe il contributo da {euro(before)} a {euro(after)}: non può salire.",
        inputs={"prima": before, "dopo": after if after is not None else "—"},
        source=SOURCE,
    )


def spend_within(before: Decimal, after: Decimal) -> Outcome:
    """REV-02: the spend admitted is divided anew, never raised; in EUR."""
    return judge(
        "REV-02",
        after <= before,
        yes=f"La spesa ammessa passa da {euro(before)} a {euro(after)}.",
        no=f"La spesa ammessa è di {euro(before)}: la nuova divisione, {euro(after)}, la supera.",
        inputs={"prima": before, "dopo": after},
        source=SOURCE,
    )


def extension_once(earlier: int) -> Outcome:
    """REV-03: one extension is given, no more."""
    return judge(
        "REV-03",
        earlier == 0,
        yes="Non sono state concesse altre proroghe.",
        no="Una proroga è già stata concessa: non se ne concedono altre.",
        inputs={"proroghe": earlier},
        source="Bando, proroghe",
    )


def extension_in_time(asked_on: date, due: date, until: date | None, most_days: int) -> Outcome:
    """REV-03: an extension is asked for before the term ends, and moves it by so many days at most."""
    moved = (until - due).days if until else 0
    fits = asked_on <= due and 0 < moved <= most_days
    if asked_on > due:
        no = f"Il termine è scaduto il {day(due)}: la proroga andava chiesta prima."
    else:
        no = f"La proroga sposta il termine oltre il {day(due)}, di {most_days} giorni al massimo."
    return judge(
        "REV-03",
        fits,
        yes=f"La proroga è chiesta in tempo e sposta il termine di {moved} giorni.",
        no=no,
        inputs={"termine": due, "proroga": until or "—", "chiesta": asked_on},
        source="Bando, proroghe",
    )


def suspension_within(
    first: date | None, last: date | None, period: tuple[date, date], most_days: int
) -> Outcome:
    """REV-02: standing still falls within the period, for so many days at most, both ends counted."""
    days = (last - first).days + 1 if first and last else 0
    inside = first is not None and last is not None and period[0] <= first <= last <= period[1]
    return judge(
        "REV-02",
        inside and 0 < days <= most_days,
        yes=f"La sospensione dura {days} giorni, che si aggiungono alla fine del periodo.",
        no=f"La sospensione deve cadere tra il {day(period[0])} e il {day(period[1])} e durare al "
        f"massimo {most_days} giorni.",
        inputs={"giorni": days, "massimo": most_days},
        source="Bando, sospensione",
    )


def not_ended(last: date, today: date) -> Outcome:
    """REV-02: a period that has ended is not changed any more."""
    return judge(
        "REV-02",
        today <= last,
        yes="Il periodo non è ancora finito.",
        no=f"Il periodo è finito il {day(last)}: non si varia più.",
        inputs={"fine": last, "oggi": today},
        source=SOURCE,
    )
