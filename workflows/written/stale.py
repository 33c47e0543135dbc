"""What an applicant is told whose page was old: what has happened since, and what they wrote."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _

from workflows import showing, stale
from workflows.engine import Refusal, TransitionRefused
from workflows.kinds import kind_of
from workflows.written.access import one_line_end
from workflows.written.clashes import fields_of
from workflows.written.kinds import written_of

WRITTEN = ("ground-", "memory-")


@dataclass(frozen=True)
class Since:
    """One thing that happened after the page was opened, in the applicant's words."""

    at: datetime
    title: str
    changes: list[dict[str, str]] = field(default_factory=list)


@dataclass(frozen=True)
class Refused:
    """Why an act was not done, as `workflows/written/_refused.html` shows it."""

    why: Refusal
    sentence: str
    since: list[Since] = field(default_factory=list)


def refused_with(refused: TransitionRefused, request: HttpRequest, case: Any) -> Refused:
    """Return a refusal with what has happened since the page was opened."""
    return Refused(refused.why, refused.sentence, since(request.POST, case))


def since(typed: QueryDict, case: Any) -> list[Since]:
    """Return what happened to the case since the page was drawn, in the applicant's words."""
    events = kind_of(case).applicant_events
    moves = stale.moves_since(case, stale.seen_version(typed))
    return [
        Since(
            row["when"],
            str(events.get(row["name"], _("The office has updated your application"))),
            [
                change
                for change in row["changes"]
                if change["field"] in written_of(case).known_fields
            ],
        )
        for row in showing.history_rows(case, moves)
    ]


def written(typed: QueryDict, case: Any) -> list[dict[str, str]]:
    """Return what somebody wrote in a form, with the words of each field; marks of ours stay out."""
    fields = fields_of(written_of(case).forms(case))
    labels = {name: str(field.label) for name, field in fields.items()} | {"reason": _("Why")}
    labels |= {f"ground-{ground.pk}": ground.text for ground in case.refusal_grounds.all()}
    return [
        {"name": name, "label": labels.get(name, _("What you answer")), "text": text}
        for name, value in typed.items()
        if (text := one_line_end(str(value)).strip())
        and (name in labels or name.startswith(WRITTEN))
    ]


def show_kept(
    request: HttpRequest, case: Any, typed: QueryDict, texts: list[dict[str, str]]
) -> HttpResponse:
    """Give back what was written for a step that is no longer asked for; nothing of it is lost."""
    context: dict[str, Any] = {"case": case, "since": since(typed, case), "texts": texts}
    return render(request, "workflows/written/kept.html", context, status=409)
