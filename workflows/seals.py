"""The chain of seals over history and protocol: what was written cannot be changed unseen.

Each row carries a keyed digest of its own content and of the seal before it. Whoever can write to
the database but does not know the key can neither make a row nor mend the chain behind one.
"""

import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

START = "0" * 64


@dataclass(frozen=True)
class End:
    """Where a chain ends: how many rows it has, the seal of the last, the seal of the end itself."""

    length: int = 0
    last: str = ""
    head: str = ""

    def is_ours(self, key: bytes, chain: str) -> bool:
        """Tell whether we wrote this end; a chain without rows has none yet."""
        if not self.length:
            return self == End()
        return same(head(key, chain, self.length, self.last), self.head)


def canonical(values: Mapping[str, Any]) -> bytes:
    """Return the one spelling of a row's content, whatever order or type it was read in."""
    return _spell(values).encode()


def seal(key: bytes, previous: str, values: Mapping[str, Any]) -> str:
    """Return the seal of a row, 64 hexadecimal digits, given the one before it."""
    return _digest(key, previous.encode() + b"\n" + canonical(values))


def head(key: bytes, chain: str, length: int, last: str) -> str:
    """Return the seal of the chain's end: without it, rows cut off the end would not be missed."""
    return _digest(key, f"head\n{chain}\n{length}\n{last}".encode())


def extend(key: bytes, chain: str, end: End, values: Mapping[str, Any]) -> End:
    """Return the end of a chain after one more row; `last` is the seal of that row.

    An end that is not ours stays so: what broke a chain is never mended by going on with it.
    """
    length = end.length + 1
    last = seal(key, end.last or START, values)
    ours = end.is_ours(key, chain)
    return End(length, last, head(key, chain, length, last) if ours else end.head)


def fingerprint(value: Any) -> str:
    """Return the digest of a JSON value, 64 hexadecimal digits.

    The value is spelled as PostgreSQL spells a `jsonb`, so that the database can say the same of
    what it holds: `encode(sha256(convert_to(column::text, 'UTF8')), 'hex')`, and a long value need
    not be read to be verified.
    """
    return hashlib.sha256(_as_jsonb(value).encode()).hexdigest()


def same(one: str, other: str) -> bool:
    """Compare two seals."""
    return hmac.compare_digest(one, other)


def _digest(key: bytes, content: bytes) -> str:
    return hmac.digest(key, content, "sha256").hex()


def _plain(value: Any) -> str:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no spelling in a sealed row")


def _as_jsonb(value: Any) -> str:
    """Spell a value with the keys of objects by length, then by byte."""
    if isinstance(value, dict):
        keys = sorted(value, key=lambda key: (len(key.encode()), key.encode()))
        return "{" + ", ".join(f"{_as_jsonb(key)}: {_as_jsonb(value[key])}" for key in keys) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_as_jsonb, value)) + "]"
    if isinstance(value, float):
        return format(Decimal(repr(value)), "f")
    return json.dumps(value, ensure_ascii=False)


_spell = json.JSONEncoder(
    sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=_plain
).encode
