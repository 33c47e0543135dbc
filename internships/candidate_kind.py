"""What the shared pages need to know of a candidacy."""

from django.utils.translation import gettext_lazy as _

from internships import candidate_consequences as consequences
from internships.candidate_flow import CandidacyFlow
from internships.candidate_own import applicant_context, resume_url, words_now
from internships.candidate_words import CANDIDATE_EVENTS, CANDIDATE_WORDS, SILENCE
from internships.forms import candidate_acts as forms
from internships.letters import candidates as letters
from internships.models import Candidacy, CandidacyStatus
from internships.models.statuses import CANDIDACY_UNDECIDED
from internships.services import candidates as services
from internships.views import candidate_office as office
from internships.views.candidate_written import CANDIDACY
from workflows import kinds
from workflows.examination.acts import ConfirmForm, DecisionForm, SendBackForm, WithdrawForm
from workflows.written import kinds as written

Status = CandidacyStatus
ACTS = (
    kinds.Act(
        "start_examination",
        services.start_examination,
        _("Take charge"),
        ConfirmForm,
        audience="queue",
        hint=_("The case becomes yours to examine."),
    ),
    kinds.Act(
        "admit_candidate",
        services.admit_candidate,
        _("Admit to the interview"),
        forms.AdmitCandidateForm,
        tone="success",
        settles=frozenset({"PRE-05"}),
        hint=_("Sends the admission; offers that a rule bars are dropped with their reason."),
        preview=consequences.of_admission,
        confirmation=_("The candidacy has been admitted."),
    ),
    kinds.Act(
        "request_integration",
        services.request_integration,
        _("Request integration"),
        forms.RequestCandidateIntegrationForm,
        tone="warning",
        hint=_("Letter to the candidate, once; only what is asked for reopens."),
        preview=consequences.of_integration,
        confirmation=_("The integration request has been sent."),
    ),
    kinds.Act(
        "close_integration",
        services.close_integration,
        _("Go on without the answer"),
        ConfirmForm,
        hint=_("Open once the candidate's term has passed; the case returns to examination."),
        preview=consequences.of_closing,
    ),
    kinds.Act(
        "give_refusal_notice",
        services.give_refusal_notice,
        _("Give notice of reasons against"),
        forms.CandidateRefusalNoticeForm,
        tone="danger",
        settles=frozenset({"PRE-01", "SOC-05"}),
        hint=_("Letter with every reason, before any exclusion; time for observations starts."),
        preview=consequences.of_refusal_notice,
        confirmation=_("The notice of reasons against has been sent."),
    ),
    kinds.Act(
        "close_observations",
        services.close_observations,
        _("Go on without observations"),
        ConfirmForm,
        hint=_("Open once the candidate's term has passed; the case returns to examination."),
        preview=consequences.of_closing,
    ),
    kinds.Act(
        "propose_refusal",
        services.propose_refusal,
        _("Propose exclusion"),
        forms.ProposeExclusionForm,
        tone="danger",
        settles=frozenset({"PROC-03", "PRE-05"}),
        hint=_("Each reason with its rule; the director decides."),
        preview=consequences.of_proposal,
        confirmation=_("Exclusion has been proposed: the case is with the director."),
    ),
    kinds.Act(
        "refuse",
        services.refuse,
        _("Exclude"),
        DecisionForm,
        tone="danger",
        hint=_("Sends the exclusion with its reasons and ends the terms."),
        preview=consequences.of_exclusion,
        confirmation=_("The candidacy has been excluded."),
    ),
    kinds.Act(
        "send_back",
        services.send_back,
        _("Send back"),
        SendBackForm,
        tone="secondary",
        hint=_("The proposal falls and the case returns to the officer, with your reason."),
        preview=consequences.of_sending_back,
        confirmation=_("The case has gone back to the officer."),
    ),
    kinds.Act(
        "invite",
        services.invite,
        _("Call to the interview"),
        forms.InviteForm,
        hint=_("Letter with day, hour and place; the candidate confirms or asks for another time."),
        preview=consequences.of_call,
        confirmation=_("The candidate has been called to the interview."),
    ),
    kinds.Act(
        "move_interview",
        services.move_interview,
        _("Move the interview"),
        forms.MoveInterviewForm,
        tone="secondary",
        hint=_("Another time, with a new letter."),
        preview=consequences.of_call,
        confirmation=_("The interview has another time."),
    ),
    kinds.Act(
        "hold_interview",
        services.hold_interview,
        _("The interview was held"),
        forms.HoldInterviewForm,
        tone="success",
        settles=frozenset({"R-PUB-09"}),
        hint=_("The candidacy goes to the panel's sheets."),
        confirmation=_("The candidacy can now be scored."),
    ),
    kinds.Act(
        "note_absence",
        services.note_absence,
        _("The candidate did not come"),
        DecisionForm,
        tone="warning",
        hint=_("The time to justify the absence begins."),
        preview=consequences.of_absence,
        confirmation=_("The absence has been written down."),
    ),
    kinds.Act(
        "close_absence",
        services.close_absence,
        _("The absence is not justified"),
        forms.RequiredReasonForm,
        tone="danger",
        hint=_("The absence counts as a renunciation."),
        confirmation=_("The candidacy has ended."),
    ),
    kinds.Act(
        "enter_ranking",
        services.enter_ranking,
        _("Enter into the ranking"),
        DecisionForm,
        tone="success",
        hint=_("Done for the whole list when the ranking is approved."),
    ),
    kinds.Act(
        "exclude_by_ranking",
        services.exclude_by_ranking,
        _("Not fit by the ranking"),
        DecisionForm,
        tone="danger",
        hint=_("Done for the whole list when the ranking is approved."),
    ),
    kinds.Act(
        "propose_placement",
        services.propose_placement,
        _("Propose a place"),
        forms.ProposePlacementForm,
        hint=_("Done for the whole list when a pairing is approved; alone, only with a reason."),
        preview=consequences.of_placement,
        confirmation=_("The place has been proposed."),
    ),
    kinds.Act(
        "lapse",
        services.lapse,
        _("Let the proposal lapse"),
        ConfirmForm,
        tone="danger",
        hint=_("Open once the candidate's term has passed."),
    ),
    kinds.Act(
        "assign",
        services.assign,
        _("Assign the place"),
        DecisionForm,
        tone="success",
        hint=_("The host has confirmed: requirements are asked again, the letter goes out."),
        preview=consequences.of_assignment,
        confirmation=_("The place has been assigned."),
    ),
    kinds.Act(
        "decline_by_host",
        services.decline_by_host,
        _("The host does not confirm"),
        forms.RequiredReasonForm,
        tone="warning",
        hint=_("The candidate stays in the ranking for the other offers."),
        confirmation=_("The candidate is back in the ranking."),
    ),
    kinds.Act(
        "note_start",
        services.note_start,
        _("The internship has begun"),
        ConfirmForm,
        tone="success",
        hint=_("Done by itself on the first day: nothing more is asked of the candidacy."),
    ),
    kinds.Act(
        "lapse_assignment",
        services.lapse_assignment,
        _("Revoke the assignment"),
        forms.RequiredReasonForm,
        tone="danger",
        hint=_(
            "Open once the last day for the start has passed, or a requirement is lost; say what "
            "those concerned said. The place is free again, the internship is cancelled."
        ),
        preview=consequences.of_lapsed_assignment,
        confirmation=_("The assignment has been revoked."),
    ),
    kinds.Act(
        "accept_placement",
        services.accept_placement,
        _("Accept the place"),
        ConfirmForm,
        audience="applicant",
    ),
    kinds.Act(
        "decline_placement",
        services.decline_placement,
        _("Decline the place"),
        WithdrawForm,
        audience="applicant",
    ),
    kinds.Act(
        "answer_integration",
        services.answer_integration,
        _("Send the integration"),
        ConfirmForm,
        audience="applicant",
    ),
    kinds.Act(
        "file_observations",
        services.file_observations,
        _("Send the observations"),
        forms.CandidateObservationsForm,
        audience="applicant",
    ),
    kinds.Act(
        "withdraw",
        services.withdraw,
        _("Withdraw the candidacy"),
        WithdrawForm,
        audience="applicant",
    ),
)

TONES = {
    Status.DRAFT: "draft",
    Status.SUBMITTED: "info",
    Status.UNDER_EXAMINATION: "info",
    Status.INTEGRATION_REQUESTED: "warning",
    Status.REFUSAL_NOTICE: "warning",
    Status.OBSERVATIONS_RECEIVED: "info",
    Status.REFUSAL_PROPOSED: "info",
    Status.ADMITTED: "success",
    Status.INVITED: "warning",
    Status.MISSED: "warning",
    Status.INTERVIEWED: "info",
    Status.RANKED: "success",
    Status.PROPOSED: "warning",
    Status.ACCEPTED: "info",
    Status.ASSIGNED: "success",
    Status.STARTED: "success",
    Status.REFUSED: "danger",
    Status.UNFIT: "danger",
    Status.ABSENT: "neutral",
    Status.LAPSED: "neutral",
    Status.WITHDRAWN: "neutral",
}


def register() -> None:
    """Make the kind known; called once when the site starts."""
    written.register(CANDIDACY)
    kinds.register(
        kinds.Kind(
            code=Candidacy.KIND,
            goal=Status.STARTED,
            label=_("Candidacy"),
            numbered={"it": "Candidatura n. {}", "en": "Candidacy no. {}"},
            model=Candidacy,
            flow=CandidacyFlow,
            acts=ACTS,
            office_template="internships/office/_candidacy.html",
            applicant_template="internships/candidate/_candidacy.html",
            tones={str(status): tone for status, tone in TONES.items()},
            applicant_words={str(status): words for status, words in CANDIDATE_WORDS.items()},
            applicant_events=CANDIDATE_EVENTS,
            words_now=words_now,
            applicant_context=applicant_context,
            withdraw_page="internships:candidacy_withdraw",
            silence=SILENCE,
            resume_url=resume_url,
            statuses=dict(CandidacyStatus.choices),
            for_office=office.for_office,
            office_context=office.office_context,
            undecided=frozenset(str(status) for status in CANDIDACY_UNDECIDED),
            on_substitute=letters.send_substitute_receipt,
            closing_acts=frozenset(
                {"close_integration", "close_observations", "close_absence", "lapse"}
            ),
            codes=office.codes,
        )
    )
