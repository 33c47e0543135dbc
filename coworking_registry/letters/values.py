"""The fields of the vocabulary `register`, resolved for an application in any state."""

from typing import Any

from django.utils import timezone

from coworking_registry.models import SpaceApplication
from letters import pdf
from letters.cases.dossier import Dossier
from letters.cases.examined import examined
from letters.cases.filed import declarations_of, files_of, procedure, requested_items
from letters.compose import moment_words
from letters.vocabulary import Context
from workflows.terms.italian import italian_date

VOCABULARY = "register"
NOTICE_OF_CHANGES = "30 giorni"
# What only an act says, or a procedure that the case has not come to.
NOTHING_YET = (
    "avvio.protocollo",
    "cancellazione.su_richiesta",
    "iscrizione.contributi_fino_al",
    "iscrizione.riscontro",
    "memorie.presentate",
    "memorie.protocollo",
    "memorie_e_risposte",
    "richiesta.data",
    "richiesta.protocollo",
    "variazione.accolta",
    "variazione.voci",
    "rinnovo.dal",
    "rinnovo.mancano",
    "sopralluogo.conclusione",
    "sopralluogo.data",
    "sopralluogo.dichiarazioni",
    "sopralluogo.documenti",
    "sopralluogo.documenti_acquisiti",
    "sopralluogo.esiti",
    "sopralluogo.fine",
    "sopralluogo.firme",
    "sopralluogo.incaricati",
    "sopralluogo.ora",
    "sopralluogo.preavviso",
    "sopralluogo.prescrizioni",
    "sopralluogo.presenti",
    "sopralluogo.protocollo",
    "sopralluogo.scopo",
    "sopralluogo.verifiche",
)
GIVES = frozenset(
    {
        *NOTHING_YET,
        "dichiarazioni",
        "documenti",
        "domanda.dati",
        "domanda.numero",
        "domanda.presentata",
        "domanda.protocollo",
        "esiti",
        "integrazione.elementi",
        "iscrizione.atto",
        "iscrizione.comunicazioni",
        "iscrizione.dati",
        "iscrizione.numero",
        "iscrizione.scadenza",
        "motivi",
        "motivi.comunicati",
        "motivi.piu_di_uno",
        "motivi_e_risposte",
        "osservazioni.presentate",
        "osservazioni.protocollo",
        "preavviso.protocollo",
        "procedimento.dati",
        "procedimento.durata",
        "procedimento.scadenza",
        "procedimento.scaduto",
        "procedimento.sospensione_massima",
        "proposta.data",
        "proposta.nome",
        "regime.codice",
        "richiedente.codice_fiscale",
        "richiedente.nome",
        "sopralluogo.verbale",
        "sostituto.nome",
        "sostituto.termine",
        "spazio.indirizzo",
        "spazio.nome",
        "termine.ripresa",
    }
)
ADMISSIONS = ("propose_admission",)


def resolve(case: SpaceApplication, context: Context) -> dict[str, Any]:
    """Return the values of every field that the application itself gives."""
    dossier = Dossier(case, context.day)
    found = {
        **dict.fromkeys(NOTHING_YET),
        **_application(case),
        **procedure(dossier),
        **examined(dossier, admissions=ADMISSIONS, decisions=("enter",)),
        **_entry(dossier),
        "sopralluogo.verbale": _minutes(dossier),
        "integrazione.elementi": lambda: requested_items(case),
    }
    return {name: value for name, value in found.items() if name in GIVES}


def _application(case: SpaceApplication) -> dict[str, Any]:
    party = case.applicant
    return {
        "domanda.numero": case.number,
        "domanda.protocollo": case.protocol_in.mark if case.protocol_in else None,
        "domanda.presentata": moment_words(case.submitted_at) if case.submitted_at else None,
        "domanda.dati": (lambda: _facts(case)) if case.submitted_at else None,
        "documenti": lambda: files_of(case),
        "dichiarazioni": lambda: declarations_of(case),
        "richiedente.nome": party.name if party else None,
        "richiedente.codice_fiscale": party.tax_code if party else None,
        "spazio.nome": case.name or None,
        "spazio.indirizzo": case.address if case.name else None,
    }


def _entry(dossier: Dossier) -> dict[str, Any]:
    case = dossier.case
    ends = case.entry_ends
    mark = dossier.mark_of("register_entry")
    entered = italian_date(case.entered_on) if case.entered_on else ""
    return {
        "iscrizione.numero": str(case.list_number) if case.list_number else None,
        "iscrizione.scadenza": italian_date(ends) if ends else None,
        "iscrizione.atto": f"prot. n. {mark} in data {entered}"
        if mark
        else (entered and f"in data {entered}"),
        "iscrizione.comunicazioni": NOTICE_OF_CHANGES,
        "iscrizione.dati": (lambda: _data(case)) if case.list_number else None,
    }


def _data(case: SpaceApplication) -> pdf.Facts:
    return pdf.Facts(
        (
            ("Numero nell'elenco", str(case.list_number)),
            ("Spazio", f"{case.name}, {case.address}"),
            ("Tipologia", str(case.get_kind_of_space_display())),
            ("Postazioni", _desks(case)),
            ("Gestore", case.applicant.name),
            ("Valida fino al", italian_date(case.entry_ends)),
        )
    )


def _desks(case: SpaceApplication) -> str:
    return f"{case.desks} postazioni, di cui {case.accessible_desks} accessibili"


def _minutes(dossier: Dossier) -> str | None:
    """Return the latest minutes of a visit, as an act recalls them."""
    letter = dossier.letter_of("inspection_minutes")
    if letter is None:
        return None
    day = italian_date(timezone.localtime(letter.created_at).date())
    mark = letter.protocol.mark if letter.protocol else ""
    return f"in data {day}, prot. n. {mark}" if mark else f"in data {day}"


def _facts(case: SpaceApplication) -> pdf.Facts:
    return pdf.Facts(
        (
            ("Domanda n.", str(case.number)),
            ("Protocollo in arrivo", f"n. {case.protocol_in.mark}"),
            ("Presentata", moment_words(case.submitted_at)),
            ("Gestore", f"{case.applicant.name}, codice fiscale {case.applicant.tax_code}"),
            ("Presentata da", case.representative.name),
            ("Oggetto", f"Iscrizione di {case.name}, {case.address}: {_desks(case)}"),
        )
    )
