"""What the shared pages need to know of an application for the register, and of the entry."""

from django.utils.translation import gettext_lazy as _

from coworking_registry import consequences
from coworking_registry.flows import SpaceFlow
from coworking_registry.forms import acts as forms
from coworking_registry.forms import removal
from coworking_registry.managers import applicant_context, resume_url
from coworking_registry.models import SpaceApplication, SpaceStatus
from coworking_registry.models.statuses import UNDECIDED
from coworking_registry.services import applications as services
from coworking_registry.views import office
from coworking_registry.views.written import SPACE
from coworking_registry.words import MANAGER_EVENTS, MANAGER_WORDS
from workflows import kinds
from workflows.examination.acts import (
    ConfirmForm,
    DecisionForm,
    ObservationsForm,
    SendBackForm,
    WithdrawForm,
)
from workflows.written import kinds as written

EXAMINATION = (
    kinds.Act(
        "start_examination",
        services.start_examination,
        _("Take charge"),
        ConfirmForm,
        audience="queue",
        hint=_("The case becomes yours to examine."),
    ),
    kinds.Act(
        "plan_inspection",
        services.plan_inspection,
        _("Announce a visit"),
        forms.PlanInspectionForm,
        tone="primary",
        hint=_("Letter to the manager with day, people and what is looked at."),
        preview=consequences.of_visit,
        confirmation=_("The visit has been announced."),
    ),
    kinds.Act(
        "report_inspection",
        services.report_inspection,
        _("Write the minutes of the visit"),
        forms.ReportInspectionForm,
        tone="primary",
        hint=_("One result for each check; the minutes go to the manager."),
        preview=consequences.of_report,
        confirmation=_("The minutes have been written."),
    ),
    kinds.Act(
        "propose_admission",
        services.propose_admission,
        _("Propose the entry"),
        forms.ProposeEntryForm,
        tone="success",
        settles=frozenset({"PRE-05"}),
        hint=_("The director decides."),
        preview=consequences.of_proposal,
        confirmation=_("The entry has been proposed: the case is with the director."),
    ),
    kinds.Act(
        "request_integration",
        services.request_integration,
        _("Request integration"),
        forms.RequestSpaceIntegrationForm,
        tone="warning",
        hint=_("Letter to the manager; only what is asked for reopens; the clock stands still."),
        preview=consequences.of_integration,
        confirmation=_("The integration request has been sent."),
    ),
    kinds.Act(
        "close_integration",
        services.close_integration,
        _("Go on without the answer"),
        ConfirmForm,
        hint=_("Open once the manager's term has passed; the case returns to examination."),
        preview=consequences.of_closing,
    ),
    kinds.Act(
        "give_refusal_notice",
        services.give_refusal_notice,
        _("Give notice of reasons against"),
        forms.SpaceRefusalNoticeForm,
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
        ConfirmForm,
        hint=_("Open once the manager's term has passed; the case returns to examination."),
        preview=consequences.of_closing,
    ),
    kinds.Act(
        "propose_refusal",
        services.propose_refusal,
        _("Propose refusal"),
        forms.ProposeSpaceRefusalForm,
        tone="danger",
        settles=frozenset({"PROC-03", "PRE-05"}),
        hint=_("Every observation gets its answer; the director decides."),
        preview=consequences.of_proposal,
        confirmation=_("Refusal has been proposed: the case is with the director."),
    ),
)
DECISION = (
    kinds.Act(
        "enter",
        services.enter,
        _("Enter in the register"),
        DecisionForm,
        tone="success",
        hint=_("Number, last day, public page and letter."),
        preview=consequences.of_entry,
        confirmation=_("The space is in the register."),
    ),
    kinds.Act(
        "refuse",
        services.refuse,
        _("Refuse"),
        DecisionForm,
        tone="danger",
        hint=_("Sends the refusal with its reasons and ends the terms."),
        preview=consequences.of_refusal,
        confirmation=_("The entry has been refused."),
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
)
ENTRY = (
    kinds.Act(
        "renew",
        services.renew,
        _("Renew the entry"),
        DecisionForm,
        tone="success",
        hint=_("The entry goes on without a gap; letter to the manager."),
        preview=consequences.of_renewal,
        confirmation=_("The entry has been renewed."),
    ),
    kinds.Act(
        "suspend",
        services.suspend,
        _("Suspend the entry"),
        forms.SuspendForm,
        tone="warning",
        hint=_("For a time, with the reason; what depends on the space comes first."),
        preview=consequences.of_suspension,
        confirmation=_("The entry has been suspended."),
    ),
    kinds.Act(
        "reinstate",
        services.reinstate,
        _("End the suspension"),
        DecisionForm,
        tone="success",
        hint=_("The entry holds again, to the same last day."),
        preview=consequences.of_reinstatement,
        confirmation=_("The suspension has ended."),
    ),
    kinds.Act(
        "cancel",
        services.cancel,
        _("Take off the register"),
        forms.CancelForm,
        tone="danger",
        hint=_("At the manager's request; what depends on the space comes first."),
        preview=consequences.of_cancellation,
        confirmation=_("The space has left the register."),
    ),
    kinds.Act(
        "expire",
        services.expire,
        _("End the entry"),
        ConfirmForm,
        hint=_("Done by the clock once the last day has passed without a renewal."),
        confirmation=_("The entry has ended."),
    ),
    kinds.Act(
        "start_removal",
        services.start_removal,
        _("Start the removal"),
        removal.StartRemovalForm,
        tone="danger",
        settles=frozenset({"PROC-03"}),
        hint=_("Letter with the reasons; time for memories starts; the entry still stands."),
        preview=consequences.of_removal_start,
        confirmation=_("The start of the removal has been told."),
    ),
    kinds.Act(
        "close_memories",
        services.close_memories,
        _("Go on without memories"),
        ConfirmForm,
        hint=_("Open once the manager's term has passed; the director decides."),
        preview=consequences.of_closing,
    ),
    kinds.Act(
        "remove",
        services.remove,
        _("Take off the register for what it lacks"),
        removal.RemoveForm,
        tone="danger",
        settles=frozenset({"PRE-11"}),
        hint=_("Every memory gets its answer; what depends on the space comes first."),
        preview=consequences.of_cancellation,
        confirmation=_("The space has left the register."),
    ),
    kinds.Act(
        "drop_removal",
        services.drop_removal,
        _("Leave the space in the register"),
        removal.ReasonForm,
        hint=_("The procedure ends, with your reason; the entry holds, a suspension is over."),
        preview=consequences.of_dropping_removal,
        confirmation=_("The space stays in the register."),
    ),
)
ANSWERS = (
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
        ObservationsForm,
        audience="applicant",
    ),
    kinds.Act(
        "file_memories",
        services.file_memories,
        _("Send the memories"),
        ConfirmForm,
        audience="applicant",
    ),
    kinds.Act(
        "ask_renewal",
        services.ask_renewal,
        _("Ask for the renewal"),
        ConfirmForm,
        audience="applicant",
    ),
    kinds.Act(
        "withdraw",
        services.withdraw,
        _("Withdraw the application"),
        WithdrawForm,
        audience="applicant",
    ),
)
TONES = {
    SpaceStatus.DRAFT: "draft",
    SpaceStatus.SUBMITTED: "info",
    SpaceStatus.UNDER_EXAMINATION: "info",
    SpaceStatus.INTEGRATION_REQUESTED: "warning",
    SpaceStatus.INSPECTION_PLANNED: "info",
    SpaceStatus.REFUSAL_NOTICE: "warning",
    SpaceStatus.OBSERVATIONS_RECEIVED: "info",
    SpaceStatus.ADMISSION_PROPOSED: "info",
    SpaceStatus.REFUSAL_PROPOSED: "info",
    SpaceStatus.LISTED: "success",
    SpaceStatus.RENEWAL_REQUESTED: "info",
    SpaceStatus.SUSPENDED: "warning",
    SpaceStatus.REMOVAL_STARTED: "warning",
    SpaceStatus.MEMORIES_RECEIVED: "info",
    SpaceStatus.REFUSED: "danger",
    SpaceStatus.WITHDRAWN: "neutral",
    SpaceStatus.CANCELLED: "neutral",
    SpaceStatus.EXPIRED: "neutral",
}


def register() -> None:
    """Make the kind known; called once when the site starts."""
    written.register(SPACE)
    kinds.register(
        kinds.Kind(
            code=SpaceApplication.KIND,
            label=_("Application for the register"),
            model=SpaceApplication,
            flow=SpaceFlow,
            acts=(*EXAMINATION, *DECISION, *ENTRY, *ANSWERS),
            office_template="coworking_registry/office/_application.html",
            applicant_template="coworking_registry/manager/_application.html",
            tones={str(status): tone for status, tone in TONES.items()},
            applicant_words={str(status): words for status, words in MANAGER_WORDS.items()},
            applicant_events=MANAGER_EVENTS,
            applicant_context=applicant_context,
            withdraw_page="coworking_registry:application_withdraw",
            resume_url=resume_url,
            statuses=dict(SpaceStatus.choices),
            for_office=office.for_office,
            office_context=office.office_context,
            undecided=frozenset(str(status) for status in UNDECIDED),
            closing_acts=frozenset({"close_integration", "close_observations", "close_memories"}),
            codes=office.codes,
        )
    )
