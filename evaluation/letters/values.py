"""The fields of the vocabulary `call` that a ranked call itself gives, whatever act speaks of it."""

from decimal import Decimal
from typing import Any

from calls.models import Call
from calls.rules.ranking import step_in_words
from calls.rules.words import number
from evaluation.models import Committee
from letters import pdf
from letters.vocabulary import Context, register

VOCABULARY = "call"
GIVES = frozenset(
    {
        "commissione.atto",
        "commissione.numero_componenti",
        "graduatoria.parita",
        "graduatoria.riserve",
        "graduatoria.soglia",
        "seduta.criteri",
    }
)


def resolve(call: Call, _context: Context) -> dict[str, Any]:
    """Return what the call's frozen rules and its committee say."""
    version = call.current_version
    committee = Committee.objects.filter(call=call).first()
    criteria = list(version.criteria.order_by("position"))
    titles = [one.title_it for one in criteria]
    threshold = version.parameters.get("threshold_total")
    chain = version.parameters.get("tie_chain") or ()
    reserves = [
        f"{number(one.percent)}% – {one.title_it}" for one in version.reserves.order_by("position")
    ]
    return {
        "commissione.atto": committee.act if committee else None,
        "commissione.numero_componenti": str(_seats(committee)) if committee else None,
        "graduatoria.parita": ", ".join(step_in_words(step, titles) for step in chain) or None,
        "graduatoria.riserve": "; ".join(reserves) or None,
        "graduatoria.soglia": number(Decimal(str(threshold))) if threshold else None,
        "seduta.criteri": _criteria([(one.title_it, one.weight) for one in criteria]),
    }


def _seats(committee: Committee) -> int:
    return sum(member.scores for member in committee.members.all())


def _criteria(weights: list[tuple[str, Decimal]]) -> pdf.Table | None:
    if not weights:
        return None
    total = sum((weight for _title, weight in weights), Decimal(0))
    rows = (*((title, number(weight)) for title, weight in weights), ("Totale", number(total)))
    return pdf.Table(
        ("Criterio", "Punti massimi"),
        rows,
        align=("left", "right"),
        widths=(0.75, 0.25),
        row_headers=True,
        total=True,
    )


def ready() -> None:
    """Make the fields of this vocabulary known."""
    register(VOCABULARY, resolve=resolve, gives=GIVES)
