"""Plans signed at the same instant, on the real database: never more than the unit has places."""

from collections import Counter

import pytest

from internships.models import Deed, Internship, InternshipStatus
from internships.rules.start import Actor
from internships.services.placements.signing import sign_with_file
from tests.internships import offering, placing
from tests.races import at_once
from workflows.engine import TransitionRefused
from workflows.models import Document

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.long]

CROWD, FREE = 40, 2


def test_R_NUM_07_of_40_plans_signed_at_once_two_pass_on_a_unit_with_two_free_places(office):
    offer = offering.published(office, offering.open_call(office), places=FREE)
    for number in range(CROWD):
        case = placing.plan_sent(office, placing.opened(office, offer, placing.trainee(number)))
        placing.sign(office, case, "plan", Actor.HOST, Actor.HOST_TUTOR, Actor.TRAINEE)
    files = Document.objects.count()

    def close(deed: Deed) -> Internship:
        return sign_with_file(deed, Actor.PROMOTER, by=office.officer, upload=placing.scan())

    answers = at_once(
        [
            lambda deed=deed: close(deed)
            for deed in Deed.objects.filter(kind="plan", dropped_at=None)
        ]
    )

    assert Counter(
        frozenset(one.rule for one in answer.outcomes if one.blocks)
        if isinstance(answer, TransitionRefused)
        else "signed"
        for answer in answers
    ) == {"signed": FREE, frozenset({"R-NUM-07"}): CROWD - FREE}
    assert Counter(Internship.objects.values_list("status", flat=True)) == {
        InternshipStatus.PLAN_SIGNED: FREE,
        InternshipStatus.PLAN_SIGNING: CROWD - FREE,
    }
    # A refused signature leaves nothing behind: two scans, two reminders to communicate the start.
    assert Document.objects.count() == files + 2 * FREE
    assert Deed.objects.filter(kind="plan", completed_at__isnull=False).count() == FREE
