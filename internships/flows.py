"""Who is asked next about an offer of a host."""

from django.utils.translation import gettext_lazy as _
from viewflow import this
from viewflow.workflow.nodes import End, StartHandle, Switch

from internships import permissions
from internships.models import OfferStatus
from internships.services import offers as services
from workflows.flows import Ask, CaseFlow, TermTimer, status_is


class OfferFlow(CaseFlow):
    """Offer of places for interns: who is asked next.

    From the filed offer to its publication or refusal (internships 5.1), and to the end of the
    published offer. Stores nothing of its own; every gate reads the status of the case.
    """

    version = 1

    process_title = _("Internship offer")

    start = StartHandle(this.adopt).Next(this.take_charge)

    take_charge = (
        Ask(offers=(services.start_examination,))
        .Annotation(title=_("Take charge of the offer"))
        .Permission(permissions.EXAMINE)
        .Next(this.examine)
    )

    examine = (
        Ask(
            offers=(
                services.propose_admission,
                services.request_integration,
                services.give_refusal_notice,
                services.propose_refusal,
            )
        )
        .Annotation(title=_("Examine the offer"))
        .Permission(permissions.EXAMINE)
        .Assign(this.officer)
        .Next(this.after_examination)
    )

    after_examination = (
        Switch()
        .Case(this.decide_admission, status_is(OfferStatus.ADMISSION_PROPOSED))
        .Case(this.decide_refusal, status_is(OfferStatus.REFUSAL_PROPOSED))
        .Case(this.integrate, status_is(OfferStatus.INTEGRATION_REQUESTED))
        .Case(this.observe, status_is(OfferStatus.REFUSAL_NOTICE))
    )

    integrate = (
        Ask(offers=(services.answer_integration, services.close_integration), audience="applicant")
        .Annotation(title=_("Answer the integration request"))
        .Next(this.examine)
    )

    observe = (
        Ask(offers=(services.file_observations, services.close_observations), audience="applicant")
        .Annotation(title=_("Answer the reasons against"))
        .Next(this.weigh)
    )

    weigh = (
        Ask(offers=(services.propose_refusal, services.propose_admission))
        .Annotation(title=_("Weigh the observations"))
        .Permission(permissions.EXAMINE)
        .Assign(this.officer)
        .Next(this.after_weighing)
    )

    after_weighing = (
        Switch()
        .Case(this.decide_refusal, status_is(OfferStatus.REFUSAL_PROPOSED))
        .Case(this.decide_admission, status_is(OfferStatus.ADMISSION_PROPOSED))
    )

    decide_admission = (
        Ask(offers=(services.admit, services.send_back))
        .Annotation(title=_("Decide on the proposal to admit"))
        .Permission(permissions.DECIDE)
        .Next(this.after_decision)
    )

    decide_refusal = (
        Ask(offers=(services.refuse, services.send_back))
        .Annotation(title=_("Decide on the proposal to refuse"))
        .Permission(permissions.DECIDE)
        .Next(this.after_decision)
    )

    after_decision = (
        Switch()
        .Case(this.end, status_is(OfferStatus.REFUSED))
        .Case(this.examine, status_is(OfferStatus.UNDER_EXAMINATION))
        .Case(this.keep_published, status_is(OfferStatus.PUBLISHED))
    )

    keep_published = (
        Ask(offers=(services.close_offer,))
        .Annotation(title=_("Follow the published offer"))
        .Permission(permissions.EXAMINE)
        .Assign(this.officer)
        .Next(this.end)
    )

    end = End()

    conclusion_term = TermTimer("conclusion")
    integration_term = TermTimer("integration", act=services.close_integration)
    observation_term = TermTimer("observations", act=services.close_observations)
    substitute_term = TermTimer("substitute")

    def officer(self, activation):
        """The officer in charge gets the case back."""
        return activation.process.case.officer
