"""What a committee has scored at a sitting: a line for each file, and every sheet with its reasons."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.utils import timezone

from evaluation import rules
from evaluation.gathering import Gathered, resources, scheme_of
from evaluation.kinds import ADMISSIBLE
from evaluation.models import ScoreSheet, Sitting
from evaluation.queries import incomplete, scorers_by_case, sheets_by_case
from letters import pdf
from letters.pdf.content import Block
from workflows.models import Case
from workflows.terms.italian import italian_date

FINISHED = "La commissione ha concluso la valutazione e trasmette gli atti al responsabile del procedimento."
GOES_ON = "La valutazione prosegue in un'altra seduta. Domande ancora da valutare: {}."


def fields(sitting: Sitting, gathered: Gathered) -> dict[str, Any]:
    """Return how far the scoring has come, by name of field."""
    cases = [one.case for one in gathered.candidates if one.stage == ADMISSIBLE]
    closed = _closed_at(sitting)
    waiting = incomplete(
        scorers_by_case(sitting.committee, cases), sheets_by_case([case.pk for case in cases])
    )
    touched = {sheet.case_id for sheet in closed}
    means = _means(sitting, gathered, {str(case) for case in cases if case.pk not in waiting})
    return {
        "seduta.punteggi": _summary([one for one in cases if one.pk in touched], means),
        "seduta.motivazioni": tuple(_sheets(closed)) or None,
        "seduta.esito": GOES_ON.format(len(waiting)) if waiting else FINISHED,
    }


def _closed_at(sitting: Sitting) -> list[ScoreSheet]:
    """Return the sheets that were closed at a sitting, those that gave way since among them."""
    return list(
        ScoreSheet.objects.filter(sitting__committee=sitting.committee)
        .filter(closed_at__range=(sitting.opened_at, sitting.closed_at))
        .select_related("member__user", "case")
        .prefetch_related("scores__criterion")
        .order_by("case__number", "member", "pk")
    )


def _means(sitting: Sitting, gathered: Gathered, complete: Collection[str]) -> dict[str, str]:
    """Return the mean of the members' totals, by number of file, once all have closed theirs."""
    call = sitting.committee.call
    criteria = scheme_of(call.current_version, resources(call)).criteria
    scored = [
        one._replace(premium_points=Decimal(0))
        for one in gathered.applications
        if one.id in complete
    ]
    if not (criteria and scored):
        return {}
    totals = rules.score(criteria, scored).totals
    return {one.id: rules.points(total) for one, total in zip(scored, totals, strict=True)}


def _summary(cases: Sequence[Case], means: Mapping[str, str]) -> pdf.Table | None:
    """Return what each member gave a file as a whole, and the mean."""
    if not cases:
        return None
    sheets = sheets_by_case([case.pk for case in cases])
    names = {one.member_id: str(one.member.user) for found in sheets.values() for one in found}
    rows = []
    for case in cases:
        totals = {one.member_id: _total(one) for one in sheets[case.pk] if one.is_closed}
        given = [rules.points(totals[key]) if key in totals else "–" for key in sorted(names)]
        rows.append((str(case), *given, means.get(str(case), "–")))
    head = ("Domanda", *(names[key] for key in sorted(names)), "Media")
    align = ("left", *("right" for _column in head[1:]))
    return pdf.Table(head, tuple(rows), align=align, small=True, row_headers=True)


def _sheets(closed: Sequence[ScoreSheet]) -> Iterator[Block]:
    case = None
    for sheet in closed:
        if sheet.case_id != case:
            case = sheet.case_id
            yield pdf.Heading(f"Domanda {sheet.case}", level=3)
        yield _sheet(sheet)


def _sheet(sheet: ScoreSheet) -> pdf.Table:
    scores = sorted(sheet.scores.all(), key=lambda score: score.criterion.position)
    rows = tuple(
        (score.criterion.title_it, rules.points(rules.hundredths(score.points)), score.reason)
        for score in scores
    )
    reopened = (
        f" La scheda è stata riaperta il {instant(sheet.superseded_at)}: {sheet.superseded_because}"
        if sheet.superseded_at
        else ""
    )
    return pdf.Table(
        ("Criterio", "Punti", "Motivo"),
        rows,
        align=("left", "right", "left"),
        widths=(30, 10, 60),
        caption=f"{sheet.member.user}: {rules.points(_total(sheet))} punti.{reopened}",
        small=True,
    )


def _total(sheet: ScoreSheet) -> int:
    return rules.hundredths(sum((score.points for score in sheet.scores.all()), Decimal(0)))


def instant(at: datetime | None) -> str:
    """Write an instant to the minute as minutes do."""
    if at is None:
        return "–"
    local = timezone.localtime(at)
    return f"{italian_date(local.date())}, ore {local:%H.%M}"
