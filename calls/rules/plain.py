"""Frozen values to and from JSON: strict on the way back, so that nothing half-read is kept."""

import dataclasses
import hashlib
import json
import types
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
LONGEST_LIST = 500


class UnreadableError(ValueError):
    """A value that does not have the form it must have; the sentence says where."""


def to_plain(value: Any) -> Any:
    """Return a value as JSON can hold it: decimals as text, tuples as lists, classes as objects."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = dataclasses.fields(value)
        return {field.name: to_plain(getattr(value, field.name)) for field in fields}
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, Mapping):
        return {str(key): to_plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [to_plain(one) for one in value]
    return value


def from_plain(kind: type[T], value: Any, where: str = "") -> T:
    """Build a frozen class from plain values.

    Raises `UnreadableError` for a key too many or too few and for a value of another sort.
    """
    if not isinstance(value, dict):
        raise UnreadableError(f"{where or 'contenuto'}: serve un oggetto.")
    fields = {field.name: field for field in dataclasses.fields(kind)}  # type: ignore[arg-type]
    for name in value:
        if name not in fields:
            raise UnreadableError(f"{where or 'contenuto'}: “{name}” non è previsto.")
    hints = get_type_hints(kind)
    given = {}
    for name, field in fields.items():
        path = f"{where}.{name}" if where else name
        if name in value:
            given[name] = _read(hints[name], value[name], path)
        elif field.default is field.default_factory is dataclasses.MISSING:
            raise UnreadableError(f"{path}: manca.")
    return kind(**given)


def digest(value: Any) -> str:
    """Return the SHA-256 of plain values, in one writing whatever the order of their keys."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def _read(hint: Any, value: Any, where: str) -> Any:
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        inner = [one for one in get_args(hint) if one is not types.NoneType]
        return None if value is None else _read(inner[0], value, where)
    if origin is tuple:
        return _read_list(get_args(hint)[0], value, where)
    if origin is not None and issubclass(origin, Mapping):
        return _plain_object(value, where)
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return from_plain(hint, value, where)
    return _read_single(hint, value, where)


def _read_list(inner: Any, value: Any, where: str) -> tuple[Any, ...]:
    if not isinstance(value, list) or len(value) > LONGEST_LIST:
        raise UnreadableError(f"{where}: serve un elenco di al massimo {LONGEST_LIST} voci.")
    return tuple(_read(inner, one, f"{where}[{place}]") for place, one in enumerate(value, 1))


def _plain_object(value: Any, where: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise UnreadableError(f"{where}: serve un oggetto.")
    return value


def _read_single(hint: Any, value: Any, where: str) -> Any:
    if hint is Decimal and isinstance(value, str):
        number = _number(value)
        if number is not None:
            return number
    # A yes or no is a whole number to Python, and to nobody else.
    elif type(value) is hint and "\x00" not in str(value):
        return value
    raise UnreadableError(f"{where}: il valore {json.dumps(value)[:60]} non si può leggere.")


def _number(text: str) -> Decimal | None:
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None
