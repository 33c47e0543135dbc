"""The certificate that every receipt of certified email carries: `daticert.xml`.

Read as a stream of a few known fields. A document type is refused, and with it every entity but the
five of XML itself; so are certificates that are large, deep or long-winded.
"""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from xml.parsers import expat

MOST_BYTES = 1024 * 1024
DEEPEST = 12
LONGEST = 4000

ZONE = re.compile(r"([+-])(\d{2}):?(\d{2})")
FIELDS = {
    "postacert/dati/msgid": "message_id",
    "postacert/dati/consegna": "delivered_to",
    "postacert/dati/errore-esteso": "explanation",
    "postacert/dati/data/giorno": "day",
    "postacert/dati/data/ora": "time",
    "postacert/intestazione/oggetto": "subject",
    "postacert/intestazione/destinatari": "recipient",
}


class Unreadable(ValueError):
    """What was given as a certificate is none."""


@dataclass(frozen=True)
class Certificate:
    """What a certificate says; `kind` and `error` in its own words, `at` aware or None.

    `is_external` says that the address is no certified one: no delivery will ever be certified.
    """

    kind: str
    error: str
    message_id: str
    delivered_to: str
    explanation: str
    at: datetime | None
    is_external: bool = False


def parse(data: bytes) -> Certificate:
    """Read a certificate. Raises `Unreadable` for anything that is not one, and is harmless to read."""
    if len(data) > MOST_BYTES:
        raise Unreadable("larger than a certificate can be")
    try:
        found = _fields(data, None)
    except Unreadable:
        raise
    except (expat.ExpatError, LookupError, UnicodeError, ValueError):
        # Some programs declare UTF-8 and write Latin-1; it is read where nothing else is wrong.
        try:
            found = _fields(data, "iso-8859-1")
        except (expat.ExpatError, LookupError, UnicodeError, ValueError) as error:
            raise Unreadable(str(error)) from error
    if "kind" not in found:
        raise Unreadable("not a certificate of certified email")
    return Certificate(
        kind=found["kind"],
        error=found.get("error", ""),
        message_id=found.get("message_id", ""),
        delivered_to=found.get("delivered_to") or found.get("recipient", ""),
        explanation=" ".join(found.get("explanation", "").split()),
        at=instant(found.get("day", ""), found.get("time", ""), found.get("zone", "")),
        is_external=found.get("recipient_type", "") == "esterno",
    )


def instant(day: str, time: str, zone: str) -> datetime | None:
    """Return the instant of "31/12/2025", "23:59:58" and "+0100", or None where one is not there."""
    offset = ZONE.fullmatch(zone.strip())
    if not offset:
        return None
    sign, hours, minutes = offset.groups()
    distance = timedelta(hours=int(hours), minutes=int(minutes))
    try:
        written = datetime.strptime(  # noqa: DTZ007 (the zone stands beside)
            f"{day.strip()} {time.strip()}", "%d/%m/%Y %H:%M:%S"
        )
        return written.replace(tzinfo=timezone(-distance if sign == "-" else distance))
    except ValueError:
        return None


def _fields(data: bytes, encoding: str | None) -> dict[str, str]:
    reader = _Reader()
    parser = expat.ParserCreate(encoding)
    parser.StartDoctypeDeclHandler = reader.refuse
    parser.EntityDeclHandler = reader.refuse
    parser.StartElementHandler = reader.begin
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.say
    parser.Parse(data, True)
    return reader.found


class _Reader:
    """Keeps the path to where the parser is, and what the known fields say, the first time."""

    def __init__(self) -> None:
        self.path: list[str] = []
        self.words: list[str] = []
        self.found: dict[str, str] = {}

    def refuse(self, *_declared: object) -> None:
        raise Unreadable("it declares a document type")

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        if len(self.path) == DEEPEST:
            raise Unreadable("deeper than a certificate can be")
        self.path.append(name.lower())
        self.words = []
        where = "/".join(self.path)
        if where == "postacert":
            self.found |= {
                "kind": attributes.get("tipo", ""),
                "error": attributes.get("errore", ""),
            }
        elif where == "postacert/dati/data":
            self.found.setdefault("zone", attributes.get("zona", ""))
        elif where == "postacert/intestazione/destinatari":
            self.found.setdefault("recipient_type", attributes.get("tipo", ""))

    def say(self, words: str) -> None:
        if sum(map(len, self.words)) < LONGEST:
            self.words.append(words)

    def end(self, _name: str) -> None:
        if field := FIELDS.get("/".join(self.path)):
            self.found.setdefault(field, "".join(self.words)[:LONGEST].strip())
        self.path.pop()
        self.words = []
