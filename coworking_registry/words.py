"""An application for the register as its manager reads it: plain words for statuses and moves."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from coworking_registry.models import SpaceStatus
from workflows.kinds import StatusWords

_WE_DECIDE = _("It is our move: the director reads the proposal and decides.")
_OVER = (_("You can apply again when the requirements are met."), "nobody")

MANAGER_WORDS: dict[str, StatusWords] = {
    SpaceStatus.DRAFT: StatusWords(
        _("Draft – not sent"),
        _("Your application is a draft: nobody has received it yet."),
        _("It is your move: finish it and send it."),
        "you",
    ),
    SpaceStatus.SUBMITTED: StatusWords(
        _("Sent"),
        _("We have received your application and given it its protocol number."),
        _("It is our move: a case officer takes charge of it. You need do nothing."),
    ),
    SpaceStatus.UNDER_EXAMINATION: StatusWords(
        _("Being examined"),
        _("A case officer is checking the requirements of your space."),
        _("It is our move. If something is missing we write to you: you need do nothing now."),
    ),
    SpaceStatus.INTEGRATION_REQUESTED: StatusWords(
        _("We ask you for something more"),
        _("The examination waits for what we have asked you."),
        _("It is your move: correct or attach what we ask for below, and send it."),
        "you",
        "coworking_registry:application_integration",
        _("Answer the request"),
    ),
    SpaceStatus.INSPECTION_PLANNED: StatusWords(
        _("A visit is planned"),
        _("We come to see the space on the day that our letter says."),
        _("It is our move: be there on that day, or write to the office for another one."),
    ),
    SpaceStatus.REFUSAL_NOTICE: StatusWords(
        _("Reasons against: you may answer"),
        _("We have found reasons that stand against a yes. Nothing is decided yet."),
        _(
            "It is your move: tell us, reason by reason, what we have not seen. Answering is up to you."
        ),
        "you",
        "coworking_registry:application_observations",
        _("Answer the reasons"),
    ),
    SpaceStatus.OBSERVATIONS_RECEIVED: StatusWords(
        _("Your answer is being weighed"),
        _("We are weighing the reasons against, with what you wrote about them, if you did."),
        _("It is our move: you need do nothing."),
    ),
    SpaceStatus.ADMISSION_PROPOSED: StatusWords(
        _("Examined, to be decided"),
        _("The examination is over and the decision is on the director's desk."),
        _WE_DECIDE,
    ),
    SpaceStatus.REFUSAL_PROPOSED: StatusWords(
        _("Examined, to be decided"),
        _("The examination is over and the decision is on the director's desk."),
        _WE_DECIDE,
    ),
    SpaceStatus.LISTED: StatusWords(
        _("In the register"),
        _("Your space stands in the register and can be chosen for contributions."),
        _("Keep the requirements, tell us of changes, and ask for the renewal in time."),
        "nobody",
    ),
    SpaceStatus.RENEWAL_REQUESTED: StatusWords(
        _("Renewal requested"),
        _("Your space stays in the register until we decide on the renewal."),
        _("It is our move: you need do nothing."),
    ),
    SpaceStatus.SUSPENDED: StatusWords(
        _("Suspended"),
        _("Your space cannot be chosen for new contributions for now."),
        _("Restore what is missing and write to the office before the day that our letter says."),
        "nobody",
    ),
    SpaceStatus.REMOVAL_STARTED: StatusWords(
        _("Reasons to remove: you may answer"),
        _("We have told you why your space could leave the register. Nothing is decided yet."),
        _("It is your move: tell us, reason by reason, what we have not seen."),
        "you",
        "coworking_registry:application_memories",
        _("Answer the reasons"),
    ),
    SpaceStatus.MEMORIES_RECEIVED: StatusWords(
        _("Your answer is being weighed"),
        _("The director weighs the reasons, with what you wrote about them, if you did."),
        _WE_DECIDE,
    ),
    SpaceStatus.REFUSED: StatusWords(
        _("Not entered"),
        _("The space has not been entered, for the reasons in our letter."),
        *_OVER,
    ),
    SpaceStatus.WITHDRAWN: StatusWords(
        _("Withdrawn"), _("You have taken the application back."), *_OVER
    ),
    SpaceStatus.CANCELLED: StatusWords(
        _("Off the register"), _("The space is no longer in the register."), *_OVER
    ),
    SpaceStatus.EXPIRED: StatusWords(
        _("Entry over"),
        _("The entry has come to its last day, and no renewal was asked for."),
        _("You can apply again with a new application."),
        "nobody",
    ),
}

MANAGER_EVENTS: dict[str, Any] = {
    "submit": _("You sent the application"),
    "start_examination": _("An officer took charge of it"),
    "request_integration": _("We asked you for something more"),
    "answer_integration": _("You answered our request"),
    "close_integration": _("The time to answer passed"),
    "plan_inspection": _("We announced a visit"),
    "report_inspection": _("We visited the space"),
    "sign_minutes": _("The minutes of the visit were signed by both"),
    "give_refusal_notice": _("We told you the reasons against"),
    "file_observations": _("You answered the reasons"),
    "close_observations": _("The time for observations passed"),
    "propose_admission": _("The examination ended"),
    "propose_refusal": _("The examination ended"),
    "send_back": _("The director asked for a further examination"),
    "enter": _("The space was entered in the register"),
    "refuse": _("The entry was refused"),
    "suspend": _("The entry was suspended"),
    "reinstate": _("The suspension ended"),
    "ask_renewal": _("You asked for the renewal"),
    "renew": _("The entry was renewed"),
    "report_change": _("You told us of a change"),
    "accept_change": _("The change was taken over"),
    "refuse_change": _("The change was not taken over"),
    "start_removal": _("We told you why the space could leave the register"),
    "file_memories": _("You answered the reasons to remove"),
    "close_memories": _("The time for memories passed"),
    "remove": _("The space left the register"),
    "drop_removal": _("The space stays in the register"),
    "cancel": _("The space left the register"),
    "expire": _("The entry came to its last day"),
    "withdraw": _("You took the application back"),
}
