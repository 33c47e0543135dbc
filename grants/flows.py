"""Who is asked next about a coworking contribution."""

from django.utils.translation import gettext_lazy as _
from viewflow import this
from viewflow.workflow.nodes import End, StartHandle, Switch

from grants import permissions, services
from grants.models import Status
from grants.ranking import goes_by_ranking
from workflows.flows import Ask, CaseFlow, TermTimer, status_is


def is_on_approved_list(activation) -> bool:
    """Tell whether the case waits in the list of a call that goes by ranking (RANK-13)."""
    case = activation.process.case
    return case.status == Status.WAITING_LIST and goes_by_ranking(case)


class ContributionFlow(CaseFlow):
    """Coworking contribution: who is asked next.

    From the filed application to the grant or the refusal (co-mantova 15.3), from the report of
    expenses to its approval, from a change asked for to its answer, and from a decision to its annulment or revocation. Stores nothing of its own; every gate reads the status of the case.
    """

    version = 5

    process_title = _("Coworking contribution")

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
                services.propose_admission,
                services.admit_to_ranking,
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
        .Case(this.decide_admission, status_is(Status.ADMISSION_PROPOSED))
        .Case(this.await_ranking, status_is(Status.ADMISSIBLE))
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
        Ask(
            offers=(
                services.propose_refusal,
                services.propose_admission,
                services.admit_to_ranking,
            )
        )
        .Annotation(title=_("Weigh the observations"))
        .Permission(permissions.EXAMINE)
        .Assign(this.officer)
        .Next(this.after_weighing)
    )

    after_weighing = (
        Switch()
        .Case(this.decide_refusal, status_is(Status.REFUSAL_PROPOSED))
        .Case(this.decide_admission, status_is(Status.ADMISSION_PROPOSED))
        .Case(this.await_ranking, status_is(Status.ADMISSIBLE))
    )

    await_ranking = (
        Ask(
            offers=(
                services.grant_by_ranking,
                services.offer_by_ranking,
                services.wait_by_ranking,
                services.exclude_by_ranking,
                services.send_back,
            )
        )
        .Annotation(title=_("Waiting for the ranking"))
        .Permission(permissions.DECIDE)
        .Next(this.after_decision)
    )

    decide_admission = (
        Ask(
            offers=(
                services.grant,
                services.offer_partial,
                services.put_on_waiting_list,
                services.send_back,
            )
        )
        .Annotation(title=_("Decide on the proposal to grant"))
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
        .Case(this.end, status_is(Status.GRANTED, Status.REFUSED))
        .Case(this.examine, status_is(Status.UNDER_EXAMINATION))
        .Case(this.answer_offer, status_is(Status.PARTIAL_OFFERED))
        .Case(this.await_turn, is_on_approved_list)
        .Case(this.wait, status_is(Status.WAITING_LIST))
    )

    answer_offer = (
        Ask(
            offers=(
                services.accept_partial,
                services.declare_acceptance,
                services.decline_partial,
                services.close_offer,
                services.grant_by_ranking,
            ),
            audience="applicant",
        )
        .Annotation(title=_("Answer the partial offer"))
        .Next(this.after_answer)
    )

    after_answer = (
        Switch()
        .Case(this.end, status_is(Status.GRANTED))
        .Case(this.complete_acceptance, status_is(Status.OFFER_ACCEPTED))
        .Case(this.await_turn, is_on_approved_list)
        .Case(this.wait, status_is(Status.WAITING_LIST))
    )

    complete_acceptance = (
        Ask(offers=(services.complete_acceptance, services.examine_accepted))
        .Annotation(title=_("Complete the grant that was accepted"))
        .Permission(permissions.EXAMINE)
        .Assign(this.officer)
        .Next(this.after_completion)
    )

    after_completion = (
        Switch()
        .Case(this.end, status_is(Status.GRANTED))
        .Case(this.examine, status_is(Status.UNDER_EXAMINATION))
    )

    await_turn = (
        Ask(offers=(services.grant_by_ranking, services.offer_by_ranking))
        .Annotation(title=_("Waiting for the list to scroll down"))
        .Permission(permissions.DECIDE)
        .Next(this.after_decision)
    )

    wait = (
        Ask(offers=(services.recall_from_waiting_list,))
        .Annotation(title=_("Waiting for funds"))
        .Permission(permissions.EXAMINE)
        .Assign(this.officer)
        .Next(this.decide_admission)
    )

    report_start = StartHandle(this.adopt).Next(this.examine_report)

    examine_report = (
        Ask(offers=(services.approve_report, services.request_report_integration))
        .Annotation(title=_("Examine the report of expenses"))
        .Permission(permissions.EXAMINE)
        .Assign(this.officer)
        .Next(this.after_report)
    )

    after_report = (
        Switch()
        .Case(this.complete_report, status_is(Status.REPORT_INTEGRATION))
        .Case(this.end, status_is(Status.GRANTED))
    )

    complete_report = (
        Ask(
            offers=(
                services.answer_report_integration,
                services.close_report_integration,
                services.close_integration,
            ),
            audience="applicant",
        )
        .Annotation(title=_("Complete the report of expenses"))
        .Next(this.examine_report)
    )

    change_start = StartHandle(this.adopt).Next(this.decide_change)

    decide_change = (
        Ask(
            offers=(
                services.authorise_change,
                services.give_refusal_notice,
                services.refuse_change,
            )
        )
        .Annotation(title=_("Decide on the change that was asked for"))
        .Permission(permissions.DECIDE_CHANGE)
        .Next(this.after_change)
    )

    after_change = (
        Switch()
        .Case(this.observe_change, status_is(Status.CHANGE_NOTICE))
        .Case(this.end, status_is(Status.GRANTED))
    )

    observe_change = (
        Ask(offers=(services.file_observations, services.close_observations), audience="applicant")
        .Annotation(title=_("Answer the reasons against the change"))
        .Next(this.decide_change)
    )

    annulment_start = StartHandle(this.adopt).Next(this.hear)

    hear = (
        Ask(
            offers=(services.file_memories, services.close_memories, services.drop_annulment),
            audience="applicant",
        )
        .Annotation(title=_("Answer the reasons to annul"))
        .Next(this.after_hearing)
    )

    after_hearing = (
        Switch()
        .Case(this.decide_annulment, status_is(Status.MEMORIES_RECEIVED))
        .Case(this.end, status_is(Status.GRANTED))
    )

    decide_annulment = (
        Ask(offers=(services.annul, services.drop_annulment))
        .Annotation(title=_("Decide on the annulment"))
        .Permission(permissions.DECIDE)
        .Next(this.end)
    )

    revocation_start = StartHandle(this.adopt).Next(this.hear_revocation)

    recall_start = StartHandle(this.adopt).Next(this.hear_revocation)

    hear_revocation = (
        Ask(
            offers=(services.file_memories, services.close_memories, services.drop_revocation),
            audience="applicant",
        )
        .Annotation(title=_("Answer the reasons to revoke"))
        .Next(this.after_revocation_hearing)
    )

    after_revocation_hearing = (
        Switch()
        .Case(this.decide_revocation, status_is(Status.MEMORIES_RECEIVED))
        .Case(this.end, status_is(Status.GRANTED))
    )

    decide_revocation = (
        Ask(
            offers=(
                services.reduce_grant,
                services.revoke_grant,
                services.recall_part,
                services.recall_whole,
                services.drop_revocation,
            )
        )
        .Annotation(title=_("Decide on the revocation"))
        .Permission(permissions.DECIDE)
        .Next(this.end)
    )

    reexamination_start = StartHandle(this.adopt).Next(this.examine)

    end = End()

    conclusion_term = TermTimer("conclusion")
    integration_term = TermTimer("integration", act=services.close_integration)
    observation_term = TermTimer("observations", act=services.close_observations)
    acceptance_term = TermTimer("acceptance", act=services.close_offer)
    memories_term = TermTimer("memories", act=services.close_memories)
    substitute_term = TermTimer("substitute")

    def officer(self, activation):
        """The officer in charge gets the case back."""
        return activation.process.case.officer
