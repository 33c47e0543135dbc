"""The fields of the vocabulary `award`, resolved for a grant in any state."""

from typing import Any

from calls.models import Parameter
from grants import reporting
from grants.checks import computed
from grants.letters import recalled, reported
from grants.letters.dossier import Dossier
from grants.letters.values import resolve as of_contribution
from grants.models import Acceptance, RentContribution
from grants.rules import euro
from letters.vocabulary import Context
from workflows.terms.italian import length, with_weekday

VOCABULARY = "award"
# What the same words say of a grant while it is applied for.
SHARED = frozenset(
    {
        "aiuto.regolamento",
        "avvio.protocollo",
        "codici",
        "concessione.data",
        "concessione.protocollo",
        "contributo.concesso",
        "cup",
        "dichiarazioni",
        "documenti",
        "domanda.dati",
        "domanda.numero",
        "domanda.presentata",
        "domanda.protocollo",
        "esiti",
        "integrazione.elementi",
        "memorie.presentate",
        "memorie.protocollo",
        "memorie_e_risposte",
        "motivi",
        "motivi.comunicati",
        "motivi.piu_di_uno",
        "motivi_e_risposte",
        "osservazioni.presentate",
        "osservazioni.protocollo",
        "periodo.parole",
        "preavviso.protocollo",
        "procedimento.dati",
        "procedimento.durata",
        "procedimento.scadenza",
        "procedimento.scaduto",
        "procedimento.sospensione_massima",
        "proposta.data",
        "proposta.nome",
        "regime.codice",
        "rendiconto.quota_minima",
        "rendiconto.scadenza",
        "richiedente.codice_fiscale",
        "richiedente.nome",
        "ritenuta.aliquota",
        "ritenuta.norma",
        "sostituto.nome",
        "sostituto.termine",
        "spazio.indirizzo",
        "spazio.nome",
        "termine.ripresa",
    }
)
# Words of acts that bring them along, or that no letter of this room writes yet.
OF_ACTS = (
    "aiuto.covar",
    "certificazione.anno",
    "certificazione.imponibile",
    "certificazione.netto",
    "certificazione.righe",
    "certificazione.ritenuta",
    "certificazione.sostituisce",
    "conto.iban",
    "conto.intestatario",
    "conto.verifica",
    "pagamento.codici",
    "pagamento.controllo",
    "pagamento.data",
    "pagamento.estremi",
    "pagamento.imputazione",
    "pagamento.intervento_sostitutivo",
    "pagamento.lordo",
    "pagamento.netto",
    "pagamento.norma_sospensione",
    "pagamento.prospetto",
    "pagamento.sospeso",
    "pagamento.verifiche",
    "proroga.nuovo_termine",
    "proroga.oggetto",
    "proroga.rendiconto",
    "proroga.termine_precedente",
    "prospetto.righe",
    "prospetto.scadenza",
    "prospetto.soglia",
    "prospetto.totale",
    "pubblicazione.data",
    "pubblicazione.esonero",
    "richiesta.data",
    "richiesta.protocollo",
    "ritenuta.certificazione",
    "ritenuta.esenzione",
    "ritenuta.importo",
    "spazio.cancellato",
    "spazio.spese_fino_al",
    "variazione.confronto",
    "variazione.nuovo_importo",
)
OWN = frozenset(
    {
        "accettazione.durata",
        "accettazione.scadenza",
        "accettazione.da_correggere",
        "concessione.spesa",
        "rendiconto.mancano",
        "rendiconto.scaduto",
        "rendiconto.tolleranza",
        "rendiconto.ultimo_giorno",
        *recalled.FIELDS,
        *reported.FIELDS,
    }
)
GIVES = SHARED | OWN | frozenset(OF_ACTS)


def resolve(case: RentContribution, context: Context) -> dict[str, Any]:
    """Return the values of every field that the case itself gives after its grant."""
    dossier = Dossier(case, context.day)
    shared = of_contribution(case, context)
    return {
        **{name: value for name, value in shared.items() if name in SHARED},
        # These letters say the day beside the number.
        "concessione.protocollo": dossier.number_of("grant"),
        **dict.fromkeys(OF_ACTS),
        **_accepted(dossier),
        **_due(dossier),
        **reported.reported(dossier),
        **recalled.recalled(dossier),
    }


def _accepted(dossier: Dossier) -> dict[str, Any]:
    found = Acceptance.objects.filter(contribution=dossier.case).first()
    return {
        "accettazione.durata": length(dossier.parameters.acceptance_days),
        "accettazione.scadenza": with_weekday(found.due_on) if found else None,
        "accettazione.da_correggere": found.asked_again or None if found else None,
    }


def _due(dossier: Dossier) -> dict[str, Any]:
    case = dossier.case
    grace = Parameter.objects.value("report_reminders", dossier.day)["grace_days"]
    spend = computed(case).eligible
    due = reporting.due_on(case) if case.period_to else None
    left = (due - dossier.day).days if due else None
    return {
        "concessione.spesa": euro(spend) if spend else None,
        "rendiconto.scaduto": left is not None and left < 0,
        "rendiconto.ultimo_giorno": left == 0,
        "rendiconto.mancano": _left(left) if left and left > 0 else None,
        "rendiconto.tolleranza": length(grace),
    }


def _left(days: int) -> str:
    return "manca 1 giorno" if days == 1 else f"mancano {days} giorni"
