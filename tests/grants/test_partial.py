"""RANK-12, RANK-13, RANK-17: what happens to those whom the money reaches in part, late or never."""

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import transaction

from accounting.models import Budget, Pot
from accounting.services import ledger
from grants import services
from grants.models import RentContribution, Status
from parties import moment
from tests import office as office_module
from tests.office import Office
from workflows.engine import Refusal, TransitionRefused
from workflows.models import CaseTerm
from workflows.tasks import open_tasks, perform

pytestmark = pytest.mark.django_db

# Two applications in full (600 EUR each), a third in half, nothing for the fourth: R3 in small.
FUNDS = Decimal("1500.00")


@dataclass
class Queue:
    """Four applications in order of filing, all proposed for 600 EUR."""

    office: Office
    cases: list[RentContribution]

    def decide(self, number: int, act: str, **inputs) -> RentContribution:
        """Let the director act on the case with this place in the queue, counted from 1."""
        return perform(self.fresh(number), act, by=self.office.director, **inputs)

    def answer(self, number: int, act: str) -> RentContribution:
        """Let the applicant answer."""
        case = self.fresh(number)
        return perform(case, act, by=case.opened_by)

    def fresh(self, number: int) -> RentContribution:
        return RentContribution.objects.get(pk=self.cases[number - 1].pk)

    def refused(self, number: int, act: str) -> set[str]:
        """Return the rules that refuse the director's act."""
        with pytest.raises(TransitionRefused) as caught, transaction.atomic():
            self.decide(number, act)
        assert caught.value.why is Refusal.RULE
        return {outcome.rule for outcome in caught.value.outcomes if outcome.blocks}

    def states(self) -> list[tuple[str, Decimal]]:
        return [
            (case.status, case.amount) for case in map(self.fresh, range(1, len(self.cases) + 1))
        ]


@pytest.fixture
def queue(law) -> Queue:
    office = office_module.build(FUNDS)
    return Queue(office, [office.proposed() for _each in range(4)])


@pytest.fixture
def offered(queue) -> Queue:
    """The first two are granted and half of the third is offered."""
    queue.decide(1, "grant")
    queue.decide(2, "grant")
    queue.decide(3, "offer_partial")
    return queue


def pots() -> dict[str, Decimal]:
    budget = Budget.objects.get()
    return {
        pot.value: getattr(budget, pot.value) for pot in (Pot.AVAILABLE, Pot.RESERVED, Pot.GRANTED)
    }


def money(available, reserved, granted) -> dict[str, Decimal]:
    return dict(
        zip(
            ("available", "reserved", "granted"),
            map(Decimal, (available, reserved, granted)),
            strict=True,
        )
    )


def let_offer_expire(case: RentContribution) -> None:
    yesterday = moment.today() - timedelta(days=1)
    CaseTerm.objects.filter(case=case, kind=CaseTerm.Kind.ACCEPTANCE).update(
        starts_on=yesterday - timedelta(days=10), due_on=yesterday
    )


def test_RANK_01_later_application_waits_while_an_earlier_one_may_need_the_money(queue):
    assert queue.refused(3, "grant") == {"RANK-01"}
    assert pots() == money(1500, 0, 0)


def test_RANK_01_later_application_is_granted_when_there_is_enough_for_all(queue):
    ledger.endow(queue.office.call, Decimal(5000), by=None, description="Rifinanziamento")

    assert queue.decide(4, "grant").status == Status.GRANTED


def test_RANK_12_grant_in_full_is_refused_when_the_funds_cover_only_a_part(queue):
    queue.decide(1, "grant")
    queue.decide(2, "grant")

    assert queue.refused(3, "grant") == {"CALL-08"}
    assert queue.refused(3, "put_on_waiting_list") == {"RANK-17"}
    assert pots() == money(300, 0, 1200)


def test_RANK_12_part_is_not_offered_when_the_funds_cover_all(queue):
    assert queue.refused(1, "offer_partial") == {"RANK-12"}


def test_RANK_12_offer_sets_the_rest_aside_and_starts_a_term(offered):
    case = offered.fresh(3)
    term = CaseTerm.objects.get(case=case, kind=CaseTerm.Kind.ACCEPTANCE)

    assert (case.status, case.offered, case.amount, case.granted, case.due_on) == (
        Status.PARTIAL_OFFERED,
        Decimal("300.00"),
        Decimal("300.00"),
        None,
        term.due_on,
    )
    assert term.due_on >= moment.today() + timedelta(days=10)
    assert term.ended_at is None
    assert pots() == money(0, 300, 1200)


def test_RANK_12_accepted_part_becomes_the_grant(offered):
    case = offered.answer(3, "accept_partial")

    assert (case.status, case.granted, case.due_on) == (Status.GRANTED, Decimal("300.00"), None)
    assert pots() == money(0, 0, 1500)
    assert not CaseTerm.objects.filter(case=case, ended_at__isnull=True).exists()
    assert open_tasks(case) == []


def test_RANK_12_offer_is_answered_by_the_applicant_alone(offered):
    for person in (offered.office.applicant(), offered.office.director, offered.office.officer):
        with pytest.raises(TransitionRefused) as caught, transaction.atomic():
            perform(offered.fresh(3), "accept_partial", by=person)
        assert caught.value.why is Refusal.RIGHT
    assert pots() == money(0, 300, 1200)


def test_RANK_12_declined_part_comes_free_and_the_case_waits_for_the_whole(offered):
    case = offered.answer(3, "decline_partial")

    assert (case.status, case.offered, case.amount, case.due_on) == (
        Status.WAITING_LIST,
        None,
        Decimal("600.00"),
        None,
    )
    assert pots() == money(300, 0, 1200)
    assert not CaseTerm.objects.filter(
        case=case, kind=CaseTerm.Kind.ACCEPTANCE, ended_at__isnull=True
    ).exists()


def test_RANK_12_offer_does_not_lapse_within_its_term(offered):
    with pytest.raises(TransitionRefused) as caught, transaction.atomic():
        perform(offered.fresh(3), "close_offer", by=offered.office.officer)

    assert caught.value.why is Refusal.RULE
    assert [one.rule for one in caught.value.outcomes if one.blocks] == ["RANK-12"]
    assert offered.fresh(3).status == Status.PARTIAL_OFFERED


@pytest.mark.parametrize("actor", ["officer", "clock"])
def test_RANK_12_offer_lapses_after_its_term(offered, actor):
    let_offer_expire(offered.fresh(3))

    case = perform(
        offered.fresh(3), "close_offer", by=offered.office.officer if actor == "officer" else None
    )

    assert (case.status, case.offered) == (Status.WAITING_LIST, None)
    assert pots() == money(300, 0, 1200)


def test_RANK_12_lapsed_offer_can_no_longer_be_accepted(offered):
    let_offer_expire(offered.fresh(3))
    perform(offered.fresh(3), "close_offer", by=offered.office.officer)

    with pytest.raises(TransitionRefused) as caught, transaction.atomic():
        offered.answer(3, "accept_partial")
    assert caught.value.why is Refusal.STATUS
    assert pots() == money(300, 0, 1200)


def test_RANK_17_waiting_list_is_for_those_whom_the_funds_do_not_reach(offered):
    case = offered.decide(4, "put_on_waiting_list")

    assert (case.status, case.amount, case.due_on) == (Status.WAITING_LIST, Decimal("600.00"), None)
    assert pots() == money(0, 300, 1200)


def test_RANK_13_nobody_is_recalled_while_no_money_has_come_free(offered):
    offered.decide(4, "put_on_waiting_list")

    with pytest.raises(TransitionRefused) as caught, transaction.atomic():
        perform(offered.fresh(4), "recall_from_waiting_list", by=offered.office.officer)
    assert [one.rule for one in caught.value.outcomes if one.blocks] == ["RANK-13"]


def test_RANK_13_recalled_case_is_decided_again_when_money_has_come_free(offered):
    offered.decide(4, "put_on_waiting_list")
    offered.answer(3, "accept_partial")
    ledger.endow(offered.office.call, Decimal(600), by=None, description="Rifinanziamento")

    case = perform(offered.fresh(4), "recall_from_waiting_list", by=offered.office.officer)
    assert case.status == Status.ADMISSION_PROPOSED

    assert offered.decide(4, "grant").granted == Decimal("600.00")
    assert pots() == money(0, 0, 2100)


def test_RANK_13_recalled_case_is_looked_at_again(offered):
    """A space that has left the register meanwhile is a reason against, also for those who wait."""
    offered.decide(4, "put_on_waiting_list")
    offered.answer(3, "decline_partial")
    offered.office.space.qualifications.update(valid_to=moment.today() - timedelta(days=1))

    with pytest.raises(TransitionRefused) as caught, transaction.atomic():
        perform(offered.fresh(4), "recall_from_waiting_list", by=offered.office.officer)
    assert {one.rule for one in caught.value.outcomes if one.blocks} == {"COW-03"}


def test_withdrawal_of_an_offered_case_gives_the_money_back(offered):
    case = services.withdraw(offered.fresh(3), by=offered.fresh(3).opened_by)

    assert (case.status, case.offered) == (Status.WITHDRAWN, None)
    assert pots() == money(300, 0, 1200)
    assert open_tasks(case) == []


def test_R3_funds_go_to_the_last_cent_in_order_of_filing(offered):
    offered.decide(4, "put_on_waiting_list")
    offered.answer(3, "accept_partial")

    assert offered.states() == [
        (Status.GRANTED, Decimal("600.00")),
        (Status.GRANTED, Decimal("600.00")),
        (Status.GRANTED, Decimal("300.00")),
        (Status.WAITING_LIST, Decimal("600.00")),
    ]
    assert pots() == money(0, 0, 1500)


def test_R3_those_behind_move_up_when_one_ahead_withdraws(queue):
    queue.decide(1, "grant")
    services.withdraw(queue.fresh(2), by=queue.fresh(2).opened_by)
    queue.decide(3, "grant")

    assert queue.decide(4, "offer_partial").offered == Decimal("300.00")
    assert pots() == money(0, 300, 1200)


def test_RANK_13_waiting_case_comes_before_later_ones_when_money_comes_free(queue):
    for number in (1, 2):
        queue.decide(number, "grant")
    queue.decide(3, "offer_partial")
    queue.answer(3, "decline_partial")
    ledger.endow(queue.office.call, Decimal("600.00"), by=None, description="Rifinanziamento")

    assert queue.refused(4, "grant") == {"RANK-01"}

    perform(queue.fresh(3), "recall_from_waiting_list", by=queue.office.officer)
    assert queue.decide(3, "grant").status == Status.GRANTED


def test_RANK_12_case_that_waits_for_more_than_is_left_lets_the_next_pass(queue):
    for number in (1, 2):
        queue.decide(number, "grant")
    queue.decide(3, "offer_partial")
    queue.answer(3, "decline_partial")

    assert queue.decide(4, "offer_partial").offered == Decimal("300.00")
