"""A coworking contribution as its applicant reads it: plain words for statuses and moves."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from grants.models import Status
from workflows.kinds import StatusWords

_WE_DECIDE = _("It is our move: the director reads the proposal and decides.")

APPLICANT_WORDS: dict[str, StatusWords] = {
    Status.DRAFT: StatusWords(
        _("Draft – not sent"),
        _("Your application is a draft: nobody has received it yet."),
        _("It is your move: finish it and send it before the call closes."),
        "you",
    ),
    Status.SUBMITTED: StatusWords(
        _("Sent"),
        _("We have received your application and given it its protocol number."),
        _("It is our move: a case officer takes charge of it. You need do nothing."),
    ),
    Status.UNDER_EXAMINATION: StatusWords(
        _("Being examined"),
        _("A case officer is checking your data, your documents and the spend."),
        _("It is our move. If something is missing we write to you: you need do nothing now."),
    ),
    Status.INTEGRATION_REQUESTED: StatusWords(
        _("We ask you for something more"),
        _("The examination waits for what we have asked you."),
        _("It is your move: correct or attach what we ask for below, and send it."),
        "you",
        "grants:integration",
        _("Answer the request"),
    ),
    Status.REFUSAL_NOTICE: StatusWords(
        _("Reasons against: you may answer"),
        _("We have found reasons that stand against a yes. Nothing is decided yet."),
        _(
            "It is your move: tell us, reason by reason, what we have not seen. Answering is up to you."
        ),
        "you",
        "grants:observations",
        _("Answer the reasons"),
    ),
    Status.OBSERVATIONS_RECEIVED: StatusWords(
        _("Your answer is being weighed"),
        _("We are weighing the reasons against, with what you wrote about them, if you did."),
        _("It is our move: you need do nothing."),
    ),
    Status.ADMISSION_PROPOSED: StatusWords(
        _("Examined, to be decided"),
        _("The examination is over and the decision is on the director's desk."),
        _WE_DECIDE,
    ),
    Status.ADMISSIBLE: StatusWords(
        _("Admitted to the ranking"),
        _("Your application is complete and admissible: the committee gives it its points."),
        _("It is our move: the ranking is published when every application has been scored."),
    ),
    Status.REFUSAL_PROPOSED: StatusWords(
        _("Examined, to be decided"),
        _("The examination is over and the decision is on the director's desk."),
        _WE_DECIDE,
    ),
    Status.PARTIAL_OFFERED: StatusWords(
        _("We offer you a part"),
        _("The funds left cover only a part of your contribution: it is set aside for you."),
        _("It is your move: take the part we offer, or leave it and wait for the whole."),
        "you",
        "grants:offer",
        _("Answer the offer"),
    ),
    Status.OFFER_ACCEPTED: StatusWords(
        _("You have accepted"),
        _("We have your acceptance, in time: the sum is set aside for you."),
        _("It is our move: we complete our checks and send you the letter of the grant."),
    ),
    Status.WAITING_LIST: StatusWords(
        _("On the waiting list"),
        _("Your application is good, but the funds are used up for now."),
        _("Nobody has to move: if funds come free we call you, in the order of the protocol."),
        "nobody",
    ),
    Status.GRANTED: StatusWords(
        _("Granted"),
        _("Your contribution has been granted."),
        _("The decision is taken. The letter says how to use the contribution and how to report."),
        "nobody",
    ),
    Status.REPORT_FILED: StatusWords(
        _("Report being examined"),
        _("We have received your report of expenses and look at each invoice."),
        _("It is our move. If something is missing we write to you: you need do nothing now."),
    ),
    Status.REPORT_INTEGRATION: StatusWords(
        _("Your report lacks something"),
        _("The examination of your report waits for what we have asked you."),
        _("It is your move: complete the expenses we ask about, and send them."),
        "you",
        "grants:report",
        _("Complete the report"),
    ),
    Status.CHANGE_ASKED: StatusWords(
        _("Your request is being looked at"),
        _("You have asked to change something in your grant. Until we answer it stays as it is."),
        _("It is our move: you need do nothing. You may take the request back."),
    ),
    Status.CHANGE_NOTICE: StatusWords(
        _("Reasons against the change: you may answer"),
        _("We have found reasons against what you asked for. Nothing is decided: the grant holds."),
        _(
            "It is your move: tell us, reason by reason, what we have not seen. Answering is up to you."
        ),
        "you",
        "grants:observations",
        _("Answer the reasons"),
    ),
    Status.CHANGE_HEARD: StatusWords(
        _("Your answer is being weighed"),
        _("We are weighing the reasons against, with what you wrote about them, if you did."),
        _("It is our move: you need do nothing. You may take the request back."),
    ),
    Status.LAPSED: StatusWords(
        _("Lapsed"),
        _("The deed of commitment did not come back in time: the contribution has lapsed."),
        _("Nobody has to move. The letter says before whom you may challenge it, and by when."),
        "nobody",
    ),
    Status.REFUSED: StatusWords(
        _("Not granted"),
        _("Your application was not granted: the letter gives the reasons."),
        _("The decision is taken. The letter says before whom you may challenge it, and by when."),
        "nobody",
    ),
    Status.WITHDRAWN: StatusWords(
        _("Withdrawn"),
        _("You have taken this application back."),
        _("Nobody has to move. While the call is open you may send another one."),
        "nobody",
    ),
    Status.WAIVED: StatusWords(
        _("You have given it up"),
        _("You have given the contribution up: its money has gone back to the call."),
        _("Nobody has to move."),
        "nobody",
    ),
    Status.ANNULMENT_STARTED: StatusWords(
        _("We may undo the grant: you may answer"),
        _("We have found reasons to annul your grant. Nothing is decided: it still holds."),
        _("It is your move: answer the reasons, one by one. Answering is up to you."),
        "you",
        "grants:memories",
        _("Answer the reasons"),
    ),
    Status.MEMORIES_RECEIVED: StatusWords(
        _("Your answer is being weighed"),
        _("The time to answer is over: the director weighs the reasons and what you wrote."),
        _("It is our move: you need do nothing. The grant holds until the decision."),
    ),
    Status.REVOCATION_STARTED: StatusWords(
        _("We may revoke the grant: you may answer"),
        _("We have found reasons to revoke your grant. Nothing is decided: it still holds."),
        _("It is your move: answer the reason. Answering is up to you."),
        "you",
        "grants:memories",
        _("Answer the reason"),
    ),
    Status.REVOKED: StatusWords(
        _("Grant revoked"),
        _("Your grant has been revoked: the letter gives the reasons."),
        _("The decision is taken. The letter says before whom you may challenge it, and by when."),
        "nobody",
    ),
    Status.ANNULLED: StatusWords(
        _("Grant annulled"),
        _("Your grant has been annulled: the letter gives the reasons."),
        _("The decision is taken. The letter says before whom you may challenge it, and by when."),
        "nobody",
    ),
}

APPLICANT_EVENTS: dict[str, Any] = {
    "submit": _("You sent the application"),
    "start_examination": _("A case officer took charge of it"),
    "request_integration": _("We asked you for something more"),
    "answer_integration": _("You sent what we asked for"),
    "close_integration": _("The time to answer passed: we go on with what we have"),
    "give_refusal_notice": _("We told you the reasons against"),
    "file_observations": _("You answered the reasons against"),
    "close_observations": _("The time to answer the reasons passed"),
    "propose_admission": _("The examination ended"),
    "propose_refusal": _("The examination ended"),
    "admit_to_ranking": _("The application was admitted to the ranking"),
    "space_stopped": _("Your space was stopped: our letter says until when its expenses count"),
    "grant_by_ranking": _("The contribution was granted, as the ranking says"),
    "offer_by_ranking": _("We offered you the part that the ranking gives"),
    "wait_by_ranking": _("The ranking put the application among those not financed"),
    "exclude_by_ranking": _("The application was not granted: its score is below the threshold"),
    "raise_grant": _("The contribution was raised"),
    "waive": _("You gave the contribution up"),
    "send_back": _("The director asked for a further examination"),
    "grant": _("The contribution was granted"),
    "return_deed": _("You returned the deed of commitment"),
    "confirm_deed": _("The deed of commitment was found in order"),
    "ask_deed_again": _("We asked you for the deed of commitment again"),
    "lapse": _("The contribution lapsed: the deed did not come back in time"),
    "note_codes": _("The codes of the grant were noted"),
    "file_report": _("You sent the report of expenses"),
    "request_report_integration": _("We asked you to complete the report"),
    "answer_report_integration": _("You completed the report"),
    "close_report_integration": _("The time to complete the report passed"),
    "approve_report": _("The report was examined and the contribution worked out anew"),
    "ask_change": _("You asked to change something in the grant"),
    "authorise_change": _("We authorised the change you asked for"),
    "refuse_change": _("We did not authorise the change you asked for"),
    "take_change_back": _("You took your request back"),
    "offer_partial": _("We offered you a part of the contribution"),
    "accept_partial": _("You took the offer: the contribution was granted"),
    "declare_acceptance": _("You took the offer, in time: the letter of the grant follows"),
    "complete_acceptance": _("The contribution was granted, as you accepted it"),
    "examine_accepted": _("The office examines the application anew"),
    "decline_partial": _("You left the offer and went on the waiting list"),
    "close_offer": _("The time to take the offer passed: the application waits for funds"),
    "put_on_waiting_list": _("The application went on the waiting list"),
    "recall_from_waiting_list": _("Funds came free: the application goes back to the director"),
    "refuse": _("The application was not granted"),
    "withdraw": _("You withdrew the application"),
    "ask_substitute": _("You asked the substitute to decide"),
    "start_annulment": _("We told you the reasons to annul the grant"),
    "file_memories": _("You answered the reasons to undo the grant"),
    "close_memories": _("The time to answer the reasons to undo the grant passed"),
    "annul": _("The grant was annulled"),
    "drop_annulment": _("The grant was confirmed"),
    "start_revocation": _("We told you that a premium was not due"),
    "reduce_grant": _("The contribution was lowered: a premium was not due"),
    "revoke_grant": _("The grant was revoked: a premium was not due"),
    "drop_revocation": _("The grant was confirmed"),
    "start_recall": _("We told you the reasons to revoke the grant"),
    "recall_part": _("The grant was revoked in part"),
    "recall_whole": _("The grant was revoked"),
    "annul_refusal": _("The refusal was annulled: your application is examined anew"),
}

APPLICANT_SILENCE: dict[str, Any] = {
    "memories": _("If we receive nothing by then, we decide on the papers we have."),
    "acceptance": _(
        "If we receive nothing by then, the sum set aside goes back to the funds and your "
        "application goes on the waiting list."
    ),
}
