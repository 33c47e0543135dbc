"""From a pairing to the first day: places, lists of hosts, terms of an assignment (R-PUB-11..13)."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from workflows.rules import Outcome, judge
from workflows.rules.words import day


def place_free(taken: int, places: int) -> Outcome:
    """R-PUB-11: no more people than places, whoever proposes them."""
    return judge(
        "R-PUB-11",
        taken < places,
        yes="Il posto è libero.",
        no=f"I posti dell'offerta ({places}) sono già proposti o assegnati.",
        inputs={"occupati": taken, "posti": places},
        source="Bando, abbinamento",
    )


def host_list_valid(
    listed: Sequence[Any], fit_ones: Sequence[Any], *, places: int, per_place: int
) -> Outcome:
    """R-PUB-11: a host names fit candidates for its offer, each once, so many for each place."""
    most = places * per_place
    strangers = [one for one in listed if one not in fit_ones]
    return judge(
        "R-PUB-11",
        len(listed) <= most and len(set(listed)) == len(listed) and not strangers,
        yes=f"I candidati indicati sono al massimo {per_place} per posto, tutti idonei per l'offerta.",
        no=f"Indica al massimo {most} candidati ({per_place} per ciascuno dei posti), ciascuno una "
        "sola volta e tra gli idonei che hanno scelto l'offerta.",
        inputs={"indicati": len(listed), "posti": places},
        source="Bando, abbinamento",
    )


def start_in_time(assigned: date, start: date, days: int, last_day: date | None) -> Outcome:
    """R-PUB-13: the internship starts within the days from assignment and before the call's end."""
    holds = (start - assigned).days <= days and (last_day is None or start <= last_day)
    return judge(
        "R-PUB-13",
        holds,
        yes="L'inizio rispetta i termini dell'assegnazione.",
        no=f"Il tirocinio inizia entro {days} giorni dall'assegnazione"
        + (f" e non oltre il {day(last_day)}." if last_day else "."),
        inputs={"assegnazione": assigned, "inizio": start},
        source="Bando",
    )


def start_overdue(due: date | None, today: date) -> Outcome:
    """R-PUB-13: an assignment is revoked once the last day for the start has passed."""
    return judge(
        "R-PUB-13",
        due is not None and today > due,
        yes="L'ultimo giorno per l'avvio è passato: l'assegnazione decade.",
        no="L'assegnazione decade solo dopo l'ultimo giorno per l'avvio"
        + (f", {day(due)}." if due else "."),
        inputs={"termine": due or "", "oggi": today},
        source="Bando",
    )


def not_begun(*, has_begun: bool) -> Outcome:
    """R-PUB-13: the assignment of an internship that has begun is not revoked any more."""
    return judge(
        "R-PUB-13",
        not has_begun,
        yes="Il tirocinio non è iniziato.",
        no="Il tirocinio è iniziato: l'assegnazione non decade più.",
        source="Bando",
    )


def begun(*, has_begun: bool) -> Outcome:
    """R-PUB-13: the candidacy ends well on the first day of its internship."""
    return judge(
        "R-PUB-13",
        has_begun,
        yes="Il tirocinio è iniziato.",
        no="Il tirocinio non è ancora iniziato.",
        source="Bando",
    )


def requirement_lost(lost: Sequence[Outcome]) -> Outcome:
    """R-PUB-13, R-PUB-21: an assignment is revoked when a requirement no longer holds."""
    reasons = " ".join(f"{one.sentence} ({one.rule})" for one in lost)
    return judge(
        "R-PUB-13",
        bool(lost),
        yes=f"Un requisito non c'è più: {reasons}",
        no="Tutti i requisiti ci sono.",
        source="Bando",
    )
