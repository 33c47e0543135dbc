"""What the rules let people know and no page can enforce: each with its id, a sentence and its source."""

from workflows.rules import Outcome, Verdict

REGION = "D.G.R. Lombardia X/7763 del 17/01/2018, Indirizzi regionali"
TAX = "T.U.I.R., artt. 13 e 50, comma 1, lett. c)"
# For whom each sentence is, by the word of the page: candidates, hosts, promoters.
CANDIDATES, HOSTS, PROMOTERS = "candidates", "hosts", "promoters"

_TOLD: dict[str, tuple[str, str, str]] = {
    "R-HOS-01": (
        HOSTS,
        (
            "Può ospitare ogni soggetto pubblico o privato, anche un professionista o un titolare senza "
            "dipendenti."
        ),
        REGION,
    ),
    "R-HOS-08": (
        HOSTS,
        (
            "L'ospitante firma convenzione e progetto, tiene disponibile il tutor, applica la sicurezza, "
            "invia le comunicazioni obbligatorie, paga l'indennità e avvisa subito il promotore di "
            "infortuni, trasferte e variazioni."
        ),
        REGION,
    ),
    "R-SAF-01": (
        HOSTS,
        (
            "Per la sicurezza il tirocinante vale come un lavoratore: all'ospitante spettano tutti gli "
            "obblighi."
        ),
        "D.Lgs. 81/2008, art. 2; L. 234/2021, art. 1 c. 725",
    ),
    "R-SAF-05": (
        HOSTS,
        "L'ospitante considera i tirocinanti nella valutazione dei rischi e nei piani di emergenza.",
        "D.Lgs. 81/2008, artt. 4 e 28",
    ),
    "R-SAF-06": (
        HOSTS,
        (
            "Trattori e prodotti fitosanitari si usano solo con l'abilitazione; ai minori sono vietati i "
            "lavori pericolosi."
        ),
        "D.Lgs. 81/2008, art. 73; L. 977/1967",
    ),
    "R-COB-01": (
        HOSTS,
        "L'ospitante comunica inizio, proroga, trasformazione e fine anticipata del tirocinio.",
        "D.L. 510/1996, art. 9-bis",
    ),
    "R-COB-05": (
        HOSTS,
        "Le comunicazioni si inviano con il sistema regionale (SIUL) della sede del tirocinio.",
        "D.L. 510/1996, art. 9-bis",
    ),
    "R-SAN-03": (
        CANDIDATES,
        "Solo il tirocinante può chiedere al giudice di riconoscere un rapporto di lavoro.",
        "L. 234/2021, art. 1 c. 723",
    ),
    "R-SAN-04": (
        HOSTS,
        "Le violazioni della sicurezza sono punite come per ogni lavoratore.",
        "D.Lgs. 81/2008",
    ),
    "R-IND-10": (
        CANDIDATES,
        "L'indennità di tirocinio si può ricevere insieme alla NASpI.",
        "INPS, circ. 174/2017",
    ),
    "R-IND-12": (
        CANDIDATES,
        "Anche nei tirocini estivi valgono gli stessi minimi di indennità.",
        REGION,
    ),
    "R-TAX-01": (
        CANDIDATES,
        "L'indennità è un reddito assimilato a quello di lavoro dipendente.",
        TAX,
    ),
    "R-TAX-03": (CANDIDATES, "Sull'indennità non si pagano contributi all'INPS.", TAX),
    "R-TAX-05": (
        CANDIDATES,
        (
            "Il trattamento integrativo può spettare anche a chi ha redditi assimilati: lo calcola chi "
            "paga l'indennità."
        ),
        "D.L. 3/2020",
    ),
    "R-TAX-06": (
        CANDIDATES,
        "I rimborsi delle spese di viaggio documentate non sono reddito.",
        TAX,
    ),
    "R-TAX-07": (
        CANDIDATES,
        "Se paga l'INPS per conto della Regione, l'importo è al lordo delle imposte.",
        TAX,
    ),
    "R-PRO-07": (
        PROMOTERS,
        (
            "Il promotore verifica i requisiti, approva il progetto, nomina il tutor, assicura, segue e "
            "controlla, compila dossier e attestazione, conserva i documenti."
        ),
        REGION,
    ),
    "R-ATT-08": (
        PROMOTERS,
        (
            "Le competenze si descrivono con il quadro regionale (QRSP) e i livelli EQF; certificarle è "
            "una procedura a parte."
        ),
        REGION,
    ),
    "R-ATT-10": (
        PROMOTERS,
        (
            "Le relazioni intermedie sono a metà percorso fino a tre mesi, poi ogni tre mesi; quella "
            "finale entro trenta giorni dalla fine."
        ),
        "Prassi dei promotori",
    ),
    "R-ATT-12": (
        PROMOTERS,
        "I documenti si conservano cinque anni, dieci quando ci sono fondi europei o statali.",
        "Codice civile, art. 2220; Reg. (UE) 2021/1060",
    ),
    "R-GRN-07": (
        HOSTS,
        "In agricoltura nessun incentivo nazionale è riservato ai tirocini extracurriculari.",
        "Bando",
    ),
    "R-GRN-08": (
        HOSTS,
        (
            "Altri aiuti alle assunzioni nell'economia verde sono legati a un numero minimo di contratti "
            "stabili."
        ),
        "D.L. 83/2012, art. 57",
    ),
}


def told(rule: str) -> Outcome:
    """Return what a rule lets people know. Raises `KeyError` for one that says nothing so."""
    _audience, sentence, source = _TOLD[rule]
    return Outcome(rule, Verdict.MET, sentence, source=source)


def told_to(audience: str) -> list[Outcome]:
    """Return all that candidates, hosts or promoters are let know."""
    return [told(rule) for rule, (whom, _sentence, _source) in _TOLD.items() if whom == audience]
