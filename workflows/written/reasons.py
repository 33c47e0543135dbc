"""Reasons of the office that a person may answer one by one: against an application, or to undo an act."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from workflows.written.papers import Paper, free_paper, loose_files

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from workflows.services.drafts import Kept

REFUSAL_NOTICE = "refusal_notice"
LONG = 4000


@dataclass(frozen=True)
class Reasons:
    """What is open to be answered: its page, the grounds, the place for documents, the act that sends it.

    `page` is the name of the page and of what the act takes; `running` is the procedure in which
    somebody is heard, None for the reasons against an application.
    """

    page: str
    act: str
    prefix: str
    grounds: Sequence[Any]
    paper: Paper
    template: str
    sent: str
    running: Any = None

    def name(self, ground: Any) -> str:
        """Return the field in which a ground is answered."""
        return f"{self.prefix}-{ground.pk}"

    @property
    def names(self) -> list[str]:
        """The fields that are open, one for each ground."""
        return [self.name(ground) for ground in self.grounds]

    def texts(self, draft: Kept) -> dict[int, str]:
        """Return what was written to each ground, by its key."""
        typed = {ground.pk: str(draft.value(self.name(ground))) for ground in self.grounds}
        return {key: text.strip()[:LONG] for key, text in typed.items()}


def observations(case: Any, during: Collection[str] = (REFUSAL_NOTICE,)) -> Reasons | None:
    """Return the reasons against what somebody asked for, while they may be answered (PRE-02).

    `during` are the statuses of the kind of case in which they may.
    """
    if case.status not in during:
        return None
    title = _("Documents with your observations")
    return Reasons(
        page="observations",
        act="file_observations",
        prefix="ground",
        grounds=list(case.grounds),
        paper=free_paper("observations", title, loose_files(case.pk)),
        template="workflows/written/observations.html",
        sent=_("Sent. The office weighs your observations before it decides."),
    )


def memories(case: Any, running: Any, template: str) -> Reasons:
    """Return the reasons to undo what was decided, while somebody is heard (PROC-08, PRE-11)."""
    title = _("Documents with your memories")
    return Reasons(
        page="memories",
        act="file_memories",
        prefix="memory",
        grounds=list(running.grounds.all()),
        paper=free_paper("memories", title, loose_files(case.pk)),
        template=template,
        sent=_("Sent. The director weighs what you wrote before deciding."),
        running=running,
    )
