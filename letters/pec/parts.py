"""Headers and parts of a message, read so that nothing in it can stop the reading."""

from collections.abc import Iterator
from datetime import UTC, datetime
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime

DEEPEST = 8
MOST_PARTS = 100
LONGEST = 1000


def header(message: Message, name: str) -> str:
    """Return a header in one line of text, decoded as far as it can be; empty where it is missing."""
    raw = message.get(name)
    if raw is None:
        return ""
    try:
        words = str(make_header(decode_header(raw)))
    except (HeaderParseError, LookupError, UnicodeError, ValueError):
        words = str(raw)
    plain = words.encode("utf-8", "replace").decode("utf-8").replace("\x00", "")
    return " ".join(plain.split())[:LONGEST]


def identity(words: str) -> str:
    """Return a Message-ID without its angle brackets and what stands around them."""
    inside = words.partition("<")[2].partition(">")[0] if "<" in words else words
    return "".join(inside.split())


def address(words: str) -> str:
    """Return the bare address of a header."""
    return parseaddr(words)[1]


def date_of(message: Message) -> datetime | None:
    """Return when a message says it was written; without a zone it is taken as UTC."""
    try:
        written = parsedate_to_datetime(header(message, "Date"))
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
    return written if written.tzinfo else written.replace(tzinfo=UTC)


def parts_of(message: Message) -> Iterator[Message]:
    """Yield the parts of a message but not those of messages inside it, up to a number and a depth."""
    waiting, seen = [(message, 0)], 0
    while waiting and seen < MOST_PARTS:
        part, depth = waiting.pop(0)
        seen += 1
        yield part
        if part.get_content_maintype() == "multipart" and depth < DEEPEST:
            inside = part.get_payload()
            waiting += [(one, depth + 1) for one in inside if isinstance(one, Message)]


def content(part: Message) -> bytes:
    """Return the decoded bytes of a part that is no multipart."""
    decoded = part.get_payload(decode=True)
    return decoded if isinstance(decoded, bytes) else b""


def enclosed(part: Message) -> Message | None:
    """Return the message that a part of type message/rfc822 carries."""
    inside = part.get_payload()
    first = inside[0] if isinstance(inside, list) and inside else None
    return first if isinstance(first, Message) else None
