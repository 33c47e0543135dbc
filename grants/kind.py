"""What the shared pages need to know of a coworking contribution."""

from django.utils.translation import gettext_lazy as _

from grants import award_consequences, consequences, forecast, letters, migration, services
from grants.applicants import applicant_context, resume_url
from grants.award_acts import AWARDED
from grants.flows import ContributionFlow
from grants.forms import admission, examination
from grants.models import RentContribution, Status
from grants.models.statuses import HOLDING, UNDECIDED
from grants.undoing_acts import UNDOING
from grants.views import office
from grants.views.written import RENT
from grants.words import APPLICANT_EVENTS, APPLICANT_SILENCE, APPLICANT_WORDS
from workflows import kinds
from workflows.examination import acts as forms
from workflows.written import kinds as written

EXAMINATION = (
    kinds.Act(
        "start_examination",
        services.start_examination,
        _("Take charge"),
        forms.ConfirmForm,
        audience="queue",
        hint=_("The case becomes yours to examine."),
    ),
    kinds.Act(
        "propose_admission",
        services.propose_admission,
        _("Propose admission"),
        admission.ProposeAdmissionForm,
        tone="success",
        settles=frozenset({"AMT-01", "PRE-05", "PRE-09"}),
        hint=_("Spend admitted line by line, amount computed; the director decides."),
        preview=consequences.of_admission,
        confirmation=_("Admission has been proposed: the case is with the director."),
    ),
    kinds.Act(
        "admit_to_ranking",
        services.admit_to_ranking,
        _("Admit to the ranking"),
        admission.ProposeAdmissionForm,
        tone="success",
        settles=frozenset({"AMT-01", "PRE-05", "PRE-09"}),
        hint=_("Spend admitted line by line, amount computed; the committee scores."),
        preview=consequences.of_ranking_admission,
        confirmation=_("The application is admitted: it goes to the committee."),
    ),
    kinds.Act(
        "request_integration",
        services.request_integration,
        _("Request integration"),
        examination.RequestRentIntegrationForm,
        tone="warning",
        hint=_("Letter to the applicant; only what is asked for reopens; the clock stands still."),
        preview=consequences.of_integration,
        confirmation=_("The integration request has been sent."),
    ),
    kinds.Act(
        "close_integration",
        services.close_integration,
        _("Go on without the answer"),
        forms.ConfirmForm,
        hint=_("Open once the applicant's term has passed; the case returns to examination."),
        preview=consequences.of_closing,
    ),
    kinds.Act(
        "give_refusal_notice",
        services.give_refusal_notice,
        _("Give notice of reasons against"),
        examination.RentRefusalNoticeForm,
        tone="danger",
        settles=frozenset({"PRE-01", "SOC-05"}),
        hint=_("Letter with every reason, before any refusal; time for observations starts."),
        preview=consequences.of_refusal_notice,
        confirmation=_("The notice of reasons against has been sent."),
    ),
    kinds.Act(
        "close_observations",
        services.close_observations,
        _("Go on without observations"),
        forms.ConfirmForm,
        hint=_("Open once the applicant's term has passed; the case returns to examination."),
        preview=consequences.of_closing,
    ),
    kinds.Act(
        "propose_refusal",
        services.propose_refusal,
        _("Propose refusal"),
        examination.ProposeRentRefusalForm,
        tone="danger",
        settles=frozenset({"PROC-03", "PRE-05"}),
        hint=_("Every observation gets its answer; the director decides."),
        preview=consequences.of_refusal_proposal,
        confirmation=_("Refusal has been proposed: the case is with the director."),
    ),
)

DECISIONS = (
    kinds.Act(
        "grant",
        services.grant,
        _("Grant"),
        forms.DecisionForm,
        tone="success",
        hint=_("Binds the money, sends the grant letter, ends the terms."),
        preview=consequences.of_grant,
        confirmation=_("The contribution has been granted."),
    ),
    kinds.Act(
        "offer_partial",
        services.offer_partial,
        _("Offer a partial grant"),
        forms.DecisionForm,
        hint=_("Reserves what is left of the funds and asks the applicant by letter."),
        preview=consequences.of_partial_offer,
        confirmation=_("The partial grant has been offered."),
    ),
    kinds.Act(
        "put_on_waiting_list",
        services.put_on_waiting_list,
        _("Put on the waiting list"),
        forms.DecisionForm,
        hint=_("Admitted without funds: letter to the applicant, no money bound."),
        preview=consequences.of_waiting,
        confirmation=_("The case is on the waiting list."),
    ),
    kinds.Act(
        "complete_acceptance",
        services.complete_acceptance,
        _("Complete the grant"),
        forms.ConfirmForm,
        tone="success",
        hint=_("The offer was accepted in time: binds the money and sends the grant letter."),
        preview=award_consequences.of_completion,
        confirmation=_("The contribution has been granted."),
    ),
    kinds.Act(
        "examine_accepted",
        services.examine_accepted,
        _("Examine anew"),
        forms.SendBackForm,
        tone="secondary",
        hint=_(
            "Where something stands against the applicant: the reasons are told before a refusal."
        ),
        preview=award_consequences.of_examining_accepted,
        confirmation=_("The application is examined anew."),
    ),
    kinds.Act(
        "refuse",
        services.refuse,
        _("Refuse"),
        forms.DecisionForm,
        tone="danger",
        hint=_("Sends the refusal with its reasons and ends the terms."),
        preview=consequences.of_refusal,
        confirmation=_("The application has been refused."),
    ),
    kinds.Act(
        "send_back",
        services.send_back,
        _("Send back"),
        forms.SendBackForm,
        tone="secondary",
        hint=_("The proposal falls and the case returns to the officer, with your reason."),
        preview=consequences.of_sending_back,
        confirmation=_("The case has gone back to the officer."),
    ),
    kinds.Act(
        "recall_from_waiting_list",
        services.recall_from_waiting_list,
        _("Recall from the waiting list"),
        forms.ConfirmForm,
        hint=_("Money has come free: the proposal goes to the director again."),
        preview=consequences.of_recall,
    ),
    kinds.Act(
        "close_offer",
        services.close_offer,
        _("Go on without the acceptance"),
        forms.ConfirmForm,
        hint=_("Open once the applicant's term has passed; the money comes free."),
        preview=consequences.of_closing_offer,
    ),
)

BY_RANKING = (
    kinds.Act(
        "grant_by_ranking",
        services.grant_by_ranking,
        _("Grant by the ranking"),
        forms.DecisionForm,
        tone="success",
        hint=_("Binds the money that the approved list gives, sends the grant letter."),
        preview=consequences.of_grant,
        confirmation=_("The contribution has been granted."),
    ),
    kinds.Act(
        "offer_by_ranking",
        services.offer_by_ranking,
        _("Offer the part that the ranking gives"),
        forms.DecisionForm,
        hint=_("Reserves the part that the list gives and asks the applicant by letter."),
        preview=consequences.of_ranked_offer,
        confirmation=_("The partial grant has been offered."),
    ),
    kinds.Act(
        "wait_by_ranking",
        services.wait_by_ranking,
        _("Put in the list of those not financed"),
        forms.DecisionForm,
        hint=_("Admissible without funds: letter to the applicant, no money bound."),
        preview=consequences.of_waiting,
        confirmation=_("The case is in the list of those not financed."),
    ),
    kinds.Act(
        "exclude_by_ranking",
        services.exclude_by_ranking,
        _("Refuse for the score"),
        forms.DecisionForm,
        tone="danger",
        hint=_("Below a threshold of the call: letter with the points, terms end."),
        preview=consequences.of_refusal,
        confirmation=_("The application has been refused."),
    ),
    kinds.Act(
        "raise_grant",
        services.raise_grant,
        _("Raise the grant"),
        forms.DecisionForm,
        tone="success",
        hint=_("Binds the difference that a scroll-down gives, writes to the beneficiary."),
        preview=consequences.of_raise,
        confirmation=_("The grant has been raised."),
    ),
)

ANSWERS = (
    kinds.Act(
        "answer_integration",
        services.answer_integration,
        _("Send the integration"),
        forms.ConfirmForm,
        audience="applicant",
    ),
    kinds.Act(
        "file_observations",
        services.file_observations,
        _("Send the observations"),
        forms.ObservationsForm,
        audience="applicant",
    ),
    kinds.Act(
        "file_memories",
        services.file_memories,
        _("Send the memories"),
        forms.ConfirmForm,
        audience="applicant",
    ),
    kinds.Act(
        "accept_partial",
        services.accept_partial,
        _("Accept the offer"),
        forms.ConfirmForm,
        audience="applicant",
    ),
    kinds.Act(
        "declare_acceptance",
        services.declare_acceptance,
        _("Accept the offer"),
        forms.ConfirmForm,
        audience="applicant",
    ),
    kinds.Act(
        "decline_partial",
        services.decline_partial,
        _("Leave the offer"),
        forms.ConfirmForm,
        audience="applicant",
    ),
    kinds.Act(
        "waive",
        services.waive,
        _("Give the contribution up"),
        forms.WithdrawForm,
        audience="applicant",
    ),
    kinds.Act(
        "withdraw",
        services.withdraw,
        _("Withdraw the application"),
        forms.WithdrawForm,
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
    Status.ADMISSION_PROPOSED: "info",
    Status.REFUSAL_PROPOSED: "info",
    Status.ADMISSIBLE: "info",
    Status.PARTIAL_OFFERED: "warning",
    Status.OFFER_ACCEPTED: "info",
    Status.WAITING_LIST: "neutral",
    Status.GRANTED: "success",
    Status.REPORT_FILED: "info",
    Status.REPORT_INTEGRATION: "warning",
    Status.CHANGE_ASKED: "info",
    Status.CHANGE_NOTICE: "warning",
    Status.CHANGE_HEARD: "info",
    Status.LAPSED: "danger",
    Status.REFUSED: "danger",
    Status.WITHDRAWN: "neutral",
    Status.WAIVED: "neutral",
    Status.ANNULMENT_STARTED: "warning",
    Status.MEMORIES_RECEIVED: "info",
    Status.ANNULLED: "danger",
    Status.REVOCATION_STARTED: "warning",
    Status.REVOKED: "danger",
}


def register() -> None:
    """Make the kind known; called once when the site starts."""
    written.register(RENT)
    kinds.register(
        kinds.Kind(
            code=RentContribution.KIND,
            goal=Status.GRANTED,
            label=_("Coworking contribution"),
            model=RentContribution,
            flow=ContributionFlow,
            acts=(*EXAMINATION, *DECISIONS, *BY_RANKING, *AWARDED, *UNDOING, *ANSWERS),
            office_template="grants/office/_contribution.html",
            applicant_template="grants/applicant/_contribution.html",
            tones={str(status): tone for status, tone in TONES.items()},
            applicant_words={str(status): words for status, words in APPLICANT_WORDS.items()},
            applicant_events=APPLICANT_EVENTS,
            applicant_context=applicant_context,
            withdraw_page="grants:withdraw",
            silence=APPLICANT_SILENCE,
            resume_url=resume_url,
            statuses=dict(Status.choices),
            for_office=office.for_office,
            office_context=office.office_context,
            undecided=frozenset(str(status) for status in UNDECIDED),
            on_substitute=letters.send_substitute_receipt,
            bulk_acts=frozenset(forecast.ACTS.values()),
            forecast=forecast.foresee,
            holds=dict.fromkeys(HOLDING, "granted")
            | dict.fromkeys((Status.PARTIAL_OFFERED, Status.OFFER_ACCEPTED), "reserved"),
            migrate=migration.foresee,
            codes=office.codes,
            closing_acts=frozenset(
                {
                    "close_integration",
                    "close_observations",
                    "close_offer",
                    "close_memories",
                    "close_report_integration",
                }
            ),
        )
    )
