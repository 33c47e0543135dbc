"""A list in the tables of its acts: places by number of application, ties explained, the draw."""

from collections.abc import Iterable, Sequence

from django.utils import translation

from calls.models import Criterion
from evaluation import rules
from evaluation.models import RankedList, Ranking, RankingRow
from evaluation.showing import tie_words
from letters import pdf
from letters.templating import Items
from workflows.rules.words import euro

# As many digits of a ticket as tell it from any other of its list.
DIGITS = 16
HEADS = {
    RankedList.FINANCED: ("Posizione", "Domanda", "Punti", "Contributo"),
    RankedList.PARTLY: ("Posizione", "Domanda", "Punti", "Spettante", "Finanziato"),
    RankedList.NOT_FINANCED: ("Posizione", "Domanda", "Punti", "Spettante"),
}
NOT_SUITABLE, NOT_ADMITTED = "non idonea per punteggio", "non ammessa"


def table(listed: RankedList, rows: Iterable[RankingRow]) -> pdf.Table | None:
    """Return one of the four lists by number of application, nobody named; None where it is empty."""
    found = tuple(_cells(listed, row) for row in rows if row.listed == listed)
    if not found:
        return None
    if listed == RankedList.NOT_ADMITTED:
        return pdf.Table(("Domanda", "Esito"), found, widths=(0.45, 0.55), row_headers=True)
    head = HEADS[listed]
    align = ("right", "left", *("right" for _more in head[2:]))
    return pdf.Table(head, found, align=align)


def ties(rows: Sequence[RankingRow], criteria: Sequence[Criterion]) -> Items:
    """Return, for each application behind another of equal points, the step that put it there."""
    with translation.override("it"):
        said = [(row.case, tie_words(row.tie, criteria)) for row in rows if row.tie]
    return Items(tuple(f"{case}: {words[:1].lower()}{words[1:]}" for case, words in said))


def draw(ranking: Ranking, rows: Sequence[RankingRow]) -> pdf.Table | None:
    """Return those whom the draw put in order, with their tickets; None where nothing was drawn."""
    placed = [row for row in rows if row.place is not None]
    numbers = {str(row.case) for row in placed}
    if ranking.scheme.get("policy") != rules.Policy.DRAW:
        drawn = [row for row in placed if row.tie and row.tie["step"] == rules.DRAW]
        numbers = {str(row.case) for row in drawn} | {row.tie["ahead"] for row in drawn if row.tie}
    if not (ranking.seed and numbers):
        return None
    found = tuple(
        (str(row.place), str(row.case), rules.drawn(ranking.seed, str(row.case))[:DIGITS])
        for row in placed
        if str(row.case) in numbers
    )
    return pdf.Table(
        ("Posizione", "Domanda", f"Impronta (prime {DIGITS} cifre)"),
        found,
        align=("right", "left", "left"),
        widths=(0.15, 0.4, 0.45),
    )


def _cells(listed: RankedList, row: RankingRow) -> tuple[str, ...]:
    number, points = str(row.case), "–" if row.total is None else rules.points(row.total)
    match listed:
        case RankedList.FINANCED:
            return str(row.place), number, points, euro(row.granted)
        case RankedList.PARTLY:
            return str(row.place), number, points, euro(row.asked), euro(row.granted)
        case RankedList.NOT_FINANCED:
            return str(row.place), number, points, euro(row.asked)
    return number, NOT_ADMITTED if row.total is None else NOT_SUITABLE
