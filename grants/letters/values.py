"""The fields of the vocabulary `contribution`, resolved for a case in any state."""

from typing import Any

from grants.letters.application import application
from grants.letters.dossier import Dossier
from grants.letters.examined import examined
from grants.letters.granted import afterwards, money, withdrawn
from grants.letters.revoked import revoked
from grants.letters.undone import undone
from grants.models import RentContribution
from letters.cases.filed import procedure, requested_items
from letters.vocabulary import Context

VOCABULARY = "contribution"
GIVES = frozenset(
    {
        "accettazione.dati",
        "accettazione.durata",
        "aiuto.regolamento",
        "annullamento.aiuto",
        "annullamento.interesse",
        "annullamento.limite",
        "annullamento.motivi",
        "annullamento.sentenza",
        "annullamento.somma",
        "avvio.protocollo",
        "codici",
        "concessione.data",
        "concessione.protocollo",
        "contributo.calcolo",
        "contributo.concesso",
        "contributo.offerto",
        "contributo.proposto",
        "contributo.richiesto",
        "cup",
        "dichiarazioni",
        "diniego.protocollo",
        "documenti",
        "domanda.dati",
        "domanda.numero",
        "domanda.presentata",
        "domanda.protocollo",
        "esiti",
        "firma.beneficiario",
        "impegni",
        "integrazione.elementi",
        "lista.posto",
        "massimo_impresa.concesso",
        "massimo_impresa.importo",
        "massimo_impresa.residuo",
        "memorie.presentate",
        "memorie.protocollo",
        "memorie_e_risposte",
        "motivi",
        "motivi.comunicati",
        "motivi.piu_di_uno",
        "motivi_e_risposte",
        "osservazioni.presentate",
        "osservazioni.protocollo",
        "partita_iva.durata",
        "periodo.parole",
        "preavviso.protocollo",
        "procedimento.dati",
        "procedimento.durata",
        "procedimento.scadenza",
        "procedimento.scaduto",
        "procedimento.sospensione_massima",
        "proposta.data",
        "proposta.nome",
        "proposta_parziale.accettata",
        "proposta_parziale.protocollo",
        "pubblicazione.soglia",
        "regime.codice",
        "rendiconto.durata",
        "rendiconto.quota_minima",
        "rendiconto.scadenza",
        "revoca.aiuto",
        "revoca.dopo",
        "revoca.motivi",
        "revoca.premialita",
        "revoca.prima",
        "revoca.prova",
        "revoca.tolto",
        "revoca.totale",
        "richiedente.aspirante",
        "richiedente.associazione",
        "richiedente.codice_fiscale",
        "richiedente.firmatario",
        "richiedente.nome",
        "richiedente.rappresentato",
        "riduzione.comunicata",
        "ritenuta.aliquota",
        "ritenuta.norma",
        "ritiro.data",
        "sostituto.nome",
        "sostituto.termine",
        "spazio.indirizzo",
        "spazio.nome",
        "spesa.ammessa",
        "spesa.richiesta",
        "spesa.riduzioni",
        "termine.ripresa",
    }
)


def resolve(case: RentContribution, context: Context) -> dict[str, Any]:
    """Return the values of every field that the case itself gives."""
    dossier = Dossier(case, context.day)
    return {
        **application(dossier),
        **procedure(dossier),
        **examined(dossier),
        **money(dossier),
        **afterwards(dossier),
        **undone(dossier),
        **revoked(dossier),
        **withdrawn(dossier),
        "integrazione.elementi": lambda: requested_items(case),
    }
