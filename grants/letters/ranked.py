"""What a ranking brings by letter: its outcome for one application, a grant raised by a scroll-down."""

from typing import Any

from calls.rules.ranking import step_in_words
from evaluation import rules as lists
from evaluation.models import RankingRow
from evaluation.queries import latest_act, ranked_row, sheets_by_case
from grants.letters.dossier import Dossier
from grants.models import RentContribution
from grants.rules import euro
from letters import pdf
from letters.cases.sending import decider_role, send, stated_reason
from letters.models import Letter
from letters.templating import Items
from parties import moment
from parties.models import User
from workflows.terms.italian import italian_date


def send_ranking_outcome(case: RentContribution, *, by: User | None) -> Letter:
    """Tell where an application stands in the approved list, with points and reasons (RANK-11)."""
    row = ranked_row(case)
    if row is None:
        raise LookupError(f"{case} stands in no approved ranking")
    return send(
        case,
        "ranking_outcome",
        by=by,
        role=decider_role(case, by),
        given=_outcome(case, row),
    )


def send_raise(case: RentContribution, *, by: User | None) -> Letter:
    """Send the act of grant anew: a scroll-down has raised its amount (RANK-13)."""
    _amount, act = latest_act(case)
    stated = stated_reason(Dossier(case, moment.today()).last("raise_grant"))
    told = f"{act} porta il contributo a {euro(case.granted)}."
    return send(
        case,
        "grant",
        by=by,
        role=decider_role(case, by),
        given={"motivazione": " ".join(filter(None, (told, stated))), **standing(case)},
        amount=case.granted,
    )


def standing(case: RentContribution) -> dict[str, Any]:
    """Return where an application stands in the approved list, with its points; nothing without one."""
    row = ranked_row(case)
    if row is None:
        return {}
    titles = [one.title_it for one in case.call_version.criteria.order_by("position")]
    return {
        "graduatoria.atto": row.ranking.act,
        "esito.posizione": str(row.place) if row.place else None,
        "esito.punteggio": lists.points(row.total) if row.total is not None else None,
        "esito.punteggi": _points(case, row) if row.means else None,
        "esito.parita": step_in_words(row.tie["step"], titles) if row.tie else None,
    }


def _outcome(case: RentContribution, row: RankingRow) -> dict[str, Any]:
    threshold = case.call_version.parameters.get("threshold_total")
    valid = row.ranking.validity_until
    return {
        **standing(case),
        "graduatoria.soglia": str(threshold) if threshold else None,
        "graduatoria.validita": f"fino al {italian_date(valid)}" if valid else None,
        "esito.senza_fondi": row.place is not None,
        "esito.sotto_soglia": row.place is None,
        "motivi": Items(tuple(row.reasons), ordered=True) if row.reasons else None,
    }


def _points(case: RentContribution, row: RankingRow) -> pdf.Table:
    """Return the means by criterion with the members' reasons, nobody named."""
    criteria = list(case.call_version.criteria.order_by("position"))
    closed = [sheet for sheet in sheets_by_case([case.pk]).get(case.pk, ()) if sheet.is_closed]
    reasons = [
        "\n".join(
            score.reason
            for sheet in closed
            for score in sheet.scores.all()
            if score.criterion.position == criterion.position
        )
        for criterion in criteria
    ]
    rows = [
        (one.title_it, lists.points(lists.hundredths(one.weight)), lists.points(mean), reason)
        for one, mean, reason in zip(criteria, row.means, reasons, strict=True)
    ]
    most = sum(lists.hundredths(one.weight) for one in criteria)
    rows.append(("Totale", lists.points(most), lists.points(row.total or 0), ""))
    return pdf.Table(
        head=("Criterio", "Massimo", "Punti", "Motivazione"),
        rows=tuple(rows),
        align=("left", "right", "right", "left"),
        widths=(0.27, 0.13, 0.1, 0.5),
        row_headers=True,
        total=True,
    )
