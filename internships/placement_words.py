"""An internship as its parties read it: plain words for statuses and moves."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from internships.models import InternshipStatus
from workflows.kinds import StatusWords

PAGE = "internships:internship"
_SIGN = _("Sign, or see who has to sign")
_CLAIM = _("Where the call refunds the allowance, the host asks for it.")
_NOBODY = _("Nobody has to move.")

WORDS: dict[str, StatusWords] = {
    InternshipStatus.DRAFT: StatusWords(
        _("Not yet opened"),
        _("The internship is being opened."),
        _("You need do nothing."),
    ),
    InternshipStatus.PREPARATION: StatusWords(
        _("In preparation"),
        _("The office and the promoter prepare the agreement."),
        _("It is our move: you need do nothing."),
    ),
    InternshipStatus.CONVENTION_SIGNING: StatusWords(
        _("Agreement to be signed"),
        _("Host and promoter sign the agreement, in this order."),
        _("It is the move of whoever signs next."),
        "you",
        PAGE,
        _SIGN,
    ),
    InternshipStatus.CONVENTION_SIGNED: StatusWords(
        _("Agreement signed"),
        _("The training plan is being written."),
        _("It is our move: you need do nothing."),
    ),
    InternshipStatus.PLAN_SIGNING: StatusWords(
        _("Training plan to be signed"),
        _("Host, tutor, intern and promoter sign the training plan, in this order."),
        _("It is the move of whoever signs next."),
        "you",
        PAGE,
        _SIGN,
    ),
    InternshipStatus.PLAN_SIGNED: StatusWords(
        _("Before the start"),
        _("The plan is signed. Insurance, safety and the compulsory communication follow."),
        _("It is the move of whoever has what is missing."),
        "you",
        PAGE,
        _("See what is missing"),
    ),
    InternshipStatus.COMMUNICATED: StatusWords(
        _("Before the start"),
        _("The start has been communicated to the employment authorities."),
        _("The internship begins on its first day, if nothing is missing."),
        "you",
        PAGE,
        _("See what is missing"),
    ),
    InternshipStatus.RUNNING: StatusWords(
        _("Running"),
        _("The internship runs."),
        _("The intern fills in the register; the tutor confirms it each month."),
        "you",
        PAGE,
        _("Go to the internship"),
    ),
    InternshipStatus.SUSPENDED: StatusWords(
        _("Suspended"),
        _("The internship stands still; these days are recovered at its end."),
        _("It goes on with the return of the intern."),
    ),
    InternshipStatus.CONCLUDED: StatusWords(
        _("Concluded"),
        _("The internship has ended on its last day."),
        _("The last months of the register are closed, then it is evaluated."),
    ),
    InternshipStatus.INTERRUPTED: StatusWords(
        _("Ended early"),
        _("The internship has ended before its last day."),
        _("The last months of the register are closed, then it is evaluated."),
    ),
    InternshipStatus.TRANSFORMED: StatusWords(
        _("Ended by a hire"),
        _("The host has hired the intern."),
        _("The last months of the register are closed, then it is evaluated."),
    ),
    InternshipStatus.EVALUATION: StatusWords(
        _("Being evaluated"),
        _("Attendance and what was learnt are being looked at."),
        _("It is the move of promoter and host."),
    ),
    InternshipStatus.ATTESTED: StatusWords(
        _("Attested"),
        _("The final attestation has been given."),
        _CLAIM,
        "nobody",
    ),
    InternshipStatus.UNATTESTED: StatusWords(
        _("Closed without attestation"),
        _("The declaration of attendance has been given."),
        _CLAIM,
        "nobody",
    ),
    InternshipStatus.REPORTING: StatusWords(
        _("Refund asked for"),
        _("The refund of the allowance is being looked at."),
        _("It is our move: you need do nothing."),
    ),
    InternshipStatus.SETTLED: StatusWords(
        _("Refund settled"), _("The refund has been recognised."), _NOBODY, "nobody"
    ),
    InternshipStatus.NOT_SETTLED: StatusWords(
        _("Refund not due"), _("The letter says why."), _NOBODY, "nobody"
    ),
    InternshipStatus.CANCELLED: StatusWords(
        _("Cancelled"), _("The internship never began."), _NOBODY, "nobody"
    ),
    InternshipStatus.REVOKED: StatusWords(
        _("Revoked"), _("The letter says why."), _NOBODY, "nobody"
    ),
    InternshipStatus.ARCHIVED: StatusWords(
        _("Archived"), _("Nothing more is asked about it."), _NOBODY, "nobody"
    ),
}

EVENTS: dict[str, Any] = {
    "space_stopped": _("The coworking space of the offer was stopped"),
    "open_internship": _("The internship was opened"),
    "send_convention": _("The agreement was sent to be signed"),
    "use_framework": _("The internship goes under a collective agreement"),
    "complete_convention": _("The agreement was signed by both"),
    "redraw_convention": _("The agreement was taken back"),
    "send_plan": _("The training plan was sent to be signed"),
    "complete_plan": _("The training plan was signed by all"),
    "redraw_plan": _("The training plan was taken back"),
    "note_cover": _("The insurance was written down"),
    "note_safety": _("The safety training was written down"),
    "note_authorisation": _("The authorisation for a minor was written down"),
    "note_stamp": _("The receipt of the stamp duty was written down"),
    "note_copy": _("A copy of a signed paper was given"),
    "record_communication": _("The start was communicated to the authorities"),
    "begin": _("The internship began"),
    "cancel": _("The internship was cancelled"),
    "suspend": _("The internship was suspended"),
    "resume": _("The internship was taken up again"),
    "extend": _("The internship was extended"),
    "vary": _("The plan was changed"),
    "refuse_extension": _("The extension was not authorised"),
    "write_interim": _("An interim report was written"),
    "tell_accident": _("An accident was told"),
    "follow_accident": _("The accident was followed up"),
    "tell_trip": _("A trip was told"),
    "interrupt": _("The internship ended early"),
    "transform": _("The host hired the intern"),
    "conclude": _("The internship was concluded"),
    "evaluate": _("The evaluation began"),
    "attest": _("The attestation was given"),
    "state_attendance": _("The declaration of attendance was given"),
    "ask_refund": _("The refund was asked for"),
    "waive_refund": _("The host gave the refund up"),
    "settle": _("The refund was recognised"),
    "refuse_settlement": _("The refund was refused"),
    "archive": _("The internship was put away"),
    "revoke": _("The internship was revoked"),
}
