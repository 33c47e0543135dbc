"""The money that is set aside for an internship: every way in which it is free again, by the ledger."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from accounting import watch
from accounting.models import Budget, LedgerEntry
from accounting.services import ledger
from internships import funds
from internships.models import AllowanceDue, Internship, InternshipStatus
from internships.services.placements import refunding as service
from internships.services.placements.changing import ExtensionData, ask_extension
from internships.services.placements.ending import RevocationData
from internships.services.placements.running import PauseData
from parties import moment
from tests.internships import offering, placing, refunding, running
from tests.internships.running import host_of, on, trainee_of
from workflows.engine import Refusal, TransitionRefused
from workflows.tasks import perform

pytestmark = pytest.mark.django_db

REVOKED = RevocationData("0000311/2026")


@pytest.fixture(autouse=True)
def _money(office):
    ledger.endow(offering.open_call(office), Decimal("3000.00"), by=None, description="Dotazione")


def pots(case) -> tuple[str, str, str]:
    """Available, reserved and granted EUR; nothing stands against the daily round."""
    assert list(watch.grants()) == []
    budget = Budget.objects.get(call=case.call)
    return str(budget.available), str(budget.reserved), str(budget.granted)


def last_move(case) -> tuple[str, str, str]:
    entry = LedgerEntry.objects.filter(case=case).latest("pk")
    return entry.source, entry.target, f"{entry.amount} {entry.description}"


def prepared(office) -> Internship:
    """An internship of six months to come, its money set aside as an assignment does."""
    offer = offering.published(office, offering.open_call(office))
    case = placing.opened(office, offer)
    funds.set_aside(case, by=office.officer)
    assert pots(case) == ("1200.00", "1800.00", "0.00")
    return case


def refused(call, *args, **kwargs):
    with pytest.raises(TransitionRefused) as found:
        call(*args, **kwargs)
    return found.value.why, [one.rule for one in found.value.outcomes if one.blocks]


def test_R_PUB_19_a_cancelled_internship_frees_its_money_in_the_same_act(office):
    case = prepared(office)
    assert refused(perform, case, "cancel", by=office.officer, reason=" ")[0] == Refusal.RULE
    assert pots(case) == ("1200.00", "1800.00", "0.00")

    case = perform(case, "cancel", by=office.officer, reason="Il tirocinante ha rinunciato.")

    assert (case.status, case.amount) == (InternshipStatus.CANCELLED, None)
    assert pots(case) == ("3000.00", "0.00", "0.00")
    assert last_move(case) == ("reserved", "available", "1800.00 Tirocinio annullato")


def test_R_PUB_19_a_revocation_frees_what_was_set_aside(office):
    case = prepared(office)
    perform(case, "revoke", by=office.director, reason="Falsa dichiarazione.", data=REVOKED)
    assert pots(case) == ("3000.00", "0.00", "0.00")
    assert last_move(case) == ("reserved", "available", "1800.00 Tirocinio revocato")


def test_R_PUB_19_the_host_gives_the_refund_up_once_and_asks_for_it_no_more(as_user, office):
    case = prepared(office)
    page = reverse("internships:internship_waiver", args=[case.pk])
    said = {"reason": "Provvediamo da soli.", "seen_version": case.version}
    assert refused(service.waive_refund, case, by=trainee_of(case), reason="No.")[0] == (
        Refusal.RIGHT
    )
    bare = as_user(host_of(case)).post(page, said | {"reason": ""})
    good = as_user(host_of(case)).post(page, said)
    again = as_user(host_of(case)).post(page, {"reason": "Ancora."})

    assert [one.status_code for one in (bare, good, again)] == [422, 302, 422]
    case = Internship.objects.get(pk=case.pk)
    assert (case.refund_waived_on, pots(case)) == (moment.today(), ("3000.00", "0.00", "0.00"))
    funds.set_aside(case, by=None)  # Nor is it set aside again on the first day.
    assert pots(case) == ("3000.00", "0.00", "0.00")


def test_R_PUB_19_an_early_end_frees_the_part_that_can_no_longer_be_earned(office):
    case = running.begun(office, 70)  # Six months: its money is set aside on the first day.
    assert pots(case) == ("1200.00", "1800.00", "0.00")
    with on(case.start + timedelta(days=5)):
        first = case.start + timedelta(days=10)
        data = PauseData("closure", first, first + timedelta(days=19), moment.today())
        case = perform(case, "suspend", by=office.officer, data=data)
    with on(case.start + timedelta(days=30)):
        case = perform(
            case, "resume", by=office.officer, returned_on=case.start + timedelta(days=30)
        )
    assert pots(case) == ("1200.00", "1800.00", "0.00")

    # Sixty days by the calendar, forty at work: two months of the register.
    last = case.start + timedelta(days=59)
    case = perform(case, "interrupt", by=office.officer, last_day=last, reason="Nuovo lavoro.")

    assert (case.amount, pots(case)) == (Decimal("600.00"), ("2400.00", "600.00", "0.00"))
    assert last_move(case)[:2] == ("reserved", "available")


def test_R_PUB_19_a_hire_keeps_what_was_earned_until_then(office):
    case = running.begun(office, 40)
    case = perform(
        case, "transform", by=host_of(case), last_day=case.start + timedelta(days=20), reason="Sì."
    )
    assert pots(case) == ("2700.00", "300.00", "0.00")


def test_R_PUB_19_an_extension_sets_more_aside_or_is_refused(office):
    case = running.begun(office, 40, months=2)
    data = ExtensionData(3, "Obiettivi da completare.", [("Progettare il riuso", 4)])
    ask_extension(case, by=host_of(case), data=data)
    case = placing.sign(office, case, "addendum", *running.EVERYBODY)
    ledger.withdraw(case.call, Decimal("1500.01"), by=None, description="Storno")
    assert refused(perform, case, "extend", by=office.officer) == (Refusal.RULE, ["R-PUB-19"])
    assert pots(case) == ("899.99", "600.00", "0.00")
    ledger.endow(case.call, Decimal("0.01"), by=None, description="Storno")

    perform(case, "extend", by=office.officer)

    assert pots(case) == ("0.00", "1500.00", "0.00")


def test_R_PUB_19_a_refund_is_bound_of_what_was_set_aside_and_the_rest_is_free(office):
    case = refunding.attested(office)
    ledger.withdraw(case.call, Decimal("2400.00"), by=None, description="Storno")
    AllowanceDue.objects.filter(month__internship=case, month__number=2).update(
        paid_amount=Decimal("200.00")
    )
    assert pots(case) == ("0.00", "600.00", "0.00")
    case = refunding.examined(office, refunding.asked(case))

    case = perform(case, "settle", by=office.director)

    # No more was available: the refund rests on its own money.
    assert (case.refunded, pots(case)) == (Decimal("500.00"), ("100.00", "0.00", "500.00"))


def test_R_PUB_19_a_refused_refund_is_free_for_others(office):
    case = refunding.asked(refunding.attested(office))
    case = perform(case, "refuse_settlement", by=office.director, reason="Pagato in contanti.")
    assert (case.status, pots(case)) == (
        InternshipStatus.NOT_SETTLED,
        ("3000.00", "0.00", "0.00"),
    )
    assert last_move(case) == ("reserved", "available", "600.00 Rimborso negato")


def test_R_PUB_19_what_nobody_asks_for_in_time_is_free_after_the_term_or_in_the_archive(office):
    case = refunding.attested(office)
    assert (service.free_unclaimed(), pots(case)) == (0, ("2400.00", "600.00", "0.00"))
    Internship.objects.filter(pk=case.pk).update(ended_on=moment.today() - timedelta(days=61))

    assert (service.free_unclaimed(), service.free_unclaimed()) == (1, 0)
    assert pots(case) == ("3000.00", "0.00", "0.00")
    assert last_move(case) == ("reserved", "available", "600.00 Rimborso non chiesto")
    perform(Internship.objects.get(pk=case.pk), "archive", by=office.officer)
    assert pots(case) == ("3000.00", "0.00", "0.00")
