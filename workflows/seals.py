"""The chain of seals over history and protocol: what was written cannot be changed unseen.

Each row carries a keyed digest of its own content and of the seal before it. Whoever can write to
the database but does not know the key can neither make a row nor mend the chain behind one.
"""

import hashlib
import hmac
import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

START = "0" * 64


def canonical(values: Mapping[str, Any]) -> bytes:
    """Return the one spelling of a row's content, whatever order or type it was read in."""
    return json.dumps(
        values, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=_plain
    ).encode()


def seal(key: bytes, previous: str, values: Mapping[str, Any]) -> str:
    """Return the seal of a row, 64 hexadecimal digits, given the one before it."""
    return _digest(key, previous.encode() + b"\n" + canonical(values))


def head(key: bytes, chain: str, length: int, last: str) -> str:
    """Return the seal of the chain's end: without it, rows cut off the end would not be missed."""
    return _digest(key, f"head\n{chain}\n{length}\n{last}".encode())


def same(one: str, other: str) -> bool:
    """Compare two seals."""
    return hmac.compare_digest(one, other)


def _digest(key: bytes, content: bytes) -> str:
    return hmac.new(key, content, hashlib.sha256).hexdigest()


def _plain(value: Any) -> str:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no spelling in a sealed row")
