"""Who is asked next about an application for the register, and about the entry that follows."""

from django.utils.translation import gettext_lazy as _
from viewflow import this
from viewflow.workflow.nodes import End, StartHandle, Switch

from coworking_registry import permissions
from coworking_registry.models import SpaceStatus
from coworking_registry.services import applications as services
from workflows.flows import Ask, CaseFlow, TermTimer, status_is


class SpaceFlow(CaseFlow):
    """Application for the register: who is asked next.

    From the filed application, with a visit on the way, to the entry or its refusal; then through
    renewals and suspensions to its end (co-mantova 15.2). Every gate reads the status of the case.
    """

    version = 1

    process_title = _("Application for the register")

    start = StartHandle(this.adopt).Next(this.take_charge)

    take_charge = (
        Ask(offers=(services.start_examination,))
        .Annotation(title=_("Take charge of the application"))
        .Permission(permissions.EXAMINE)
        .Next(this.examine)
    )

    examine = (
        Ask(
            offers=(
                services.plan_inspection,
                services.propose_admission,
                services.request_integration,
                services.give_refusal_notice,
                services.propose_refusal,
            )
        )
        .Annotation(title=_("Examine the application"))
        .Permission(permissions.EXAMINE)
        .Assign(this.officer)
        .Next(this.after_examination)
    )

    after_examination = (
        Switch()
        .Case(this.visit, status_is(SpaceStatus.INSPECTION_PLANNED))
        .Case(this.decide_entry, status_is(SpaceStatus.ADMISSION_PROPOSED))
        .Case(this.decide_refusal, status_is(SpaceStatus.REFUSAL_PROPOSED))
        .Case(this.integrate, status_is(SpaceStatus.INTEGRATION_REQUESTED))
        .Case(this.observe, status_is(SpaceStatus.REFUSAL_NOTICE))
    )

    visit = (
        Ask(offers=(services.report_inspection,))
        .Annotation(title=_("Visit the space"))
        .Permission(permissions.EXAMINE)
        .Assign(this.officer)
        .Next(this.after_visit)
    )

    after_visit = (
        Switch()
        .Case(this.integrate, status_is(SpaceStatus.INTEGRATION_REQUESTED))
        .Default(this.examine)
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
        .Case(this.decide_refusal, status_is(SpaceStatus.REFUSAL_PROPOSED))
        .Case(this.decide_entry, status_is(SpaceStatus.ADMISSION_PROPOSED))
    )

    decide_entry = (
        Ask(offers=(services.enter, services.send_back))
        .Annotation(title=_("Decide on the entry"))
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
        .Case(this.end, status_is(SpaceStatus.REFUSED))
        .Case(this.examine, status_is(SpaceStatus.UNDER_EXAMINATION))
        .Case(this.keep_entry, status_is(SpaceStatus.LISTED))
    )

    keep_entry = (
        Ask(
            offers=(
                services.suspend,
                services.reinstate,
                services.ask_renewal,
                services.renew,
                services.cancel,
                services.start_removal,
                services.report_change,
                services.accept_change,
                services.refuse_change,
            )
        )
        .Annotation(title=_("Follow the entry"))
        .Permission(permissions.DECIDE)
        .Next(this.after_keeping)
    )

    hear_removal = (
        Ask(
            offers=(services.file_memories, services.close_memories, services.drop_removal),
            audience="applicant",
        )
        .Annotation(title=_("Answer the reasons to remove"))
        .Next(this.after_keeping)
    )

    decide_removal = (
        Ask(offers=(services.remove, services.drop_removal))
        .Annotation(title=_("Decide on the removal"))
        .Permission(permissions.DECIDE)
        .Next(this.after_keeping)
    )

    after_keeping = (
        Switch()
        .Case(this.end, status_is(SpaceStatus.CANCELLED))
        .Case(this.hear_removal, status_is(SpaceStatus.REMOVAL_STARTED))
        .Case(this.decide_removal, status_is(SpaceStatus.MEMORIES_RECEIVED))
        .Default(this.keep_entry)
    )

    end = End()

    conclusion_term = TermTimer("conclusion")
    integration_term = TermTimer("integration", act=services.close_integration)
    observation_term = TermTimer("observations", act=services.close_observations)
    memories_term = TermTimer("memories", act=services.close_memories)
    substitute_term = TermTimer("substitute")

    def officer(self, activation):
        """The officer in charge gets the case back."""
        return activation.process.case.officer
