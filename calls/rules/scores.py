"""Criteria and their points (RANK-02, RANK-09, PROC-12)."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from calls.rules.faults import Fault
from calls.rules.words import number

PLACE = "criteri"


@dataclass(frozen=True)
class Criterion:
    """What a committee scores: up to `weight` points, and not under `minimum`, by the guidance."""

    code: str
    title_it: str
    weight: Decimal
    minimum: Decimal = Decimal(0)
    title_en: str = ""
    guidance_it: str = ""
    guidance_en: str = ""


def criteria_faults(
    criteria: Sequence[Criterion], *, total: Decimal, threshold: Decimal | None, is_ranking: bool
) -> list[Fault]:
    """Say what is wrong with criteria whose points must give `total` (RANK-02, RANK-09)."""
    if not criteria:
        missing = Fault(PLACE, "Una graduatoria ha bisogno dei suoi criteri.", "RANK-02")
        return [missing] if is_ranking else []
    found = [fault for criterion in criteria for fault in criterion_faults(criterion)]
    given = sum((criterion.weight for criterion in criteria), Decimal(0))
    if given != total:
        sentence = (
            f"I punti massimi dei criteri fanno {number(given)} e devono fare {number(total)}."
        )
        found.append(Fault(PLACE, sentence, "RANK-02"))
    if threshold is not None and threshold > given:
        sentence = (
            f"La soglia ({number(threshold)} punti) supera i punti che si possono ottenere "
            f"({number(given)})."
        )
        found.append(Fault(PLACE, sentence, "RANK-09", "threshold_total"))
    unguided = [criterion for criterion in criteria if not criterion.guidance_it.strip()]
    if is_ranking and unguided:
        names = ", ".join(f"“{criterion.title_it}”" for criterion in unguided)
        sentence = f"Senza indicazioni per chi valuta: {names}."
        found.append(Fault(PLACE, sentence, "PROC-12", is_advice=True))
    return found


def criterion_faults(criterion: Criterion) -> list[Fault]:
    """Say what is wrong with one criterion."""
    found = []
    name = f"“{criterion.title_it}”"
    if criterion.weight <= 0:
        found.append(f"{name}: i punti massimi devono essere più di zero.")
    if criterion.minimum < 0:
        found.append(f"{name}: il minimo non può essere sotto zero.")
    if criterion.minimum > criterion.weight:
        found.append(
            f"{name}: il minimo ({number(criterion.minimum)}) supera il massimo "
            f"({number(criterion.weight)})."
        )
    return [Fault(PLACE, sentence, "RANK-09", criterion.code) for sentence in found]
