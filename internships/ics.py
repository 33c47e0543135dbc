"""An interview as a file for calendars (RFC 5545): the few lines that one appointment needs."""

from datetime import UTC, datetime, timedelta

from internships.models import Interview

FORMAT = "%Y%m%dT%H%M%SZ"
# Lines are folded after so many octets (RFC 5545, 3.1).
LONGEST = 75


def calendar_of(interview: Interview) -> bytes:
    """Return the appointment of an interview; the same one keeps its UID when it moves."""
    slot, case = interview.slot, interview.candidacy
    title = f"Colloquio di tirocinio, candidatura {case.code}"
    about = f"{case.call.title_it} ({case.call.code}). {slot.panel}"
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Sportello//Colloqui//IT",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        f"UID:colloquio-{case.number}@sportello",
        f"SEQUENCE:{case.interviews.filter(pk__lt=interview.pk).count()}",
        f"DTSTAMP:{_instant(interview.called_at)}",
        f"DTSTART:{_instant(slot.starts_at)}",
        f"DTEND:{_instant(slot.starts_at + timedelta(minutes=slot.minutes))}",
        f"SUMMARY:{_text(title)}",
        f"DESCRIPTION:{_text(about)}",
        f"LOCATION:{_text(slot.place or slot.link)}",
        *([f"URL:{slot.link}"] if slot.link else []),
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return b"".join(_folded(line) for line in lines)


def _instant(at: datetime) -> str:
    return at.astimezone(UTC).strftime(FORMAT)


def _text(words: str) -> str:
    """Escape what would end a value (RFC 5545, 3.3.11)."""
    for mark in ("\\", ";", ","):
        words = words.replace(mark, f"\\{mark}")
    return words.replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "")


def _folded(line: str) -> bytes:
    """Return a line as it travels: folded between characters, each part ended by CRLF."""
    parts: list[bytes] = []
    part = b""
    for character in line:
        octets = character.encode()
        if len(part) + len(octets) > LONGEST - bool(parts):
            parts.append(part)
            part = b""
        part += octets
    return b"\r\n ".join([*parts, part]) + b"\r\n"
