"""The day of a visit as calendars read it (RFC 5545)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from parties import moment

if TYPE_CHECKING:
    from coworking_registry.models import Inspection, SpaceApplication

LINE = "\r\n"
# A line has at most so many octets; what follows goes on the next, after a blank.
MOST_OCTETS = 75


def visit_event(case: SpaceApplication, visit: Inspection, lasts: timedelta) -> str:
    """Return a calendar with the visit alone; times in UTC."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Sportello//Sopralluoghi//IT",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        f"UID:sopralluogo-{visit.pk}-{case.number}@sportello",
        f"DTSTAMP:{_instant(moment.now())}",
        f"DTSTART:{_instant(visit.starts_at)}",
        f"DTEND:{_instant(visit.starts_at + lasts)}",
        f"SUMMARY:{_text(f'Sopralluogo: {case.name}')}",
        f"LOCATION:{_text(case.address)}",
        f"DESCRIPTION:{_text(f'Domanda {case.number}. Per l’ufficio: {visit.officials}.')}",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return LINE.join(part for line in lines for part in _folded(line)) + LINE


def _instant(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(words: str) -> str:
    for mark in ("\\", ";", ","):
        words = words.replace(mark, f"\\{mark}")
    return " ".join(words.split())


def _folded(line: str) -> list[str]:
    """Break a line into pieces that are short enough, between characters."""
    pieces, piece = [], ""
    for character in line:
        if len(f"{piece}{character}".encode()) > MOST_OCTETS:
            pieces.append(piece)
            piece = " "
        piece += character
    return [*pieces, piece]
