"""What an integration may ask for and what it may not (SOC). Pure: no database, no clock."""

from collections.abc import Collection

from workflows.rules import Outcome, Verdict, judge

SOURCE = "D.Lgs. 184/2025, art. 14"
IDENTITY, CHANNEL = "SOC-02", "SOC-04"
ESSENTIAL, OTHERWISE = "SOC-03", "SOC-05"
# Reasons for which a short act with the decisive one is enough (PROC-02).
INADMISSIBLE = frozenset({IDENTITY, ESSENTIAL, CHANNEL, "RANK-05"})
GO_ON = "Comunica i motivi che ostano: la domanda va verso l'inammissibilità."
NEVER = {
    IDENTITY: "Non è certo chi abbia presentato la domanda: non si può integrare.",
    CHANNEL: "La domanda non è arrivata dal canale che il bando prescrive: non si può integrare.",
}


def curable_document(title: str, *, is_essential: bool, is_there: bool) -> Outcome:
    """SOC-03: an essential document may be made clearer, not brought where it is missing."""
    return judge(
        ESSENTIAL,
        is_there or not is_essential,
        yes=f"“{title}” si può chiedere.",
        no=f"“{title}” è chiesto dal bando a pena di inammissibilità e manca: non si può integrare.",
        inputs={"documento": title},
        source=f"{SOURCE}, c. 2",
        remedy=GO_ON,
    )


def never_curable(rule: str) -> Outcome:
    """SOC-02, SOC-04: what leaves the applicant uncertain, and a wrong way in, stay as they are."""
    return Outcome(rule, Verdict.NOT_MET, NEVER[rule], source=f"{SOURCE}, c. 2", remedy=GO_ON)


def keeps_the_score(code: str, label: str, *, scored: Collection[str]) -> Outcome:
    """SOC-06: in a ranking what is scored stays as it was filed, for equal treatment."""
    return judge(
        "SOC-06",
        code not in scored,
        yes=f"“{label}” non riceve punteggio: si può chiedere.",
        no=f"“{label}” riceve punteggio: in una graduatoria non si può integrare.",
        inputs={"voce": label},
        source="Parità di trattamento; giurisprudenza",
    )


def keeps_its_place() -> Outcome:
    """SOC-07: who brings what can be cured keeps the time of the first filing."""
    return Outcome(
        "SOC-07",
        Verdict.MET,
        "La domanda conserva l'ordine di presentazione.",
        source="Prassi delle procedure a sportello",
    )


def missing_document_asked(title: str, *, is_essential: bool, was_asked: bool) -> Outcome:
    """SOC-05: nobody is refused for a document that could have been asked for and was not."""
    return judge(
        OTHERWISE,
        is_essential or was_asked,
        yes=f"“{title}” è essenziale, o è stato chiesto.",
        no=f"“{title}” non è essenziale e non è mai stato chiesto: prima va chiesta l'integrazione.",
        inputs={"documento": title},
        source=f"{SOURCE}, c. 1; L. 241/1990, art. 6",
        remedy="Chiedi l'integrazione del documento.",
    )


def short_form_allowed(rules: Collection[str]) -> bool:
    """PROC-02: whether every reason that stands makes the application plainly inadmissible."""
    return bool(rules) and INADMISSIBLE.issuperset(rules)
