"""What a ranking says of one application: whole, in part, nothing, not suitable (RANK-09 to RANK-13)."""

from collections.abc import Sequence
from decimal import Decimal

from workflows.rules import Outcome, Verdict, judge
from workflows.rules.words import euro

SOURCE = "Bando, graduatoria e fondi"


def by_ranking(is_ranked: bool) -> Outcome:
    """RANK-02: the call puts applications in order of score."""
    return judge(
        "RANK-02",
        is_ranked,
        yes="Il bando va a graduatoria: la domanda passa alla commissione.",
        no="Il bando non va a graduatoria.",
        source="D.Lgs. 184/2025, art. 13 c. 2 b)",
    )


def in_order(is_ranked: bool) -> Outcome:
    """RANK-01: the call serves applications in order of filing."""
    return judge(
        "RANK-01",
        not is_ranked,
        yes="Il bando va in ordine di presentazione.",
        no="Il bando va a graduatoria: la domanda si ammette alla graduatoria.",
        source="D.Lgs. 184/2025, art. 13 c. 2 a)",
    )


def not_ranked(is_approved: bool) -> Outcome:
    """RANK-11: once the list is approved, what it holds is decided by it."""
    return judge(
        "RANK-11",
        not is_approved,
        yes="La graduatoria non è ancora approvata.",
        no="La graduatoria è approvata: la domanda non torna in istruttoria.",
        source=SOURCE,
    )


def premiums_checked(unchecked: Sequence[str]) -> Outcome:
    """CALL-13: every premium is looked at, as it was on the day of filing."""
    named = ", ".join(unchecked)
    return judge(
        "CALL-13",
        not unchecked,
        yes="Le premialità sono state verificate alla data della domanda.",
        no=f"Premialità ancora da verificare alla data della domanda: {named}.",
        inputs={"da verificare": named},
        source="D.Lgs. 184/2025, art. 8",
    )


def whole_allotted(allotted: Decimal | None, proposed: Decimal, act: str) -> Outcome:
    """RANK-11: the act gives the whole of what was admitted."""
    return judge(
        "RANK-11",
        allotted is not None and allotted == proposed,
        yes=f"{act} finanzia la domanda per intero: {euro(proposed)}.",
        no=_otherwise(allotted, proposed, act),
        inputs={"assegnato": allotted, "ammesso": proposed},
        source=SOURCE,
    )


def part_allotted(allotted: Decimal | None, proposed: Decimal, act: str) -> Outcome:
    """RANK-12: the act gives a part of what was admitted."""
    return judge(
        "RANK-12",
        allotted is not None and Decimal(0) < allotted < proposed,
        yes=f"{act} finanzia la domanda in parte: {euro(allotted or Decimal(0))} su "
        f"{euro(proposed)}.",
        no=_otherwise(allotted, proposed, act),
        inputs={"assegnato": allotted, "ammesso": proposed},
        source=SOURCE,
    )


def nothing_allotted(allotted: Decimal | None, proposed: Decimal, act: str) -> Outcome:
    """RANK-11: the act puts the application in list C."""
    return judge(
        "RANK-11",
        allotted is not None and allotted == 0,
        yes=f"{act} colloca la domanda fra le ammissibili non finanziate.",
        no=_otherwise(allotted, proposed, act),
        inputs={"assegnato": allotted, "ammesso": proposed},
        source=SOURCE,
    )


def more_allotted(allotted: Decimal | None, granted: Decimal, act: str) -> Outcome:
    """RANK-13: the act raises a grant in part."""
    return judge(
        "RANK-13",
        allotted is not None and allotted > granted,
        yes=f"{act} porta il contributo da {euro(granted)} a {euro(allotted or Decimal(0))}.",
        no="Nessun atto di scorrimento aumenta questo contributo.",
        inputs={"assegnato": allotted, "concesso": granted},
        source=SOURCE,
    )


def not_suitable(reasons: Sequence[str] | None) -> Outcome:
    """RANK-09: the approved list says that the score is below a threshold."""
    return judge(
        "RANK-09",
        bool(reasons),
        yes=" ".join(["La domanda non è idonea.", *(reasons or ())]),
        no="La graduatoria approvata non esclude questa domanda.",
        source="D.Lgs. 184/2025, art. 13 c. 1 c)",
    )


def raised_by_premium(premium: Decimal) -> Outcome | None:
    """CALL-15: what premiums add, where they add anything."""
    if not premium:
        return None
    return Outcome(
        "CALL-15", Verdict.MET, f"Le premialità aggiungono {euro(premium)}.", {"premio": premium}
    )


def _otherwise(allotted: Decimal | None, proposed: Decimal, act: str) -> str:
    if allotted is None:
        return "La graduatoria non è ancora approvata."
    return f"{act} assegna alla domanda {euro(allotted)} su {euro(proposed)}."
