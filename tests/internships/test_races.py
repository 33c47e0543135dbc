"""Places of a unit promised at the same instant, on the real database: never more than there are."""

import threading

import pytest
from django.db import connections

from calls.models import Call
from internships.models import HostOffer, OfferStatus
from tests.internships import offering
from workflows.engine import TransitionRefused
from workflows.tasks import perform

pytestmark = pytest.mark.django_db(transaction=True)

CROWD, FREE = 24, 2


def test_R_NUM_07_proposals_made_together_on_one_unit_take_only_its_places(office):
    call = Call.objects.get(code="TIR-COW")
    call.version.parameters["max_per_host"] = CROWD
    call.version.save()
    offering.open_call(office)
    cases = [offering.examined(office, call, places=1) for _number in range(CROWD)]
    together, answers = threading.Barrier(CROWD), []

    def propose(case: HostOffer) -> None:
        try:
            together.wait()
            perform(case, "propose_admission", by=office.officer)
            answers.append("promised")
        except TransitionRefused as refused:
            answers.append(refused.outcomes[0].rule)
        finally:
            connections.close_all()

    crowd = [threading.Thread(target=propose, args=(case,)) for case in cases]
    for one in crowd:
        one.start()
    for one in crowd:
        one.join()

    assert sorted(answers) == ["R-NUM-07"] * (CROWD - FREE) + ["promised"] * FREE
    proposed = HostOffer.objects.filter(status=OfferStatus.ADMISSION_PROPOSED)
    assert [case.admitted_places for case in proposed] == [1] * FREE
