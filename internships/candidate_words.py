"""A candidacy as its candidate reads it: plain words for statuses and moves."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from internships.models import CandidacyStatus as Status
from workflows.kinds import StatusWords

_OURS = _("It is our move: you need do nothing.")
_NOBODY = _("Nobody has to move.")

CANDIDATE_WORDS: dict[str, StatusWords] = {
    Status.DRAFT: StatusWords(
        _("Draft – not sent"),
        _("Your candidacy is a draft: nobody has received it yet."),
        _("It is your move: finish it and send it before the call closes."),
        "you",
    ),
    Status.SUBMITTED: StatusWords(
        _("Sent"),
        _("We have received your candidacy and given it its protocol number."),
        _("It is our move: a case officer takes charge of it. You need do nothing."),
    ),
    Status.UNDER_EXAMINATION: StatusWords(
        _("Being examined"),
        _("A case officer is checking your requirements and the offers you chose."),
        _("It is our move. If something is missing we write to you: you need do nothing now."),
    ),
    Status.INTEGRATION_REQUESTED: StatusWords(
        _("We ask you for something more"),
        _("The examination waits for what we have asked you."),
        _("It is your move: correct or attach what we ask for below, and send it."),
        "you",
        "internships:candidacy_integration",
        _("Answer the request"),
    ),
    Status.REFUSAL_NOTICE: StatusWords(
        _("Reasons against: you may answer"),
        _("We have found reasons that stand against a yes. Nothing is decided yet."),
        _(
            "It is your move: tell us, reason by reason, what we have not seen. Answering is up to you."
        ),
        "you",
        "internships:candidacy_observations",
        _("Answer the reasons"),
    ),
    Status.OBSERVATIONS_RECEIVED: StatusWords(
        _("Your answer is being weighed"),
        _("We are weighing the reasons against, with what you wrote about them, if you did."),
        _OURS,
    ),
    Status.REFUSAL_PROPOSED: StatusWords(
        _("Examined, to be decided"),
        _("The examination is over and the decision is on the director's desk."),
        _("It is our move: the director reads the proposal and decides."),
    ),
    Status.ADMITTED: StatusWords(
        _("Admitted to the interview"),
        _("Your requirements are in order for the offers that the letter names."),
        _("It is our move: we call you to an interview, at least some days before."),
    ),
    Status.INVITED: StatusWords(
        _("Called to the interview"),
        _("Your interview has a day and an hour: you find them below."),
        _("It is your move: say that you come, or ask once for another time."),
        "you",
        "internships:candidacy_interview",
        _("Answer the call"),
    ),
    Status.MISSED: StatusWords(
        _("Absent: you may say why"),
        _("You did not come to the interview."),
        _("It is your move: say why within the term, or the absence counts as a renunciation."),
        "you",
        "internships:candidacy_interview",
        _("Justify the absence"),
    ),
    Status.INTERVIEWED: StatusWords(
        _("Interview held"),
        _("The panel scores your titles and the interview; the ranking follows."),
        _OURS,
    ),
    Status.RANKED: StatusWords(
        _("Fit, in the ranking"),
        _("You are in the ranking. A place is proposed to you when one of your offers is free."),
        _OURS,
    ),
    Status.PROPOSED: StatusWords(
        _("A place is proposed to you"),
        _("One of the offers you chose is yours if you want it."),
        _("It is your move: accept or decline within the term; silence counts as giving it up."),
        "you",
        "internships:candidacy_proposal",
        _("Answer the proposal"),
    ),
    Status.ACCEPTED: StatusWords(
        _("You have accepted: the host confirms"),
        _("We have told the host, who confirms the place."),
        _(
            "It is the host's move: you need do nothing. Do not go there before the starting letter."
        ),
    ),
    Status.ASSIGNED: StatusWords(
        _("The place is yours"),
        _("The place is assigned to you: agreement, plan and insurance come next."),
        _("Nobody has to move here. No internship begins before the starting letter."),
        "nobody",
    ),
    Status.STARTED: StatusWords(
        _("Your internship has begun"),
        _("The internship has its own page in your personal area."),
        _NOBODY,
        "nobody",
    ),
    Status.REFUSED: StatusWords(
        _("Excluded"),
        _("Your candidacy was excluded: the letter gives the reasons."),
        _("The decision is taken. The letter says before whom you may challenge it, and by when."),
        "nobody",
    ),
    Status.UNFIT: StatusWords(
        _("Not fit"),
        _("Your points are under what the call asks for: the letter has them all."),
        _("The decision is taken. The letter says before whom you may challenge it, and by when."),
        "nobody",
    ),
    Status.ABSENT: StatusWords(
        _("Absent from the interview"),
        _("You did not come to the interview, and the time to say why has passed."),
        _NOBODY,
        "nobody",
    ),
    Status.LAPSED: StatusWords(
        _("Lapsed"),
        _("The time to answer the proposal has passed: the place goes to who follows."),
        _NOBODY,
        "nobody",
    ),
    Status.WITHDRAWN: StatusWords(
        _("Withdrawn"),
        _("You have taken this candidacy back."),
        _("Nobody has to move. While the call is open you may send another one."),
        "nobody",
    ),
}

# Once whoever is called has answered.
ANSWERED = {
    "confirmed": StatusWords(
        CANDIDATE_WORDS[Status.INVITED].label,
        CANDIDATE_WORDS[Status.INVITED].where,
        _("Nobody has to move until then: you have said that you come."),
        "nobody",
    ),
    "change_asked": StatusWords(
        CANDIDATE_WORDS[Status.INVITED].label,
        _("You have asked for another time; until we answer, the one below counts."),
        _("It is our move: we call you at another time, or tell you that this one stays."),
    ),
}

CANDIDATE_EVENTS: dict[str, Any] = {
    "submit": _("You sent the candidacy"),
    "start_examination": _("A case officer took charge of it"),
    "request_integration": _("We asked you for something more"),
    "answer_integration": _("You sent what we asked for"),
    "close_integration": _("The time to answer passed: we go on with what we have"),
    "give_refusal_notice": _("We told you the reasons against"),
    "file_observations": _("You answered the reasons against"),
    "close_observations": _("The time to answer the reasons passed"),
    "admit_candidate": _("You were admitted to the interview"),
    "propose_refusal": _("The examination ended"),
    "send_back": _("The director asked for a further examination"),
    "refuse": _("The candidacy was excluded"),
    "invite": _("We called you to the interview"),
    "confirm_interview": _("You said that you come"),
    "ask_another_time": _("You asked for another time"),
    "move_interview": _("We gave you another time"),
    "hold_interview": _("The interview was held"),
    "note_absence": _("You did not come to the interview"),
    "justify_absence": _("You said why you did not come"),
    "close_absence": _("The absence counts as a renunciation"),
    "enter_ranking": _("You entered the ranking"),
    "exclude_by_ranking": _("The ranking says that you are not fit"),
    "propose_placement": _("A place was proposed to you"),
    "accept_placement": _("You accepted the place"),
    "decline_placement": _("You declined the place"),
    "lapse": _("The time to answer the proposal passed"),
    "assign": _("The host confirmed: the place is yours"),
    "note_start": _("Your internship began"),
    "lapse_assignment": _("The assignment was revoked"),
    "decline_by_host": _("The host did not confirm the place"),
    "withdraw": _("You withdrew the candidacy"),
    "ask_substitute": _("You asked the substitute to decide"),
}

SILENCE = {
    "acceptance": _("Without an answer you give the place up, and it goes to who follows."),
    "justification": _("Without a reason the absence counts as a renunciation."),
}
