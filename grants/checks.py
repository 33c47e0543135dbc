"""What the rules say of a case: gathers the facts, asks `rules`, returns the outcomes.

The state machine names these functions in its conditions; pages show the same outcomes.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from django.utils import timezone

from accounting.models import Budget
from calls.models import Procedure
from coworking_registry.models import Space
from grants import caps, rules
from grants.aiding import aid_outcomes, registration_outcomes
from grants.answers import plain_questions, sheet_of
from grants.evidence import evidence_outcomes, foreseen_outcomes
from grants.parameters import RentParameters
from grants.recalling import ban_outcome, on_its_way
from parties import moment
from workflows.rules import Outcome, judge

if TYPE_CHECKING:
    from datetime import date

    from calls.models import Declaration, RequiredDocument
    from grants.models import RentContribution


def parameters_of(case: RentContribution) -> RentParameters:
    """Return the frozen parameters under which the case was filed."""
    return RentParameters.of(case.call_version)


def filing_day(case: RentContribution) -> date:
    """Return the day on which the case counts as filed: today until it is."""
    return timezone.localtime(case.submitted_at).date() if case.submitted_at else moment.today()


def computed(case: RentContribution) -> rules.Contribution:
    """Return what the lines of a case give under its call."""
    set_ = parameters_of(case)
    return rules.contribution(
        [line.plain for line in case.lines.all()],
        rate_percent=set_.rate_percent,
        ceiling=set_.ceiling,
        minimum=set_.minimum_spend,
        with_vat=case.vat_is_cost,
    )


def filing_outcomes(case: RentContribution) -> list[Outcome]:
    """All that must hold to file (G2): in time, the right person, place, period, papers, words."""
    now = moment.now()
    return [
        rules.call_open(
            received=f"{timezone.localtime(now):%d/%m/%Y %H:%M:%S}",
            is_open=case.call.is_open_at(now),
        ),
        *_banned(case),
        *merit_outcomes(case),
        *paper_outcomes(case),
        *answer_outcomes(case),
        *waiting_room_outcomes(case),
    ]


def waiting_room_outcomes(case: RentContribution) -> list[Outcome]:
    """Whether one more is taken once the funds are all asked for, where the call says (RANK-17).

    Whoever files holds the protocol's lock by then: two do not see the same room.
    """
    from grants.queries import claimed  # noqa: PLC0415 (queries read the models that name us)

    share = parameters_of(case).waiting_list_percent
    if share is None or case.call.procedure != Procedure.CHRONOLOGICAL:
        return []
    budget = Budget.objects.get(call_id=case.call_id)
    endowment = budget.endowment - budget.economies
    return [rules.waiting_room(case.requested, claimed(case.call, but=case.pk), endowment, share)]


def answer_outcomes(case: RentContribution) -> list[Outcome]:
    """The rules on the extra questions, and on the version under which they are answered."""
    version, newest = case.call_version, case.call.version
    questions = plain_questions(version)
    binds = (
        version.pk != newest.pk
        and case.call.versions.filter(
            number__gt=version.number, binds_drafts=True, frozen_at__isnull=False
        ).exists()
    )
    found = rules.version_in_use(version.number, newest.number, binds=binds)
    if questions:
        sheet = sheet_of(case, questions, case.given_answers, computed(case))
        found += rules.answered(questions, sheet)
    return found


def admission_outcomes(case: RentContribution) -> list[Outcome]:
    """All that must hold to propose admission: what held at filing, and the space today."""
    return [*merit_outcomes(case), _space_on(case, moment.today())]


def merit_outcomes(case: RentContribution) -> list[Outcome]:
    """The rules on who asks, for what, where, when and how much."""
    set_, filed, amount = parameters_of(case), filing_day(case), computed(case)
    lines = [line.plain for line in case.lines.all()]
    person, party = case.representative, case.applicant
    return [
        rules.age_within(person.birth_date, filed, set_.age),
        rules.seat_in_province(party.province, set_.province),
        rules.vat_commitment(
            case.applicant_kind == "aspiring", case.commits_to_vat, set_.vat_opening_days
        ),
        _space_on(case, filed),
        rules.space_not_own(case.space.manager.tax_code, {party.tax_code, person.tax_code}),
        *rules.period_within(case.period_from, case.period_to, filed, set_.period_months),
        rules.kinds_allowed(lines, set_.kinds_of_spend),
        *(rules.price_within_list(line, set_.price_list_tolerance_percent) for line in lines),
        rules.minimum_reached(amount, set_.minimum_spend),
        *([rules.request_within(case.requested, amount)] if case.submitted_at is None else []),
        rules.no_other_aid(case.other_aid, case.other_aid_detail),
        *aid_outcomes(case),
        *caps.outcomes(case, case.proposed or case.requested or Decimal(0), caps.room_of(case)),
    ]


def paper_outcomes(case: RentContribution) -> list[Outcome]:
    """The rules on documents, declarations and the project's text."""
    set_, filed = parameters_of(case), filing_day(case)
    here = set(case.documents.values_list("requirement", flat=True))
    wanted = [d for d in case.call_version.documents.all() if applies(d, case)]
    ticked = set(case.declarations)
    return [
        rules.quote_fresh(case.quote_date, filed, set_.quote_max_age_days),
        rules.project_told(case.project, *set_.project_characters),
        *rules.documents_present(
            [(d.title_it, d.is_essential) for d in wanted if d.is_required and d.code not in here]
        ),
        rules.declarations_made(
            [
                d.title_it
                for d in case.call_version.declarations.all()
                if applies(d, case) and d.code not in ticked
            ]
        ),
    ]


def applies(content: RequiredDocument | Declaration, case: RentContribution) -> bool:
    """Tell whether a document or declaration of the call concerns this kind of applicant."""
    return not content.only_for or case.applicant_kind in content.only_for


def grant_outcomes(case: RentContribution) -> list[Outcome]:
    """What must hold to grant: turn, funds, space, room for aid, no ban, evidence, registration (G4)."""
    return grant_outcomes_given(case, *_funds_before(case), caps.room_of(case))


def grant_outcomes_given(
    case: RentContribution,
    available: Decimal,
    ahead: Decimal,
    number: int,
    room: rules.Room | None = None,
) -> list[Outcome]:
    """Say the same where so much, in EUR, is available and may still go to `number` cases ahead.

    `room` is what the cap across calls leaves to the enterprise, where one holds.
    """
    most = rules.within_cap(case.proposed, room)
    return [
        rules.turn_to_be_served(most, available, ahead, number),
        rules.funds_cover(most, available),
        _space_on(case, moment.today()),
        *aid_outcomes(case),
        *caps.outcomes(case, case.proposed, room),
        *gate_outcomes(case, most),
    ]


def gate_outcomes(case: RentContribution, amount: Decimal) -> list[Outcome]:
    """What a grant of `amount` EUR wants whatever the procedure: no ban, evidence, registration (G4)."""
    return [
        *_banned(case),
        *evidence_outcomes(case, amount),
        *registration_outcomes(case, amount),
    ]


def acceptance_outcomes(case: RentContribution) -> list[Outcome]:
    """What must hold for an offer to become a grant: all of G4 again, on the day it is accepted."""
    offered = case.offered or Decimal(0)
    return [*aid_outcomes(case, offered), *gate_outcomes(case, offered)]


def list_outcomes(case: RentContribution, amount: Decimal) -> list[Outcome]:
    """Every check of the admission again, and what stands against the party (RANK-13).

    Papers that are not there yet are asked for by the act of the grant.
    """
    return [*admission_outcomes(case), *_banned(case), *foreseen_outcomes(case, amount)]


def partial_outcomes(case: RentContribution) -> list[Outcome]:
    """What must hold to offer a part of the contribution (RANK-12)."""
    available, ahead, number = _funds_before(case)
    partial, room = parameters_of(case).partial_last, caps.room_of(case)
    most = rules.within_cap(case.proposed, room)
    return [
        rules.turn_to_be_served(min(available, most), available, ahead, number),
        rules.funds_partly_cover(most, available, partial_last=partial),
        _space_on(case, moment.today()),
        *caps.outcomes(case, case.proposed, room),
        *aid_outcomes(case, min(available, most)),
        *gate_outcomes(case, min(available, most)),
    ]


def waiting_outcomes(case: RentContribution) -> list[Outcome]:
    """What must hold to put a case on the waiting list (RANK-17)."""
    available, _ahead, _number = _funds_before(case)
    partial = parameters_of(case).partial_last
    room = caps.room_of(case)
    most = rules.within_cap(case.proposed, room)
    return [
        rules.funds_exhausted(most, available, partial_last=partial),
        *caps.outcomes(case, case.proposed, room),
    ]


def recall_outcomes(case: RentContribution) -> list[Outcome]:
    """Money has come free, and all requirements are looked at again (RANK-13)."""
    available, _ahead, _number = _funds_before(case)
    return [
        judge(
            "RANK-13",
            available > 0,
            yes=f"Si sono liberati fondi: {rules.euro(available)}.",
            no="Non ci sono ancora fondi liberi per questa domanda.",
            inputs={"disponibile": available},
        ),
        *admission_outcomes(case),
    ]


def waiver_outcomes(case: RentContribution) -> list[Outcome]:
    """No payment is on its way: what was paid is returned, what was not comes free (REV-17)."""
    return [on_its_way(case)]


def _banned(case: RentContribution) -> list[Outcome]:
    """Say so where a ban holds against the party; nothing where none does (DOC-08)."""
    outcome = ban_outcome(case)
    return [outcome] if outcome.blocks else []


def _space_on(case: RentContribution, day: date) -> Outcome:
    qualified = Space.objects.qualified_on(day).filter(pk=case.space_id).exists()
    return rules.space_qualified(case.space.name, day, qualified)


def _funds_before(case: RentContribution) -> tuple[Decimal, Decimal, int]:
    """Return what a case may draw on, and what those filed before it may still get, in EUR.

    Whoever moves money holds the budget's lock before asking (`services.decisions`).
    """
    from grants.queries import ahead_of  # noqa: PLC0415 (queries read the models that name us)

    available = Budget.objects.values_list("available", flat=True).get(call_id=case.call_id)
    ahead, number = ahead_of(case)
    return available, ahead, number
