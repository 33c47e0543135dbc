"""An offer as its host reads it: plain words for statuses and moves."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from internships.models import OfferStatus
from workflows.kinds import StatusWords

_WE_DECIDE = _("It is our move: the director reads the proposal and decides.")

HOST_WORDS: dict[str, StatusWords] = {
    OfferStatus.DRAFT: StatusWords(
        _("Draft – not sent"),
        _("Your offer is a draft: nobody has received it yet."),
        _("It is your move: finish it and send it before the call closes."),
        "you",
    ),
    OfferStatus.SUBMITTED: StatusWords(
        _("Sent"),
        _("We have received your offer and given it its protocol number."),
        _("It is our move: a case officer takes charge of it. You need do nothing."),
    ),
    OfferStatus.UNDER_EXAMINATION: StatusWords(
        _("Being examined"),
        _("A case officer is checking your requirements, the plan and the places left."),
        _("It is our move. If something is missing we write to you: you need do nothing now."),
    ),
    OfferStatus.INTEGRATION_REQUESTED: StatusWords(
        _("We ask you for something more"),
        _("The examination waits for what we have asked you."),
        _("It is your move: correct or attach what we ask for below, and send it."),
        "you",
        "internships:offer_integration",
        _("Answer the request"),
    ),
    OfferStatus.REFUSAL_NOTICE: StatusWords(
        _("Reasons against: you may answer"),
        _("We have found reasons that stand against a yes. Nothing is decided yet."),
        _(
            "It is your move: tell us, reason by reason, what we have not seen. Answering is up to you."
        ),
        "you",
        "internships:offer_observations",
        _("Answer the reasons"),
    ),
    OfferStatus.OBSERVATIONS_RECEIVED: StatusWords(
        _("Your answer is being weighed"),
        _("We are weighing the reasons against, with what you wrote about them, if you did."),
        _("It is our move: you need do nothing."),
    ),
    OfferStatus.ADMISSION_PROPOSED: StatusWords(
        _("Examined, to be decided"),
        _("The examination is over and the decision is on the director's desk."),
        _WE_DECIDE,
    ),
    OfferStatus.REFUSAL_PROPOSED: StatusWords(
        _("Examined, to be decided"),
        _("The examination is over and the decision is on the director's desk."),
        _WE_DECIDE,
    ),
    OfferStatus.PUBLISHED: StatusWords(
        _("Admitted and published"),
        _("Your offer stands in the public list from the day that the letter names."),
        _(
            "Nobody has to move. No internship begins before agreement, plan, insurance and "
            "compulsory communication are in order."
        ),
        "nobody",
    ),
    OfferStatus.REFUSED: StatusWords(
        _("Not admitted"),
        _("Your offer was not admitted: the letter gives the reasons."),
        _("The decision is taken. The letter says before whom you may challenge it, and by when."),
        "nobody",
    ),
    OfferStatus.WITHDRAWN: StatusWords(
        _("Withdrawn"),
        _("You have taken this offer back."),
        _("Nobody has to move. While the call is open you may send another one."),
        "nobody",
    ),
    OfferStatus.CLOSED: StatusWords(
        pgettext_lazy("offer", "Closed"),
        _("The offer has left the public list."),
        _("Nobody has to move."),
        "nobody",
    ),
}

# While a candidate who has accepted a place waits for the host.
CONFIRM = StatusWords(
    HOST_WORDS[OfferStatus.PUBLISHED].label,
    _("Somebody has accepted a place of your offer."),
    _(
        "It is your move: confirm who has accepted, or say why not, by the day that the letter names."
    ),
    "you",
    "internships:offer_candidates",
    _("See the candidates"),
)

HOST_EVENTS: dict[str, Any] = {
    "submit": _("You sent the offer"),
    "name_candidates": _("You named the candidates you would rather have"),
    "start_examination": _("A case officer took charge of it"),
    "request_integration": _("We asked you for something more"),
    "answer_integration": _("You sent what we asked for"),
    "close_integration": _("The time to answer passed: we go on with what we have"),
    "give_refusal_notice": _("We told you the reasons against"),
    "file_observations": _("You answered the reasons against"),
    "close_observations": _("The time to answer the reasons passed"),
    "propose_admission": _("The examination ended"),
    "propose_refusal": _("The examination ended"),
    "send_back": _("The director asked for a further examination"),
    "admit": _("The offer was admitted"),
    "refuse": _("The offer was not admitted"),
    "close_offer": _("The offer left the public list"),
    "withdraw": _("You withdrew the offer"),
    "ask_substitute": _("You asked the substitute to decide"),
}
