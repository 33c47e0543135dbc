"""Who is asked next about a candidacy."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from viewflow import this
from viewflow.workflow.nodes import End, StartHandle, Switch

from internships import permissions
from internships.models import CandidacyStatus as Status
from internships.services import candidates as services
from workflows.flows import Ask, CaseFlow, TermTimer, status_is


class CandidacyFlow(CaseFlow):
    """A candidacy: who is asked next.

    From the filed candidacy to the interview, the ranking and the place (internships 5.2). Stores
    nothing of its own; every gate reads the status of the case.
    """

    version = 1

    process_title = _("Candidacy")

    start = StartHandle(this.adopt).Next(this.take_charge)

    take_charge = (
        Ask(offers=(services.start_examination,))
        .Annotation(title=_("Take charge of the candidacy"))
        .Permission(permissions.EXAMINE)
        .Next(this.examine)
    )

    examine = (
        Ask(
            offers=(
                services.admit_candidate,
                services.request_integration,
                services.give_refusal_notice,
                services.propose_refusal,
            )
        )
        .Annotation(title=_("Examine the candidacy"))
        .Permission(permissions.EXAMINE)
        .Assign(this.officer)
        .Next(this.after_examination)
    )

    after_examination = (
        Switch()
        .Case(this.call, status_is(Status.ADMITTED))
        .Case(this.decide_refusal, status_is(Status.REFUSAL_PROPOSED))
        .Case(this.integrate, status_is(Status.INTEGRATION_REQUESTED))
        .Case(this.observe, status_is(Status.REFUSAL_NOTICE))
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
        Ask(offers=(services.propose_refusal, services.admit_candidate))
        .Annotation(title=_("Weigh the observations"))
        .Permission(permissions.EXAMINE)
        .Assign(this.officer)
        .Next(this.after_examination)
    )

    decide_refusal = (
        Ask(offers=(services.refuse, services.send_back))
        .Annotation(title=_("Decide on the proposal to exclude"))
        .Permission(permissions.DECIDE)
        .Next(this.after_decision)
    )

    after_decision = (
        Switch()
        .Case(this.end, status_is(Status.REFUSED))
        .Case(this.examine, status_is(Status.UNDER_EXAMINATION))
    )

    call = (
        Ask(offers=(services.invite,))
        .Annotation(title=_("Call to the interview"))
        .Permission(permissions.EXAMINE)
        .Assign(this.officer)
        .Next(this.interview)
    )

    interview = (
        Ask(
            offers=(
                services.hold_interview,
                services.note_absence,
                services.move_interview,
            )
        )
        .Annotation(title=_("Hold the interview"))
        .Permission(permissions.EXAMINE)
        .Assign(this.officer)
        .Next(this.after_interview)
    )

    after_interview = (
        Switch()
        .Case(this.rank, status_is(Status.INTERVIEWED))
        .Case(this.interview, status_is(Status.INVITED))
        .Case(this.excuse, status_is(Status.MISSED))
    )

    excuse = (
        Ask(offers=(services.close_absence, services.move_interview), audience="applicant")
        .Annotation(title=_("Justify the absence"))
        .Next(this.after_absence)
    )

    after_absence = (
        Switch()
        .Case(this.interview, status_is(Status.INVITED))
        .Case(this.end, status_is(Status.ABSENT))
    )

    rank = (
        Ask(offers=(services.enter_ranking, services.exclude_by_ranking))
        .Annotation(title=_("Take the outcome of the ranking"))
        .Permission(permissions.DECIDE)
        .Next(this.after_ranking)
    )

    after_ranking = (
        Switch().Case(this.pair, status_is(Status.RANKED)).Case(this.end, status_is(Status.UNFIT))
    )

    pair = (
        Ask(offers=(services.propose_placement,))
        .Annotation(title=_("Wait for a place"))
        .Permission(permissions.DECIDE)
        .Next(this.answer)
    )

    answer = (
        Ask(
            offers=(services.accept_placement, services.decline_placement, services.lapse),
            audience="applicant",
        )
        .Annotation(title=_("Answer the proposal of a place"))
        .Next(this.after_answer)
    )

    after_answer = (
        Switch()
        .Case(this.confirm, status_is(Status.ACCEPTED))
        .Case(this.pair, status_is(Status.RANKED))
        .Case(this.end, status_is(Status.LAPSED))
    )

    confirm = (
        Ask(offers=(services.assign, services.decline_by_host))
        .Annotation(title=_("Confirm the place with the host"))
        .Permission(permissions.EXAMINE)
        .Next(this.after_confirmation)
    )

    after_confirmation = (
        Switch()
        .Case(this.begin, status_is(Status.ASSIGNED))
        .Case(this.pair, status_is(Status.RANKED))
    )

    begin = (
        Ask(offers=(services.note_start, services.lapse_assignment))
        .Annotation(title=_("Wait for the first day"))
        .Permission(permissions.EXAMINE)
        .Next(this.end)
    )

    end = End()

    conclusion_term = TermTimer("conclusion")
    integration_term = TermTimer("integration", act=services.close_integration)
    observation_term = TermTimer("observations", act=services.close_observations)
    justification_term = TermTimer("justification", act=services.close_absence)
    acceptance_term = TermTimer("acceptance", act=services.lapse)
    substitute_term = TermTimer("substitute")

    def officer(self, activation: Any) -> Any:
        """The officer in charge gets the case back."""
        return activation.process.case.officer
