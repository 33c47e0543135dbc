"""What the shared pages need to know of a coworking contribution."""

from django.utils.translation import gettext_lazy as _

from grants import services
from grants.flows import ContributionFlow
from grants.forms import acts as forms
from grants.models import RentContribution, Status
from workflows import kinds

ACTS = (
    kinds.Act("start_examination", services.start_examination, _("Take charge"), forms.ConfirmForm),
    kinds.Act(
        "propose_admission",
        services.propose_admission,
        _("Propose admission"),
        forms.ProposeAdmissionForm,
        tone="success",
    ),
    kinds.Act(
        "request_integration",
        services.request_integration,
        _("Request integration"),
        forms.RequestIntegrationForm,
        tone="warning",
    ),
    kinds.Act(
        "close_integration",
        services.close_integration,
        _("Go on without the answer"),
        forms.ConfirmForm,
    ),
    kinds.Act(
        "give_refusal_notice",
        services.give_refusal_notice,
        _("Give notice of reasons against"),
        forms.RefusalNoticeForm,
        tone="danger",
    ),
    kinds.Act(
        "close_observations",
        services.close_observations,
        _("Go on without observations"),
        forms.ConfirmForm,
    ),
    kinds.Act(
        "propose_refusal",
        services.propose_refusal,
        _("Propose refusal"),
        forms.ProposeRefusalForm,
        tone="danger",
    ),
    kinds.Act("grant", services.grant, _("Grant"), forms.DecisionForm, tone="success"),
    kinds.Act(
        "offer_partial", services.offer_partial, _("Offer a partial grant"), forms.DecisionForm
    ),
    kinds.Act(
        "put_on_waiting_list",
        services.put_on_waiting_list,
        _("Put on the waiting list"),
        forms.DecisionForm,
    ),
    kinds.Act("refuse", services.refuse, _("Refuse"), forms.DecisionForm, tone="danger"),
    kinds.Act("send_back", services.send_back, _("Send back"), forms.SendBackForm),
    kinds.Act(
        "recall_from_waiting_list",
        services.recall_from_waiting_list,
        _("Recall from the waiting list"),
        forms.ConfirmForm,
    ),
    kinds.Act(
        "close_offer", services.close_offer, _("Go on without the acceptance"), forms.ConfirmForm
    ),
    kinds.Act(
        "answer_integration",
        services.answer_integration,
        _("Send the integration"),
        forms.ConfirmForm,
    ),
    kinds.Act(
        "file_observations",
        services.file_observations,
        _("Send the observations"),
        forms.ObservationsForm,
    ),
    kinds.Act("accept_partial", services.accept_partial, _("Accept the offer"), forms.ConfirmForm),
    kinds.Act("decline_partial", services.decline_partial, _("Leave the offer"), forms.ConfirmForm),
    kinds.Act("withdraw", services.withdraw, _("Withdraw the application"), forms.WithdrawForm),
)

TONES = {
    Status.DRAFT: "secondary",
    Status.SUBMITTED: "info",
    Status.UNDER_EXAMINATION: "info",
    Status.INTEGRATION_REQUESTED: "warning",
    Status.REFUSAL_NOTICE: "warning",
    Status.OBSERVATIONS_RECEIVED: "info",
    Status.ADMISSION_PROPOSED: "primary",
    Status.REFUSAL_PROPOSED: "primary",
    Status.PARTIAL_OFFERED: "warning",
    Status.WAITING_LIST: "secondary",
    Status.GRANTED: "success",
    Status.REFUSED: "danger",
    Status.WITHDRAWN: "secondary",
}


def register() -> None:
    """Make the kind known; called once when the site starts."""
    kinds.register(
        kinds.Kind(
            code=RentContribution.KIND,
            label=_("Coworking contribution"),
            model=RentContribution,
            flow=ContributionFlow,
            acts=ACTS,
            office_template="grants/office/_contribution.html",
            applicant_template="grants/applicant/_contribution.html",
            tones={str(status): tone for status, tone in TONES.items()},
        )
    )
