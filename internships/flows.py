"""Who is asked next about an offer of a host."""

from django.utils.translation import gettext_lazy as _
from viewflow import this
from viewflow.workflow.nodes import End, StartHandle, Switch

from internships import permissions
from internships.models import InternshipStatus, OfferStatus
from internships.models.statuses import AFTER_END
from internships.services import offers as services
from internships.services import placements
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


class InternshipFlow(CaseFlow):
    """Internship: who is asked next, from its opening to what follows its end (internships 5.3).

    What the parties sign and bring is asked of them, whoever of them comes first; the office goes
    on where a paper has reached it by other means.
    """

    version = 1

    process_title = _("Internship")

    start = StartHandle(this.adopt).Next(this.prepare)

    prepare = (
        Ask(offers=(placements.send_convention, placements.use_framework))
        .Annotation(title=_("Prepare the agreement"))
        .Permission(permissions.EXAMINE)
        .Next(this.after_preparation)
    )

    after_preparation = (
        Switch()
        .Case(this.sign_convention, status_is(InternshipStatus.CONVENTION_SIGNING))
        .Case(this.write_plan, status_is(InternshipStatus.CONVENTION_SIGNED))
    )

    sign_convention = (
        Ask(
            offers=(placements.complete_convention, placements.redraw_convention),
            audience="applicant",
        )
        .Annotation(title=_("Sign the agreement"))
        .Next(this.after_convention)
    )

    after_convention = (
        Switch()
        .Case(this.prepare, status_is(InternshipStatus.PREPARATION))
        .Case(this.write_plan, status_is(InternshipStatus.CONVENTION_SIGNED))
    )

    write_plan = (
        Ask(offers=(placements.send_plan,))
        .Annotation(title=_("Write the training plan"))
        .Permission(permissions.EXAMINE)
        .Next(this.sign_plan)
    )

    sign_plan = (
        Ask(offers=(placements.complete_plan, placements.redraw_plan), audience="applicant")
        .Annotation(title=_("Sign the training plan"))
        .Next(this.after_plan)
    )

    communicate = (
        Ask(offers=(placements.record_communication, placements.redraw_plan), audience="applicant")
        .Annotation(title=_("Send the compulsory communication"))
        .Next(this.after_plan)
    )

    begin = (
        Ask(
            offers=(placements.begin, placements.record_communication, placements.redraw_plan),
            audience="applicant",
        )
        .Annotation(title=_("Begin on the first day"))
        .Next(this.after_plan)
    )

    after_plan = (
        Switch()
        .Case(this.write_plan, status_is(InternshipStatus.CONVENTION_SIGNED))
        .Case(this.communicate, status_is(InternshipStatus.PLAN_SIGNED))
        .Case(this.begin, status_is(InternshipStatus.COMMUNICATED))
        .Case(this.follow, status_is(InternshipStatus.RUNNING))
    )

    follow = (
        Ask(
            offers=(
                placements.suspend,
                placements.resume,
                placements.extend,
                placements.vary,
                placements.interrupt,
                placements.transform,
                placements.conclude,
            ),
            audience="applicant",
        )
        .Annotation(title=_("Follow the internship"))
        .Next(this.after_following)
    )

    after_following = (
        Switch()
        .Case(this.follow, status_is(InternshipStatus.RUNNING, InternshipStatus.SUSPENDED))
        .Case(this.account_for, status_is(*AFTER_END))
    )

    account_for = (
        Ask(
            offers=(
                placements.evaluate,
                placements.attest,
                placements.state_attendance,
                placements.ask_refund,
                placements.examine_refund,
                placements.settle,
                placements.refuse_settlement,
                placements.archive,
            ),
            audience="applicant",
        )
        .Annotation(title=_("Account for the internship"))
        .Next(this.after_accounting)
    )

    after_accounting = (
        Switch()
        .Case(this.account_for, status_is(*AFTER_END))
        .Case(this.end, status_is(InternshipStatus.ARCHIVED))
    )

    end = End()
