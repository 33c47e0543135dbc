"""Italian municipalities and foreign countries as the tax code knows them (IDC-10).

The rows come from python-codicefiscale. One code has a row for each period in which the
municipality had the same name and province, so a name may lead to several rows and codes.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from codicefiscale.data import get_countries_data, get_municipalities_data

FOREIGN_PREFIX = "Z"
_BELFIORE = re.compile(r"[A-Z][0-9]{3}")
_PARTS = re.compile(r"\s+[-\u2013]\s+|[/(),;]")
# Words that Italian names write small: they join the others and do not tell places apart.
_LINKS = (
    "a|ad|agli|ai|al|alla|alle|allo|con|da|dal|dalla|de|degli|dei|del|della|delle|dello|di|e|ed"
    "|in|nel|nella|su|sul|sulla"
)
_ELISIONS = "all|d|dall|de|dell|nell|sull"
_LINK_IN_NAME = re.compile(rf"(?<= )(?:(?:{_LINKS})(?= )|(?:{_ELISIONS})')", re.IGNORECASE)
_SMALL_WORDS = frozenset(["", *_LINKS.split("|"), *_ELISIONS.split("|")])


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality that exists today; `province` is the two-letter sign."""

    name: str
    belfiore: str
    province: str


@dataclass(frozen=True, slots=True)
class _Row:
    code: str
    name: str
    folded_names: frozenset[str]
    province: str
    first_day: str
    last_day: str
    active: bool

    def covers(self, day: date) -> bool:
        return self.first_day <= day.isoformat() <= (self.last_day or "9999")


def municipalities(province: str) -> list[Municipality]:
    """Return the municipalities that exist today in a province, by name.

    `province` is the sign, such as `MN`; an unknown sign gives an empty list.
    """
    return list(_municipalities(province.strip().upper()))


def place_name(code: str) -> str | None:
    """Return the latest known name of a municipality or country by its Belfiore code."""
    rows = _rows_by_code().get(code)
    if not rows:
        return None
    return max(rows, key=lambda row: (row.active, row.first_day)).name


def codes_named(text: str, *, on: date | None = None) -> frozenset[str]:
    """Return the Belfiore codes that a birthplace may stand for; empty when it is unknown.

    `text` is a code or a name in Italian or in the second language of the place, with or without
    accents, capitals and the province: `Castro (BG)`, `Bolzano/Bozen`. Names borne by several
    places give several codes. With `on`, places that existed on that day are preferred.
    """
    wanted = text.strip().upper()
    rows = _rows_by_code().get(wanted) if _BELFIORE.fullmatch(wanted) else _rows_named(text)
    rows = rows or []
    if on is not None:
        rows = [row for row in rows if row.covers(on)] or rows
    return frozenset(row.code for row in rows)


def could_name(text: str, code: str) -> bool:
    """Tell whether an unlisted name is a shorter way to say the place with this code.

    `Reggio Emilia` is accepted for `Reggio nell'Emilia`: all its words are in the full name.
    """
    words = _words(text)
    return bool(words) and any(words <= _words(row.name) for row in _rows_by_code().get(code, ()))


def _rows_named(text: str) -> list[_Row]:
    whole = _rows_by_name().get(_fold(text))
    if whole:
        return whole
    parts = [part.strip() for part in _PARTS.split(text) if part.strip()]
    named = [row for part in parts for row in _rows_by_name().get(_fold(part), ())]
    signs = {part.upper() for part in parts[1:]}
    return [row for row in named if row.province in signs] or named


def _words(text: str) -> frozenset[str]:
    return frozenset(_fold(text).split("-")) - _SMALL_WORDS


def _fold(text: str) -> str:
    """Return the name without accents and capitals, its words joined by hyphens."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(char for char in plain if not unicodedata.combining(char))
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")


@cache
def _municipalities(sign: str) -> tuple[Municipality, ...]:
    found = [
        Municipality(name=row.name, belfiore=row.code, province=row.province)
        for row in _rows()
        if row.active and row.province == sign and not row.code.startswith(FOREIGN_PREFIX)
    ]
    return tuple(sorted(found, key=lambda place: _fold(place.name)))


@cache
def _rows() -> tuple[_Row, ...]:
    listed = [*get_municipalities_data(), *get_countries_data()]
    # Places that vanished before codes were given are marked ND, which is no code.
    return tuple(_read(item) for item in listed if _BELFIORE.fullmatch(item["code"]))


@cache
def _rows_by_code() -> dict[str, list[_Row]]:
    by_code: dict[str, list[_Row]] = {}
    for row in _rows():
        by_code.setdefault(row.code, []).append(row)
    return by_code


@cache
def _rows_by_name() -> dict[str, list[_Row]]:
    by_name: dict[str, list[_Row]] = {}
    for row in _rows():
        for name in row.folded_names:
            by_name.setdefault(name, []).append(row)
    return by_name


def _read(item: dict[str, Any]) -> _Row:
    other_names = (item.get(key) for key in ("name_alt", "name_trans", "name_alt_en"))
    names = [item["name"], *item["name_slugs"], *filter(None, other_names)]
    return _Row(
        code=item["code"],
        name=_LINK_IN_NAME.sub(lambda link: link.group().lower(), item["name"]),
        folded_names=frozenset(_fold(name) for name in names) - {""},
        province=item["province"],
        first_day=item["date_created"][:10],
        last_day=item["date_deleted"][:10],
        active=item["active"],
    )
