"""The fields that every letter may name: the call, the bodies, the office, the personal area."""

from datetime import date
from typing import Any

from django.conf import settings

from calls.models import Call, Parameter
from letters.compose import name_of, signature
from letters.templating import Rich
from letters.vocabulary import COMMON, Context, register
from workflows.models import Case
from workflows.terms.italian import length

GIVES = frozenset(
    {
        "area_personale",
        "bando.atto",
        "bando.codice",
        "bando.titolo",
        "ente.nome",
        "ente.pec",
        "firma",
        "gestore.codice_fiscale",
        "gestore.nome",
        "istruttore.nome",
        "motivazione",
        "responsabile.nome",
        "termine.durata",
        "trattamento.informativa",
        "trattamento.responsabile",
        "ufficio.nome",
        "ufficio.orari",
        "ufficio.pec",
    }
)


def resolve(about: Case | Call, context: Context) -> dict[str, Any]:
    """Return the common fields of a letter about a case, or about a whole call."""
    call = about if isinstance(about, Call) else about.call
    officer = None if isinstance(about, Call) else about.officer
    owner, body, site = call.owner, call.manager, settings.SITE_URL
    area = "personal area at" if context.language == "en" else "area personale di"
    return {
        "area_personale": Rich(f"{area} [{site}]({site})"),
        "bando.atto": call.criteria_act,
        "bando.codice": call.code,
        "bando.titolo": call.title_it,
        "ente.nome": owner.name,
        "ente.pec": owner.pec,
        "firma": signature("Il direttore", context.by),
        "gestore.codice_fiscale": body.tax_code,
        "gestore.nome": body.name,
        "istruttore.nome": name_of(officer),
        "motivazione": None,
        "responsabile.nome": name_of(call.procedure_owner),
        "termine.durata": None,
        "trattamento.informativa": Rich(f"[{site}]({site})"),
        "trattamento.responsabile": body.name if body.pk != owner.pk else None,
        "ufficio.nome": ", ".join(filter(None, (body.unit, body.name))),
        "ufficio.orari": body.office_hours,
        "ufficio.pec": body.pec,
    }


def remedies(day: date) -> dict[str, str]:
    """Return before whom, and within which days, an act of a day is challenged (PROC-03, PROC-04)."""
    law = Parameter.objects.value("remedies", day)
    return {
        "ricorso.giudice": law["court"],
        "ricorso.termine": length(law["court_days"]),
        "ricorso.alternativo": law["appeal"],
        "ricorso.alternativo_termine": length(law["appeal_days"]),
        "ricorso.giudice_ordinario": Parameter.objects.value("ordinary_court", day),
    }


def ready() -> None:
    """Make the common fields known."""
    register(COMMON, resolve=resolve, gives=GIVES)
