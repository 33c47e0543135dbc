"""Grants are taken on by a signed deed in time, or lapse (REV-01, DIG-15, PAY-12)."""

from decimal import Decimal

import pytest
from django.core import mail

from accounting.models import Budget
from grants import services
from grants.models import Acceptance
from grants.services import award_clock
from parties import moment
from tests.grants.awarding import accepted, account, attach, fresh, overdue, returned
from tests.jobs import run_jobs
from workflows.engine import Refusal, TransitionRefused
from workflows.models import SignatureCheck
from workflows.rules.signatures import Worth
from workflows.tasks import perform

pytestmark = pytest.mark.django_db


def pots():
    budget = Budget.objects.get()
    return str(budget.available), str(budget.granted)


def test_REV_01_a_grant_asks_for_its_deed_within_the_term_of_the_call(office):
    case = office.granted()

    found = case.acceptance
    assert (found.is_awaited, found.has_arrived) == (True, False)
    assert found.reckoning["rule"]["rule_id"] == "REV-01"
    assert (found.due_on - found.starts_on).days >= 30


@pytest.mark.django_db(transaction=True)
def test_REV_01_the_term_begins_with_the_arrival_of_the_grant(office):
    case = office.granted()
    run_jobs()
    assert mail.outbox

    assert award_clock.move_due() == 0
    found = Acceptance.objects.get()
    assert (found.has_arrived, found.starts_on) == (True, moment.today())
    assert found.reckoning["event"] == "ricevimento della concessione"
    assert fresh(case).status == "granted"


def test_REV_01_a_deed_signed_by_hand_waits_for_an_officer_who_says_why_it_holds(office):
    case = returned(office.granted(), vat_number="01234560207")
    assert case.acceptance.waits_for_office

    with pytest.raises(TransitionRefused, match="Il file non porta firme digitali"):
        perform(case, "confirm_deed", by=office.officer)
    assert fresh(case).acceptance.waits_for_office

    case = perform(case, "confirm_deed", by=office.officer, reason="Firma autografa.")
    assert (case.acceptance.confirmed_by, case.status) == (office.officer, "granted")
    assert case.history.last().reason == "Firma autografa."
    assert case.protocol_entries.filter(subject__startswith="Atto di impegno").count() == 1


@pytest.mark.parametrize(
    ("worth", "blocked"),
    [
        (Worth.VALID, False),
        (Worth.OTHER_PERSON, True),
        (Worth.ALTERED, True),
        (Worth.EXPIRED, True),
    ],
)
def test_DIG_15_a_deed_that_the_representative_did_not_sign_is_not_found_in_order(
    office, worth, blocked
):
    case = returned(office.granted(), vat_number="01234560207")
    SignatureCheck.objects.create(
        document=case.acceptance.deed, result=worth, sentence="Firma di Anna Neri.", found=[]
    )

    if blocked:
        with pytest.raises(TransitionRefused, match="Firma di Anna Neri") as refused:
            perform(case, "confirm_deed", by=office.officer, reason="Va bene lo stesso.")
        assert refused.value.why is Refusal.RULE
        assert fresh(case).acceptance.confirmed_at is None
    else:
        perform(case, "confirm_deed", by=office.officer)
        assert fresh(case).acceptance.confirmed_at is not None


def test_PAY_12_an_account_of_somebody_else_is_kept_flagged_and_never_confirmed(office):
    case = returned(office.granted(), holder="Altra srl", holder_code="01234560207")

    entry = case.history.get(name="return_deed")
    assert [one["verdict"] for one in entry.outcomes if one["rule"] == "PAY-12"] == [
        "met",
        "warning",
    ]
    with pytest.raises(TransitionRefused, match="Il conto non è intestato al beneficiario"):
        perform(case, "confirm_deed", by=office.officer, reason="Firma autografa.")
    assert fresh(case).acceptance.confirmed_at is None


def test_REV_01_a_deed_that_is_not_in_order_is_asked_for_again_with_a_letter(office):
    case = returned(office.granted())

    case = perform(case, "ask_deed_again", by=office.officer, reason="Manca la firma.")

    found = case.acceptance
    assert (found.is_awaited, found.asked_again, found.deed) == (True, "Manca la firma.", None)
    letter = case.letters.get(kind="deed_again")
    assert "Manca la firma." in letter.text
    assert returned(case).acceptance.waits_for_office


def test_REV_01_without_a_dedicated_account_nothing_is_returned(office):
    case = office.granted()
    deed = attach(case, "atto.pdf", "commitment_deed")

    with pytest.raises(TransitionRefused, match="dedicato"):
        services.return_deed(
            fresh(case),
            by=case.opened_by,
            deed=deed,
            account=account(case, is_dedicated=False),
        )
    assert Acceptance.objects.get().returned_at is None


def test_REV_01_only_the_beneficiary_returns_the_deed_and_once(office):
    case = office.granted()
    with pytest.raises(TransitionRefused) as refused:
        services.return_deed(
            case, by=office.applicant(), deed=attach(case, "a.pdf", "x"), account=account(case)
        )
    assert refused.value.why is Refusal.RIGHT

    returned(case)
    with pytest.raises(TransitionRefused, match="non è più richiesto"):
        returned(case)


def test_REV_01_silence_lets_the_grant_lapse_and_frees_its_money(office):
    case = office.granted()
    before = pots()
    overdue(case)

    assert award_clock.move_due() == 1
    assert award_clock.move_due() == 0

    case = fresh(case)
    assert (case.status, case.granted, case.single_key) == ("lapsed", None, None)
    assert before == ("59400.00", "600.00")
    assert pots() == ("60000.00", "0.00")
    letter = case.letters.get(kind="acceptance_lapse")
    assert (letter.amount, letter.signed_by) == (Decimal("600.00"), None)
    assert "600,00" in letter.text


def test_REV_01_a_grant_that_has_not_arrived_does_not_lapse(office):
    case = office.granted()
    found = overdue(case)
    Acceptance.objects.update(has_arrived=False)

    assert award_clock.move_due() == 0
    with pytest.raises(TransitionRefused, match="non decorre ancora"):
        perform(case, "lapse", by=office.officer)
    assert (fresh(case).status, found.lapsed_at) == ("granted", None)


def test_REV_01_a_deed_that_came_in_keeps_the_grant(office):
    case = accepted(office, office.granted())
    overdue(case)

    assert award_clock.move_due() == 0
    assert fresh(case).status == "granted"
