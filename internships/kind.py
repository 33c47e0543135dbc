"""What the shared pages need to know of an offer of places for interns."""

from django.utils.translation import gettext_lazy as _

from internships import consequences
from internships.flows import OfferFlow
from internships.forms import acts as forms
from internships.hosts import applicant_context, resume_url, words_now
from internships.letters import offers as letters
from internships.models import HostOffer, OfferStatus
from internships.models.statuses import UNDECIDED
from internships.services import offers as services
from internships.views import office
from internships.views.written import OFFER
from internships.words import HOST_EVENTS, HOST_WORDS
from workflows import kinds
from workflows.examination.acts import ConfirmForm, DecisionForm, SendBackForm, WithdrawForm
from workflows.written import kinds as written

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
        "propose_admission",
        services.propose_admission,
        _("Propose admission"),
        forms.ProposeOfferForm,
        tone="success",
        settles=frozenset({"PRE-05"}),
        hint=_("Places that the unit can hold; the director decides."),
        preview=consequences.of_admission,
        confirmation=_("Admission has been proposed: the case is with the director."),
    ),
    kinds.Act(
        "request_integration",
        services.request_integration,
        _("Request integration"),
        forms.RequestOfferIntegrationForm,
        tone="warning",
        hint=_("Letter to the host, once; only what is asked for reopens; the clock stands still."),
        preview=consequences.of_integration,
        confirmation=_("The integration request has been sent."),
    ),
    kinds.Act(
        "close_integration",
        services.close_integration,
        _("Go on without the answer"),
        ConfirmForm,
        hint=_("Open once the host's term has passed; the case returns to examination."),
        preview=consequences.of_closing,
    ),
    kinds.Act(
        "give_refusal_notice",
        services.give_refusal_notice,
        _("Give notice of reasons against"),
        forms.OfferRefusalNoticeForm,
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
        hint=_("Open once the host's term has passed; the case returns to examination."),
        preview=consequences.of_closing,
    ),
    kinds.Act(
        "propose_refusal",
        services.propose_refusal,
        _("Propose refusal"),
        forms.ProposeOfferRefusalForm,
        tone="danger",
        settles=frozenset({"PROC-03", "PRE-05"}),
        hint=_("Every observation gets its answer; the director decides."),
        preview=consequences.of_proposal,
        confirmation=_("Refusal has been proposed: the case is with the director."),
    ),
    kinds.Act(
        "admit",
        services.admit,
        _("Admit and publish"),
        forms.AdmitForm,
        tone="success",
        hint=_("Sends the admission, puts the offer into the public list, ends the terms."),
        preview=consequences.of_publication,
        confirmation=_("The offer has been admitted."),
    ),
    kinds.Act(
        "refuse",
        services.refuse,
        _("Refuse"),
        DecisionForm,
        tone="danger",
        hint=_("Sends the refusal with its reasons and ends the terms."),
        preview=consequences.of_refusal,
        confirmation=_("The offer has been refused."),
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
        "close_offer",
        services.close_offer,
        _("Close the offer"),
        forms.CloseOfferForm,
        tone="secondary",
        hint=_("It leaves the public list; say why."),
        preview=consequences.of_end,
        confirmation=_("The offer has left the public list."),
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
        forms.OfferObservationsForm,
        audience="applicant",
    ),
    kinds.Act(
        "withdraw",
        services.withdraw,
        _("Withdraw the offer"),
        WithdrawForm,
        audience="applicant",
    ),
)

TONES = {
    OfferStatus.DRAFT: "draft",
    OfferStatus.SUBMITTED: "info",
    OfferStatus.UNDER_EXAMINATION: "info",
    OfferStatus.INTEGRATION_REQUESTED: "warning",
    OfferStatus.REFUSAL_NOTICE: "warning",
    OfferStatus.OBSERVATIONS_RECEIVED: "info",
    OfferStatus.ADMISSION_PROPOSED: "info",
    OfferStatus.REFUSAL_PROPOSED: "info",
    OfferStatus.PUBLISHED: "success",
    OfferStatus.REFUSED: "danger",
    OfferStatus.WITHDRAWN: "neutral",
    OfferStatus.CLOSED: "neutral",
}


def register() -> None:
    """Make the kind known; called once when the site starts."""
    written.register(OFFER)
    kinds.register(
        kinds.Kind(
            code=HostOffer.KIND,
            goal=OfferStatus.PUBLISHED,
            label=_("Internship offer"),
            numbered={"it": "Offerta n. {}", "en": "Offer no. {}"},
            model=HostOffer,
            flow=OfferFlow,
            acts=ACTS,
            office_template="internships/office/_offer.html",
            applicant_template="internships/host/_offer.html",
            tones={str(status): tone for status, tone in TONES.items()},
            applicant_words={str(status): words for status, words in HOST_WORDS.items()},
            applicant_events=HOST_EVENTS,
            words_now=words_now,
            applicant_context=applicant_context,
            withdraw_page="internships:offer_withdraw",
            resume_url=resume_url,
            statuses=dict(OfferStatus.choices),
            for_office=office.for_office,
            office_context=office.office_context,
            undecided=frozenset(str(status) for status in UNDECIDED),
            on_substitute=letters.send_substitute_receipt,
            closing_acts=frozenset({"close_integration", "close_observations"}),
            codes=office.codes,
        )
    )
