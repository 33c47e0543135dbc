"""Opening and closing: a wall-clock time of the office that exists once (TERM-10, TERM-11)."""

from datetime import UTC, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from calls.rules.faults import Fault
from calls.rules.words import instant

OFFICE_ZONE = ZoneInfo("Europe/Rome")
PLACE = "termini"

ClockFault = Literal["nonexistent", "ambiguous"]


def clock_fault(local: datetime, zone: ZoneInfo = OFFICE_ZONE) -> ClockFault | None:
    """Tell whether a change of the clocks skips or repeats a local time without zone (TERM-10)."""
    first = local.replace(tzinfo=zone, fold=0)
    second = local.replace(tzinfo=zone, fold=1)
    if first.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != local.replace(fold=0):
        return "nonexistent"
    return "ambiguous" if first.utcoffset() != second.utcoffset() else None


def clock_faults(item: str, local: datetime | None) -> list[Fault]:
    """Refuse an instant inside a change of the clocks (TERM-10)."""
    found = clock_fault(local) if local is not None else None
    if found is None or local is None:
        return []
    why = "non esiste" if found == "nonexistent" else "ricorre due volte"
    sentence = (
        f"L'orario {local:%H:%M} del {local:%d/%m/%Y} {why}: in quella notte cambia l'ora. "
        "Indica un altro orario."
    )
    return [Fault(PLACE, sentence, "TERM-10", item)]


def window_faults(opens_at: datetime | None, closes_at: datetime | None) -> list[Fault]:
    """Say what is wrong with the window for filing, both in local time without zone (CALL-06).

    A call without a closing instant is always open.
    """
    faults = [*clock_faults("opens_at", opens_at), *clock_faults("closes_at", closes_at)]
    if opens_at is None:
        faults.append(
            Fault(PLACE, "Indica giorno e ora di apertura delle domande.", "CALL-06", "opens_at")
        )
    elif closes_at is not None and closes_at <= opens_at:
        sentence = (
            f"La chiusura ({instant(closes_at)}) deve venire dopo l'apertura ({instant(opens_at)})."
        )
        faults.append(Fault(PLACE, sentence, "CALL-06", "closes_at"))
    return faults


def extension_faults(
    opens_at: datetime,
    closes_at: datetime | None,
    new_closing: datetime,
    now: datetime,
    outage: tuple[datetime, datetime] | None = None,
) -> list[Fault]:
    """Say why a closing cannot be moved to `new_closing`; all in local time without zone (CALL-22).

    An outage is where the service did not work, from when to when: the extension gives back at
    least as much time.
    """
    if closes_at is None:
        return [Fault(PLACE, "Il bando non ha una chiusura da prorogare.", "CALL-22", "closes_at")]
    faults = clock_faults("closes_at", new_closing)
    if new_closing <= max(closes_at, opens_at):
        sentence = f"La nuova chiusura deve venire dopo quella di adesso ({instant(closes_at)})."
        faults.append(Fault(PLACE, sentence, "CALL-22", "closes_at"))
    elif new_closing <= now:
        sentence = "La nuova chiusura è già passata: indicane una che deve ancora venire."
        faults.append(Fault(PLACE, sentence, "CALL-22", "closes_at"))
    return [*faults, *_outage_faults(closes_at, new_closing, now, outage)]


def _outage_faults(
    closes_at: datetime,
    new_closing: datetime,
    now: datetime,
    outage: tuple[datetime, datetime] | None,
) -> list[Fault]:
    if outage is None:
        return []
    began, ended = outage
    if began >= ended or ended > now:
        sentence = "Il disservizio deve finire dopo il suo inizio e non oltre adesso."
        return [Fault(PLACE, sentence, "CALL-22", "outage_to")]
    lost = min(ended, closes_at) - began
    if lost > timedelta() and new_closing - closes_at < lost:
        minutes = int(lost.total_seconds() // 60)
        sentence = f"La proroga restituisce meno tempo di quello perso ({minutes} minuti)."
        return [Fault(PLACE, sentence, "CALL-22", "closes_at")]
    return []
