"""The answer to a change of an entry (SPA-25)."""

from typing import Any

from coworking_registry.changing import CHANGED
from coworking_registry.models import EntryChange
from letters.cases.dossier import Dossier
from letters.cases.sending import decider_role, send, stated_reason
from letters.models import Letter
from letters.templating import Items
from parties import moment
from parties.models import User

WORDS = {
    "description": "descrizione",
    "street": "via",
    "street_number": "numero civico",
    "postcode": "CAP",
    "municipality": "comune",
    "latitude": "latitudine",
    "longitude": "longitudine",
    "surface_m2": "superficie in m²",
    "desks": "postazioni",
    "open_space": "postazioni in open space",
    "reserved": "postazioni riservate",
    "offices": "postazioni in ufficio",
    "workshop": "postazioni in laboratorio",
    "accessible_desks": "postazioni accessibili",
    "accessibility": "accessibilità",
    "meeting_seats": "posti della sala riunioni",
    "services": "servizi",
    "events": "incontri in un anno",
    "insured_until": "polizza valida fino al",
    "email": "posta elettronica",
    "phone": "telefono",
    "website": "sito",
    "hours": "orari",
    "prices": "listino",
}


def send_change_outcome(case: Any, change: EntryChange, *, by: User | None) -> Letter:
    """Tell whether a change was taken over, item by item."""
    move = "accept_change" if change.is_taken else "refuse_change"
    items = tuple(_words(name, change) for name in CHANGED if name in change.values)
    return send(
        case,
        "register_change_outcome",
        by=by,
        role=decider_role(case, by),
        given={
            "motivazione": stated_reason(Dossier(case, moment.today()).last(move)),
            "variazione.accolta": bool(change.is_taken),
            "variazione.voci": Items(items),
        },
    )


def _words(name: str, change: EntryChange) -> str:
    before, after = change.before.get(name), change.values[name]
    if isinstance(after, list):
        return f"{WORDS[name]}: aggiornamento;"
    return f"{WORDS[name]}: da «{before or '–'}» a «{after or '–'}»;"
