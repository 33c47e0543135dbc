"""Opening and closing instants of calls: a local hour that exists once, kept with its zone."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from calls.rules.instants import OFFICE_ZONE, clock_fault
from workflows.terms import italian
from workflows.terms.errors import TermError
from workflows.terms.model import require_date


def check_instant(local: datetime, zone: ZoneInfo | str = OFFICE_ZONE) -> datetime:
    """The same wall-clock time with its zone, ready to be stored in UTC.

    Raises TermError for an hour that a clock change skips ("nonexistent") or repeats
    ("ambiguous"), and for a time that already carries a zone. Source: TERM-10.
    """
    if local.tzinfo is not None:
        raise TermError("not_local", "L'orario deve essere indicato in ora locale, senza fuso.")
    zone = ZoneInfo(zone) if isinstance(zone, str) else zone
    said = f"Le ore {local:%H:%M} {italian.of_day(local.date())}"
    found = clock_fault(local, zone)
    if found == "nonexistent":
        raise TermError(found, f"{said} non esistono: cambia l'ora. Indicare un altro orario.")
    if found == "ambiguous":
        raise TermError(
            found, f"{said} ricorrono due volte: cambia l'ora. Indicare un altro orario."
        )
    return local.replace(tzinfo=zone, fold=0)


def closing_instant(closing_day: date, zone: ZoneInfo | str = OFFICE_ZONE) -> datetime:
    """The first instant that is too late when a call closes on a day without an hour.

    It is the next midnight: what arrives before it, up to 23:59:59.999999, is in time.
    Source: TERM-11.
    """
    require_date(closing_day, "closing_day")
    return check_instant(datetime.combine(closing_day + timedelta(days=1), time.min), zone)
