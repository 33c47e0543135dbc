"""The life of an entry: how long it lasts, who is told when, what changes and ends it (SPA-21 to SPA-27).

Renewal and its notices, variations, suspension and removal follow section 2.3 of the collection.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from coworking_registry.rules.requirements import Requirements
from workflows.rules import Outcome, Verdict, judge
from workflows.rules.words import day, months_after

SOURCE = "Avviso, durata, rinnovo e cancellazione"
# What a visit would have to look at again; all else the manager changes by saying so.
MAJOR = frozenset(
    {
        "manager",
        "kind",
        "street",
        "street_number",
        "municipality",
        "latitude",
        "longitude",
        "surface_m2",
        "desks",
        "accessible_desks",
        "accessibility",
    }
)


@dataclass(frozen=True, slots=True)
class Running:
    """How far an entry has come: its last day, and the renewal that was filed and is not decided."""

    ends: date
    renewal_filed: date | None = None


def entry_ends(starts: date, asked: Requirements) -> date:
    """SPA-21: the last day of an entry that starts on a day, both included."""
    return months_after(starts, asked.validity_months) - timedelta(days=1)


def notice_due(
    running: Running, today: date, asked: Requirements, sent: Iterable[int]
) -> int | None:
    """SPA-22: the notice to send today, by its days before the end; none where one is not owed.

    One notice a day at most: a later one makes up for those that were missed before it, and none
    is owed once a renewal is filed or the entry has ended.
    """
    left = (running.ends - today).days
    if running.renewal_filed is not None or left < 0:
        return None
    reached = [days for days in notices(asked) if left <= days]
    done = set(sent)
    due = min(reached, default=None)
    return None if due is None or due in done else due


def notices(asked: Requirements) -> tuple[int, int, int]:
    """Return the days before the end on which the manager is told, the earliest notice first."""
    return (
        asked.renewal_first_notice_days,
        asked.renewal_second_notice_days,
        asked.renewal_last_notice_days,
    )


def may_renew(running: Running, today: date, asked: Requirements) -> Outcome:
    """SPA-23: one renewal at a time, from the first notice to the last day of the entry."""
    if running.renewal_filed is not None:
        return Outcome(
            "SPA-23",
            Verdict.NOT_MET,
            f"Il rinnovo è già stato chiesto il {day(running.renewal_filed)}: non serve chiederlo "
            "di nuovo.",
            {"richiesto": running.renewal_filed},
            SOURCE,
        )
    opens = running.ends - timedelta(days=asked.renewal_first_notice_days)
    return judge(
        "SPA-23",
        opens <= today <= running.ends,
        yes="Il rinnovo si può chiedere.",
        no=f"Il rinnovo si chiede dal {day(opens)} al {day(running.ends)}.",
        inputs={"dal": opens, "al": running.ends, "giorno": today},
        source=SOURCE,
    )


def stays_listed(running: Running, today: date) -> bool:
    """SPA-24: an entry stands to its last day, and beyond it while a renewal filed in time is decided."""
    in_time = running.renewal_filed is not None and running.renewal_filed <= running.ends
    return today <= running.ends or in_time


def has_ended(running: Running, today: date) -> Outcome:
    """SPA-24: an entry ends by itself after its last day, where no renewal was filed in time."""
    return judge(
        "SPA-24",
        not stays_listed(running, today),
        yes=f"L'iscrizione è finita il {day(running.ends)} senza richiesta di rinnovo.",
        no=f"L'iscrizione vale fino al {day(running.ends)}, o finché si decide sul rinnovo.",
        inputs={"fine": running.ends, "rinnovo chiesto": running.renewal_filed or "—"},
        source=SOURCE,
    )


def major_changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
    """SPA-25: the changes that are looked at before they hold, by the names of the fields."""
    return sorted(name for name in MAJOR if before.get(name) != after.get(name))


def suspension_limited(since: date, until: date | None, reason: str) -> list[Outcome]:
    """SPA-26: a suspension has reasons and lasts for a time that is said."""
    return [
        judge(
            "SPA-26",
            bool(reason.strip()),
            yes="La sospensione è motivata.",
            no="La sospensione va motivata: dire quale requisito manca.",
            source="L. 241/1990, art. 3; " + SOURCE,
        ),
        judge(
            "SPA-26",
            until is not None and until >= since,
            yes="La sospensione ha un termine.",
            no="La sospensione ha un termine: indicare l'ultimo giorno, non prima dell'inizio.",
            inputs={"dal": since, "al": until or ""},
            source="L. 241/1990, art. 21-quater c. 2",
        ),
    ]


def consequences_seen(seen: str, present: str, dependants: int) -> Outcome:
    """SPA-27: who stops an entry has looked at what depends on it, as it is now.

    `seen` and `present` are digests of what the page showed and of what is so now.
    """
    return judge(
        "SPA-27",
        dependants == 0 or seen == present,
        yes="Le conseguenze sono state esaminate.",
        no=f"Da questo spazio dipendono {dependants} pratiche: vanno esaminate le conseguenze, come "
        "sono adesso, prima di procedere.",
        inputs={"pratiche": dependants},
        source=SOURCE,
    )


def running_grants_end(chosen: date | None, today: date, running: int) -> Outcome:
    """SPA-27: contributions that run go on until a day that the office chooses."""
    return judge(
        "SPA-27",
        running == 0 or (chosen is not None and chosen >= today),
        yes="È indicato fino a quando valgono i contributi in corso, o non ce ne sono.",
        no=f"I contributi in corso sono {running}: indicare fino a quale giorno, da oggi in poi, valgono.",
        inputs={"contributi": running, "fino al": chosen or ""},
        source=SOURCE,
    )
