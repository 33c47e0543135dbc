"""The register as open data: the same facts as CSV, JSON and GeoJSON, at addresses that stay."""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.urls import reverse

from coworking_registry.models import Space
from coworking_registry.presentation import prices_on
from coworking_registry.rules.periods import period_on, standing_since

LICENCE = "CC-BY-4.0"
LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/deed.it"
# A spreadsheet would run a text that begins so.
RISKY = ("=", "+", "-", "@", "\t", "\r")
SLICE = 500

Row = dict[str, Any]


@dataclass(frozen=True)
class Column:
    """One column: its name in every format, and what it says."""

    name: str
    says: str


COLUMNS = (
    Column("id", "Numero stabile dello spazio"),
    Column("indirizzo_web", "Indirizzo stabile della scheda"),
    Column("nome", "Nome"),
    Column("tipologia", "coworking, hub, fablab, multifactory o creative"),
    Column("gestore", "Chi gestisce lo spazio"),
    Column("numero_elenco", "Numero di iscrizione"),
    Column("stato", "qualified (iscritto) o suspended (sospeso)"),
    Column("stato_dal", "Da quando dura lo stato, AAAA-MM-GG"),
    Column("via", "Via e numero"),
    Column("cap", "Codice di avviamento postale"),
    Column("comune", "Comune"),
    Column("latitudine", "Gradi, WGS 84"),
    Column("longitudine", "Gradi, WGS 84"),
    Column("postazioni", "Numero di postazioni"),
    Column("postazioni_accessibili", "Di cui per chi usa una sedia a rotelle"),
    Column("accessibilita", "total, partial o none"),
    Column("superficie_m2", "Metri quadrati"),
    Column("servizi", "Servizi, separati da “|”"),
    Column("orari", "Tratti d'apertura, come “1 09:00-13:00” (1 è lunedì), separati da “|”"),
    Column("postazione_mese_euro", "Prezzo più basso di una postazione al mese, senza IVA"),
    Column("email", "Posta elettronica"),
    Column("telefono", "Telefono"),
    Column("sito", "Sito"),
)
NAMES = tuple(column.name for column in COLUMNS)


def rows(spaces: Any, day: date) -> Iterator[Row]:
    """Yield the facts of listed spaces on a day, a slice at a time."""
    for space in spaces.order_by("name", "id").iterator(chunk_size=SLICE):
        yield row_of(space, day)


def row_of(space: Space, day: date) -> Row:
    """Return the facts of one space by the names of the columns; its rows are prefetched."""
    periods = list(space.qualifications.all())
    period = period_on(periods, day)
    values = (
        space.pk,
        settings.SITE_URL + reverse("coworking_registry:space", args=[space.slug]),
        space.name,
        space.kind,
        space.manager.name,
        period and period.list_number,
        period and period.standing,
        standing_since(periods, day),
        f"{space.street} {space.street_number}".strip(),
        space.postcode,
        space.municipality,
        space.latitude,
        space.longitude,
        space.desks,
        space.accessible_desks,
        space.accessibility,
        space.surface_m2,
        [service.code for service in space.services.all()],
        [f"{one.weekday + 1} {one.opens:%H:%M}-{one.closes:%H:%M}" for one in space.hours.all()],
        _cheapest_month(space, day),
        space.email,
        space.phone,
        space.website,
    )
    return dict(zip(NAMES, values, strict=True))


def as_csv(found: Iterable[Row]) -> Iterator[str]:
    """Yield a table: comma, point, UTF-8, one line a space; no text runs as a formula."""
    yield _line(NAMES)
    for row in found:
        yield _line(_cell(row[name]) for name in NAMES)


def as_json(found: Iterable[Row], day: date) -> Iterator[str]:
    """Yield an object with licence, day and spaces."""
    yield from _listed(
        {"licenza": LICENCE, "licenza_url": LICENCE_URL, "giorno": day}, "spazi", found
    )


def as_geojson(found: Iterable[Row], day: date) -> Iterator[str]:
    """Yield a collection of features (RFC 7946); a space without a point has no geometry."""
    features = (_feature(row) for row in found)
    head = {
        "type": "FeatureCollection",
        "licenza": LICENCE,
        "licenza_url": LICENCE_URL,
        "giorno": day,
    }
    yield from _listed(head, "features", features)


def _feature(row: Row) -> Row:
    latitude, longitude = row["latitudine"], row["longitudine"]
    point = None
    if latitude is not None and longitude is not None:
        point = {"type": "Point", "coordinates": [float(longitude), float(latitude)]}
    return {"type": "Feature", "id": row["id"], "geometry": point, "properties": row}


def _listed(head: Row, name: str, items: Iterable[Row]) -> Iterator[str]:
    """Yield a JSON object whose last member is a list, without ever holding the list."""
    yield f"{_json(head)[:-1]}, {_json(name)}: ["
    for number, item in enumerate(items):
        yield (",\n" if number else "\n") + _json(item)
    yield "\n]}\n"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, default=_plain)


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else float(value)


def _cheapest_month(space: Space, day: date) -> Any:
    return min(
        (
            item.price
            for item in prices_on(space, day)
            if item.spend_kind == "desk_rent" and item.unit == "month"
        ),
        default=None,
    )


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return "|".join(value)
    text = str(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(RISKY) else text


def _line(cells: Iterable[str]) -> str:
    written = io.StringIO()
    csv.writer(written).writerow(cells)
    return written.getvalue()
