"""What a case is about, in EUR, follows its own moves."""

from decimal import Decimal

import pytest

from tests.office import build
from workflows.tasks import perform

pytestmark = pytest.mark.django_db


def test_amount_is_what_is_asked_then_proposed_then_granted(office):
    filed = office.file()
    proposed = perform(
        perform(filed, "start_examination", by=office.officer),
        "propose_admission",
        by=office.officer,
    )
    sent_back = perform(proposed, "send_back", by=office.director, reason="Da rivedere.")
    again = perform(sent_back, "propose_admission", by=office.officer)
    granted = perform(again, "grant", by=office.director)

    assert [case.amount for case in (filed, proposed, sent_back, again, granted)] == [
        filed.requested,
        proposed.proposed,
        filed.requested,
        again.proposed,
        granted.granted,
    ]


def test_amount_is_the_part_offered_when_funds_cover_only_a_part(law):
    office = build(endowment=Decimal("200.00"))
    offered = perform(office.proposed(), "offer_partial", by=office.director)
    declined = perform(offered, "decline_partial", by=offered.opened_by)

    assert [offered.amount, declined.amount] == [Decimal("200.00"), Decimal("600.00")]
