"""Plain rows for the pages of the committee and of the ranking: what stands where, in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from calls.models import Criterion
from evaluation import rules
from evaluation.models import Member, RankingRow, Score, ScoreSheet
from workflows.models import Case

# The lists of a call that gives places alone, in its own words.
PLACES_ALONE = {"C": gettext_lazy("Suitable, in the ranking"), "D": gettext_lazy("Not admissible")}
LIST_TONES = {"A": "success", "B": "warning", "C": "neutral", "D": "danger"}


@dataclass(frozen=True)
class Mark:
    """Where a member stands with a file: a word and its tone, and the sheet if the reader may see it."""

    member: Member
    label: str
    tone: str
    sheet: ScoreSheet | None = None
    total: str = ""


def marks(
    case: Case,
    members: Sequence[Member],
    scorers: Sequence[Member],
    sheets: Iterable[ScoreSheet],
    away: set[tuple[int, int]],
    *,
    shows: bool,
) -> list[Mark]:
    """Return one mark a member for a file; totals and sheets only where the reader may see them."""
    by_member = {sheet.member_id: sheet for sheet in sheets}
    scoring = {member.pk for member in scorers}
    found = []
    for member in members:
        sheet = by_member.get(member.pk)
        if (member.pk, case.pk) in away:
            found.append(Mark(member, _("abstains"), "warning"))
        elif member.pk not in scoring:
            found.append(Mark(member, "–", "neutral"))
        elif sheet is None:
            found.append(Mark(member, _("not opened"), "neutral"))
        elif not sheet.is_closed:
            found.append(Mark(member, _("draft"), "draft"))
        else:
            total = points_words(_total(sheet)) if shows else ""
            found.append(
                Mark(
                    member, pgettext("sheet", "closed"), "success", sheet if shows else None, total
                )
            )
    return found


def spread_rows(
    criteria: Sequence[Criterion], sheets: Sequence[ScoreSheet]
) -> list[dict[str, Any]]:
    """Return, criterion by criterion, what each member gave and how far apart they are."""
    closed = [sheet for sheet in sheets if sheet.is_closed]
    rows = []
    for number, criterion in enumerate(criteria):
        given = [{"sheet": sheet, "score": _scores(sheet)[number]} for sheet in closed]
        points = [rules.hundredths(_scores(sheet)[number].points) for sheet in closed]
        apart = max(points) - min(points) if points else 0
        rows.append(
            {
                "criterion": criterion,
                "given": given,
                "spread": points_words(apart),
                # Three tenths of the weight between two members is worth a word among them.
                "is_wide": apart * 10 > rules.hundredths(criterion.weight) * 3,
            }
        )
    return rows


def ranking_row(row: RankingRow, criteria: Sequence[Criterion]) -> dict[str, Any]:
    """Return a row of a list as pages show it."""
    return {
        "row": row,
        "tone": LIST_TONES[row.listed],
        "total": "" if row.total is None else points_words(row.total),
        "means": [
            {"criterion": criterion.title, "mean": points_words(mean)}
            for criterion, mean in zip(criteria, row.means, strict=False)
        ],
        "tie": tie_words(row.tie, criteria),
    }


# Steps of which a list says that they decided, and nothing more.
WITHOUT_VALUES = {
    "premium_holder": gettext_lazy("Behind {ahead} of equal points, which holds a premium."),
    "younger": gettext_lazy("Behind {ahead} of equal points, who is younger."),
}


def tie_words(tie: dict[str, Any] | None, criteria: Sequence[Criterion]) -> str:
    """Say which step put an application behind another of equal points (RANK-08)."""
    if tie is None:
        return ""
    step, ahead = tie["step"], tie["ahead"]
    if step.startswith("criterion:"):
        number = int(step.partition(":")[2])
        return _(
            "Behind {ahead} of equal points: {theirs} against {ours} in “{criterion}”."
        ).format(
            ahead=ahead,
            theirs=points_words(int(tie["theirs"])),
            ours=points_words(int(tie["ours"])),
            criterion=criteria[number - 1].title if number <= len(criteria) else step,
        )
    if step in WITHOUT_VALUES:
        return str(WITHOUT_VALUES[step]).format(ahead=ahead)
    if step == "earlier_filing":
        return _("Behind {ahead} of equal points, filed earlier: {theirs} against {ours}.").format(
            ahead=ahead, theirs=_instant(tie["theirs"]), ours=_instant(tie["ours"])
        )
    if step == "earlier_protocol":
        return _(
            "Behind {ahead} of equal points, with the lower protocol number: {theirs} against {ours}."
        ).format(ahead=ahead, theirs=tie["theirs"], ours=tie["ours"])
    return _(
        "Behind {ahead} of equal points, by the public draw: {theirs} comes before {ours}."
    ).format(ahead=ahead, theirs=tie["theirs"][:12], ours=tie["ours"][:12])


def points_words(hundredths: int) -> str:
    """Write hundredths of a point as Italian acts do, in every language: 59,99."""
    return rules.points(hundredths)


def _total(sheet: ScoreSheet) -> int:
    return sum(rules.hundredths(score.points) for score in _scores(sheet))


def _scores(sheet: ScoreSheet) -> list[Score]:
    """Return the points of a sheet in the order of the criteria, fetched with it."""
    return sorted(sheet.scores.all(), key=_position)


def _position(score: Any) -> int:
    return score.criterion.position


def _instant(text: str) -> str:
    return f"{timezone.localtime(datetime.fromisoformat(text)):%d/%m/%Y %H:%M:%S.%f}"
