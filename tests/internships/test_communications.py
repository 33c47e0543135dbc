"""What is communicated after the start: asked, kept, flagged when late (R-COB-03)."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from internships import communications
from internships.models import Internship
from internships.rules.duration import Pause
from internships.services.placements.running import PauseData
from internships.services.placements.starting import note_variation
from tests.internships import running
from tests.internships.running import host_of, on, trainee_of
from workflows.engine import Refusal, TransitionRefused
from workflows.rules import Verdict
from workflows.tasks import perform

pytestmark = pytest.mark.django_db

ONE = timedelta(days=1)


@pytest.fixture
def case(office):
    """An internship that stood still for twenty days, and has gone on for a week."""
    case = running.begun(office, 40)
    first = case.start + 5 * ONE
    with on(first):
        data = PauseData(Pause.CLOSURE.value, first, first + 19 * ONE, told_on=first - 10 * ONE)
        case = perform(case, "suspend", by=office.officer, data=data)
    with on(first + 20 * ONE):
        return perform(case, "resume", by=office.officer, returned_on=first + 20 * ONE)


def event(case):
    return communications.events_of(Internship.objects.get(pk=case.pk))[0]


def refused(case, **said):
    with pytest.raises(TransitionRefused) as found:
        note_variation(case, **said)
    return found.value.why


def test_R_COB_03_a_return_waits_for_its_number_and_a_late_one_is_flagged(office, case):
    found = event(case)
    outcome = communications.outcome_of(case, found)
    assert (found.label, found.due_on - found.on, found.number, outcome.verdict) == (
        "ripresa e nuovo termine",
        5 * ONE,
        "",
        Verdict.WARNING,
    )

    note_variation(
        case, by=host_of(case), code=found.code, number="1202026000009", told_on=found.due_on
    )
    found = event(case)
    assert (found.number, communications.outcome_of(case, found).verdict) == (
        "1202026000009",
        Verdict.MET,
    )


def test_R_COB_03_without_number_to_come_or_by_the_intern_nothing_is_kept(office, case):
    code, today = event(case).code, timezone.localdate()
    host, intern = host_of(case), trainee_of(case)
    assert [
        refused(case, by=host, code=code, number=" ", told_on=today),
        refused(case, by=host, code=code, number="12", told_on=today + ONE),
        refused(case, by=intern, code=code, number="12", told_on=today),
        refused(case, by=host, code="fine", number="12", told_on=today),
    ] == [Refusal.RULE, Refusal.RULE, Refusal.RIGHT, Refusal.STATUS]
    assert event(case).number == ""


def test_R_COB_03_an_early_end_and_a_hire_are_communicated(office, case):
    case = perform(
        case, "transform", by=host_of(case), last_day=timezone.localdate(), reason="Assunzione."
    )
    assert [one.label for one in communications.missing(case)] == [
        "ripresa e nuovo termine",
        "trasformazione",
    ]
    case = note_variation(
        case, by=host_of(case), code="fine", number="77", told_on=timezone.localdate()
    )
    assert (case.end_cob_number, len(communications.missing(case))) == ("77", 1)


def test_R_COB_03_the_page_says_what_waits_and_takes_it(as_user, office, case):
    client, found = as_user(host_of(case)), event(case)
    own = reverse("internships:internship", args=[case.pk])
    page = reverse("internships:internship_told", args=[case.pk, found.code])
    assert page in client.get(own).text

    day = timezone.localdate()
    bad = client.post(page, {"number": "", "told_on": f"{day + ONE:%d/%m/%Y}"})
    seen = {"seen_version": case.version, "number": "1202026000009", "told_on": f"{day:%d/%m/%Y}"}
    good = client.post(page, seen)

    assert (bad.status_code, good.status_code, good.url) == (422, 302, own)
    shown = client.get(own).text
    assert ("1202026000009" in shown, "R-COB-03" in shown, page in shown) == (True, True, False)
