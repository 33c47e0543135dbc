"""How the states and moves of a call are told: tones, sentences, hints."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from calls.models import State

TONES: dict[str, str] = {
    State.DRAFT: "draft",
    State.APPROVED: "info",
    State.PUBLISHED: "info",
    State.OPEN: "success",
    State.SUSPENDED: "warning",
    State.CLOSED: "neutral",
    State.UNDER_EVALUATION: "info",
    State.RANKED: "info",
    State.RUNNING: "info",
    State.CONCLUDED: "neutral",
    State.CANCELLED: "danger",
}

EVENTS: dict[str, Any] = {
    "approve": _("The call was approved"),
    "take_back": _("The approval was taken back"),
    "publish": _("The call was published"),
    "open": _("Applications opened"),
    "close": _("Applications closed"),
    "close_early": _("Applications closed before the time"),
    "suspend": _("The call was suspended"),
    "resume": _("The call went on"),
    "extend": _("The closing was moved"),
    "reopen": _("Applications opened again"),
    "cancel": _("The call was cancelled"),
    "publish_version": _("A new version was published"),
    "start_evaluation": _("The evaluation began"),
    "approve_ranking": _("The ranking was approved"),
    "start_running": _("The grants began to run"),
    "conclude": _("The call was concluded"),
}
# What the public reads on the page of the call, reason and act included (CALL-22).
PUBLIC_EVENTS = (
    "suspend",
    "resume",
    "extend",
    "reopen",
    "close_early",
    "cancel",
    "publish_version",
)


@dataclass(frozen=True)
class Act:
    """Something a person does to a call as a whole: its button, and what it will do."""

    name: str
    label: Any
    hint: Any
    tone: str = "primary"


ACTS: tuple[Act, ...] = (
    Act(
        "approve",
        _("Approve the call"),
        _("By an act: criteria and rules are settled, and nothing changes until publication."),
        "success",
    ),
    Act(
        "publish",
        _("Publish the call"),
        _("Its version is frozen and public; it opens and closes by itself at its hours."),
        "success",
    ),
    Act(
        "take_back",
        _("Take the approval back"),
        _("The content opens again; the approval has to be given anew."),
        "outline-primary",
    ),
    Act(
        "extend",
        _("Move the closing"),
        _("By an act with its reason; after an outage by at least the time that was lost."),
        "outline-primary",
    ),
    Act(
        "suspend",
        _("Suspend the call"),
        _("No applications are taken until it goes on; drafts stay."),
        "warning",
    ),
    Act(
        "resume",
        _("Let the call go on"),
        _("Applications are taken again; the closing moves by the time that was lost."),
        "success",
    ),
    Act(
        "close_early",
        _("Close before the time"),
        _("As when the funds are exhausted: from now on no application is taken."),
        "danger",
    ),
    Act(
        "reopen",
        _("Open again after an outage"),
        _("Only where the service did not work at the closing."),
        "outline-primary",
    ),
    Act(
        "start_evaluation",
        _("Begin the evaluation"),
        _("The applications go to the committee."),
    ),
    Act(
        "start_running",
        _("Let the grants run"),
        _("Nothing is left to decide on this call."),
        "outline-primary",
    ),
    Act(
        "conclude",
        _("Conclude the call"),
        _("Nothing is left to pay or to check."),
        "outline-primary",
    ),
    Act(
        "cancel",
        pgettext_lazy("call", "Cancel the call"),
        _("It will never open; drafts cannot be sent."),
        "danger",
    ),
)


def act_of(name: str) -> Act | None:
    """Return an act by its name."""
    return next((act for act in ACTS if act.name == name), None)
