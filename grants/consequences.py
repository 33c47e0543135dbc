"""What will follow from an act, said before it is done: letter, ledger, terms."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from accounting.models import Budget, Pot
from accounting.services import ledger
from grants import caps, ranking, revoking
from grants.checks import parameters_of
from grants.services import terms as term_rules
from grants.services.examination import EXAMINATION
from letters.cases.consequences import Preview, letter_to, preview, starts
from parties import moment
from ui.formats import euro, long_date
from workflows.examination.against import setting_of
from workflows.examination.terms import conclusion_rule, integration_rule, observation_rule
from workflows.models import CaseTerm
from workflows.prenotice import RANKING, Cuts
from workflows.terms import Term
from workflows.terms.clock import on_the_day

if TYPE_CHECKING:
    from grants.models import RentContribution
    from workflows.terms import Rule

SHOWN_POTS = (Pot.AVAILABLE, Pot.RESERVED, Pot.GRANTED)


def of_integration(case: RentContribution) -> Preview:
    """An integration request: the applicant's term starts, the procedure's stands still."""
    return preview(
        letter=letter_to(case, _("Integration request")),
        terms=[
            starts(_("The applicant must answer by {day}."), _integration(case)),
            *_stands_still(case, _("until the answer, or until that day at the latest")),
        ],
        notes=_on_curing(case),
    )


def of_refusal_notice(case: RentContribution) -> Preview:
    """A notice of reasons against: time for observations, the procedure's clock suspended (PRE-03)."""
    set_ = parameters_of(case)
    return preview(
        letter=letter_to(case, _("Notice of reasons against")),
        terms=[
            starts(
                _("The applicant may send observations by {day}."),
                observation_rule(set_.observation_days),
            ),
            *_stands_still(
                case,
                _("until the end of that term, or {days} days after the observations").format(
                    days=set_.observation_pause_days
                ),
            ),
        ],
    )


def of_admission(case: RentContribution) -> Preview:
    """A proposal to grant: nothing leaves the office, no money moves."""
    return preview(
        terms=_conclusion(case),
        notes=[_("The proposal goes to the director, who decides."), *_on_cuts(case)],
    )


def of_ranking_admission(case: RentContribution) -> Preview:
    """Admission to the scoring: nothing leaves the office, no money moves."""
    return preview(
        terms=_conclusion(case),
        notes=[_("The application goes to the committee, which scores it."), *_on_cuts(case)],
    )


def of_ranked_offer(case: RentContribution) -> Preview:
    """An offer of the part that the list gives (RANK-12)."""
    amount = ranking.given(case)[0] or Decimal(0)
    rule = term_rules.acceptance_rule(parameters_of(case))
    return preview(
        letter=letter_to(case, _("Offer of a partial grant")),
        ledger=moved(case, {Pot.AVAILABLE: -amount, Pot.RESERVED: amount}),
        terms=[starts(_("The applicant must answer the offer by {day}."), rule)],
        notes=[_("{amount} is offered.").format(amount=euro(amount))],
    )


def of_raise(case: RentContribution) -> Preview:
    """A grant raised by a scroll-down: the difference is bound (RANK-13)."""
    before, after = case.granted or Decimal(0), ranking.given(case)[0] or Decimal(0)
    more = max(after - before, Decimal(0))
    return preview(
        letter=letter_to(case, _("Raise of the grant")),
        ledger=moved(case, {Pot.AVAILABLE: -more, Pot.GRANTED: more}),
        notes=[
            _("The grant goes from {before} to {after}.").format(
                before=euro(before), after=euro(before + more)
            )
        ],
    )


def of_refusal_proposal(case: RentContribution) -> Preview:
    """A proposal to refuse: nothing leaves the office."""
    return preview(
        terms=_conclusion(case), notes=[_("The proposal goes to the director, who decides.")]
    )


def of_grant(case: RentContribution) -> Preview:
    """A grant: money bound, letter out, every term over."""
    amount = caps.most_for(case)
    notes = _on_cap(case, amount)
    if case.applicant_kind in {"enterprise", "professional"}:
        notes.append(
            _("{amount} is written into the applicant's de minimis account.").format(
                amount=euro(amount)
            )
        )
    return preview(
        letter=letter_to(case, _("Grant letter")),
        ledger=moved(case, {Pot.AVAILABLE: -amount, Pot.GRANTED: amount}),
        terms=_ends(case),
        notes=notes,
    )


def of_partial_offer(case: RentContribution) -> Preview:
    """An offer of what is left: reserved until the applicant answers (RANK-12)."""
    available = Budget.objects.values_list("available", flat=True).get(call_id=case.call_id)
    amount = min(available, caps.most_for(case))
    rule = term_rules.acceptance_rule(parameters_of(case))
    return preview(
        letter=letter_to(case, _("Offer of a partial grant")),
        ledger=moved(case, {Pot.AVAILABLE: -amount, Pot.RESERVED: amount}),
        terms=[starts(_("The applicant must answer the offer by {day}."), rule)],
        notes=[_("{amount} is offered.").format(amount=euro(amount))],
    )


def of_waiting(case: RentContribution) -> Preview:
    """The waiting list: admitted, without money."""
    return preview(
        letter=letter_to(case, _("Admission to the waiting list")),
        notes=[_("No money is bound. The case comes back when funds come free.")],
    )


def of_refusal(case: RentContribution) -> Preview:
    """A refusal: letter with the reasons of the notice, every term over."""
    return preview(letter=letter_to(case, _("Refusal letter")), terms=_ends(case))


def of_sending_back(case: RentContribution) -> Preview:
    """Sending back: the officer examines again, the clock goes on."""
    return preview(
        terms=_conclusion(case),
        notes=[_("The proposal falls and the case returns to the officer. No letter goes out.")],
    )


def of_closing(_case: RentContribution) -> Preview:
    """Going on without the applicant's answer, once its term has passed."""
    return preview(
        notes=[_("The case returns to the officer, who goes on with what is in the file.")]
    )


def of_closing_offer(case: RentContribution) -> Preview:
    """Going on without the acceptance: what was reserved comes free."""
    held = ledger.held_for(case)[Pot.RESERVED]
    return preview(
        ledger=moved(case, {Pot.AVAILABLE: held, Pot.RESERVED: -held}),
        notes=[_("The case goes on the waiting list.")],
    )


def of_recall(case: RentContribution) -> Preview:
    """A recall: the proposal stands before the director again, with a new term (RANK-13)."""
    rule = conclusion_rule(parameters_of(case).conclusion_days, case.call)
    return preview(
        terms=[starts(_("The procedure must end by {day}."), rule)],
        notes=[_("The proposal goes to the director again, with today's checks.")],
    )


def of_annulment_start(case: RentContribution) -> Preview:
    """The start of an annulment: time for memories, no money moved yet (PRE-11)."""
    today = moment.today()
    return preview(
        letter=letter_to(case, _("Start of the annulment")),
        terms=[
            starts(
                _("The beneficiary may send memories by {day}."),
                term_rules.memories_rule(parameters_of(case), today),
            ),
            starts(_("The procedure must end by {day}."), term_rules.own_procedure_rule(today)),
        ],
        notes=[_("The case opens again; the grant holds until the decision.")],
    )


def of_closing_memories(_case: RentContribution) -> Preview:
    """Going on without memories, once their term has passed."""
    return preview(notes=[_("The director decides on what is in the file.")])


def of_annulment(case: RentContribution) -> Preview:
    """The annulment: what is bound comes free, the aid is struck off."""
    held = ledger.held_for(case)[Pot.GRANTED]
    notes = []
    if case.aid_entries.exists():
        notes.append(_("The aid is struck from the applicant's de minimis account."))
    return preview(
        letter=letter_to(case, _("Act of annulment")),
        ledger=moved(case, {Pot.AVAILABLE: held, Pot.GRANTED: -held}),
        terms=_ends(case),
        notes=notes,
    )


def of_dropping(case: RentContribution) -> Preview:
    """The end of an annulment that changes nothing: the beneficiary reads so."""
    return preview(
        letter=letter_to(case, _("End of the annulment")),
        terms=_ends(case),
        notes=[_("The grant holds as it was given.")],
    )


def of_revocation_start(case: RentContribution) -> Preview:
    """The start of a revocation: time for memories, no money moved yet (REV-06)."""
    started = of_annulment_start(case)
    return started | {"letter": letter_to(case, _("Start of the revocation"))}


def of_reduction(case: RentContribution) -> Preview:
    """The advantage of a premium taken back: the difference comes free (CALL-16)."""
    before, lost = case.granted or Decimal(0), revoking.lost_by(case)
    after = min(lost.amount, before) if lost else before
    return preview(
        letter=letter_to(case, _("Contribution determined anew")),
        ledger=moved(case, {Pot.AVAILABLE: before - after, Pot.GRANTED: after - before}),
        terms=_ends(case),
        notes=[
            _("The grant goes from {before} to {after}.").format(
                before=euro(before), after=euro(after)
            )
        ],
    )


def of_revocation(case: RentContribution) -> Preview:
    """The whole grant revoked: what is bound comes free, the aid is struck off (CALL-16)."""
    undone = of_annulment(case)
    notes = [*undone["notes"], _("The money that comes free may go down the list.")]
    return undone | {"letter": letter_to(case, _("Act of revocation")), "notes": notes}


def of_dropping_revocation(case: RentContribution) -> Preview:
    """The end of a revocation that changes nothing: the beneficiary reads so."""
    return of_dropping(case) | {"letter": letter_to(case, _("End of the revocation"))}


def of_refusal_annulment(case: RentContribution) -> Preview:
    """A refusal undone: the application is examined anew, in its old place."""
    rule = conclusion_rule(parameters_of(case).conclusion_days, case.call)
    return preview(
        letter=letter_to(case, _("Annulment of the refusal")),
        terms=[starts(_("The procedure must end by {day}."), rule)],
        notes=[_("The application keeps its protocol number and its place in the order.")],
    )


def _on_cap(case: RentContribution, amount: Decimal) -> list[str]:
    """Say what the cap across calls takes off (COW-11)."""
    if case.proposed is None or amount == case.proposed:
        return []
    return [
        _(
            "{amount} is granted of {proposed}: the cap for one enterprise across calls cuts it."
        ).format(amount=euro(amount), proposed=euro(case.proposed))
    ]


def _on_cuts(case: RentContribution) -> list[str]:
    """Say what the call wants where a cut is a judgement (PRE-09)."""
    cuts = setting_of(case).cuts
    if cuts is Cuts.OFF:
        return []
    sentence = (
        _(
            "A cut that is no mere arithmetic and lowers the contribution is told first, with a "
            "notice of reasons (PRE-09)."
        )
        if cuts is Cuts.REQUIRE
        else _(
            "If a cut lowers the contribution for reasons that the applicant could dispute, give "
            "notice of the reasons first (PRE-09)."
        )
    )
    return [sentence]


def _on_curing(case: RentContribution) -> list[str]:
    """Say what an integration leaves as it is (SOC-06, SOC-07)."""
    if case.call.procedure == RANKING:
        return [_("What receives points stays as it was filed (SOC-06).")]
    return [_("The application keeps its place in the order of filing (SOC-07).")]


def moved(case: RentContribution, moves: dict[Pot, Decimal]) -> list[dict[str, Any]]:
    """Return the pots of the call before and after, in EUR; an act that cannot be shows a minus."""
    budget = Budget.objects.get(call_id=case.call_id)
    return [
        {
            "pot": pot.label,
            "before": getattr(budget, pot.value),
            "after": getattr(budget, pot.value) + moves.get(pot, Decimal(0)),
        }
        for pot in SHOWN_POTS
    ]


def _integration(case: RentContribution) -> Rule:
    return integration_rule(parameters_of(case).integration_days, EXAMINATION.source)


def _running(case: RentContribution, kind: str) -> CaseTerm | None:
    return next(
        (term for term in case.terms.all() if term.kind == kind and term.ended_at is None), None
    )


def _conclusion(case: RentContribution) -> list[str]:
    term = _running(case, CaseTerm.Kind.CONCLUSION)
    if term is None:
        return []
    due = on_the_day(Term.from_dict(term.reckoning), moment.today()).due
    return [_("The procedure must end by {day}.").format(day=long_date(due))]


def _stands_still(case: RentContribution, until: str) -> list[str]:
    if _running(case, CaseTerm.Kind.CONCLUSION) is None:
        return []
    return [_("The term of the procedure stands still {until}.").format(until=until)]


def _ends(case: RentContribution) -> list[str]:
    return [
        _("The term “{term}” ends.").format(term=term.get_kind_display())
        for term in case.terms.all()
        if term.ended_at is None
    ]
