"""How long the procedure of a call may take (PROC-T1, PROC-T2)."""

from dataclasses import dataclass

from calls.rules.faults import Fault

PLACE = "termini"


@dataclass(frozen=True)
class TermLimits:
    """Days that need no reason, and days that nothing exceeds (L. 241/1990, art. 2 c. 3-4)."""

    free: int
    most: int


def term_faults(days: object, reason: str, limits: TermLimits) -> list[Fault]:
    """Say what is wrong with the term to conclude, in days; a longer one needs its reason."""
    if not isinstance(days, int) or isinstance(days, bool):
        return [_fault("Indica in quanti giorni si conclude il procedimento.", "PROC-T1")]
    if days < 1:
        return [_fault("Il procedimento deve avere un termine di almeno un giorno.", "PROC-T1")]
    if days > limits.most:
        return [
            _fault(
                f"Il termine di {days} giorni supera il massimo di legge, {limits.most} giorni.",
                "PROC-T2",
            )
        ]
    if days > limits.free and not reason.strip():
        sentence = (
            f"Un termine oltre {limits.free} giorni si può fissare solo con una motivazione "
            "(sostenibilità e natura degli interessi): scrivila."
        )
        return [Fault(PLACE, sentence, "PROC-T2", "conclusion_reason")]
    return []


def _fault(sentence: str, rule: str) -> Fault:
    return Fault(PLACE, sentence, rule, "conclusion_days")
