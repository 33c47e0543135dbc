"""The end of an internship: dossier, attestation or declaration, and what became of the intern."""

from datetime import date, time, timedelta

import pytest

from internships import during, register
from internships.models import Evidence, InternshipStatus, WorkOutcome
from internships.services.placements import finishing
from internships.services.placements.finishing import EvidenceData, OutcomeData, ReportData
from internships.services.placements.running import PauseData
from letters.models import Letter
from tests.internships import running
from tests.internships.running import host_of, on, trainee_of
from workflows.engine import Refusal, TransitionRefused
from workflows.tasks import perform

pytestmark = pytest.mark.django_db

HALF = ((time(8), time(12)),)


@pytest.fixture
def case(office):
    """An internship of two months that ended a few days ago, its register still to be written."""
    return running.begun(office, 70, months=2)


def shown(case, by):
    """Add evidence for every activity."""
    for activity in case.activities.all():
        data = EvidenceData(activity, "photo", "Fotografie del campionario.", "autonomous")
        finishing.add_evidence(case, by=by, data=data)


def concluded(office, case, **said):
    """Close both months and conclude."""
    for number in (1, 2):
        running.closed(office, case, number, **said)
    return perform(case, "conclude", by=office.officer)


def refused(call, *args, **kwargs):
    with pytest.raises(TransitionRefused) as found:
        call(*args, **kwargs)
    return found.value.why, [one.rule for one in found.value.outcomes if one.blocks]


def test_R_ATT_05_06_the_attestation_wants_the_dossier_and_says_what_was_done(office, case):
    case = perform(concluded(office, case), "evaluate", by=office.officer)
    assert refused(perform, case, "attest", by=office.officer) == (Refusal.RULE, ["R-ATT-05"])

    shown(case, host_of(case))
    case = perform(case, "attest", by=office.officer)

    letter = Letter.objects.get(kind="final_attestation")
    assert (case.status, letter.subject) == (
        InternshipStatus.ATTESTED,
        f"Attestazione finale n. {case.number}-A",
    )
    assert (letter.protocol is not None, letter.code != "", "100%" in letter.text) == (
        True,
        True,
        True,
    )


def test_R_ATT_07_under_seventy_percent_there_is_a_declaration_instead(office, case):
    case = concluded(office, case, intervals=HALF, absence="PER")
    case = perform(case, "evaluate", by=office.officer)
    shown(case, host_of(case))
    assert refused(perform, case, "attest", by=office.officer) == (Refusal.RULE, ["R-ATT-06"])

    case = perform(case, "state_attendance", by=office.officer)

    letter = Letter.objects.get(kind="attendance_statement")
    assert (case.status, "55,56%" in letter.text) == (InternshipStatus.UNATTESTED, True)


def test_R_ATT_01_nothing_is_evaluated_before_every_month_is_closed(office, case):
    case = perform(case, "conclude", by=office.officer)

    assert refused(perform, case, "evaluate", by=office.officer) == (Refusal.RULE, ["R-ATT-01"])


def test_the_intern_gathers_no_evidence_and_each_writes_one_report(office, case):
    assert refused(shown, case, trainee_of(case))[0] == Refusal.RIGHT
    said = ReportData(4, 5, 5, "Ho imparato a classificare gli scarti.")
    finishing.write_report(case, by=trainee_of(case), data=said)
    finishing.write_report(case, by=host_of(case), data=said)

    assert refused(finishing.write_report, case, by=host_of(case), data=said)[0] == Refusal.STATUS
    assert (Evidence.objects.count(), case.final_reports.count()) == (0, 2)


def test_R_ATT_11_the_clock_asks_once_six_months_after_the_end(office, mailoutbox):
    case = running.begun(office, 208)
    day = case.start + timedelta(days=20)
    with on(day):
        case = perform(
            case, "interrupt", by=office.officer, last_day=day, reason="Rinuncia del tirocinante."
        )
    with on(finishing.follow_up_on(case) - timedelta(days=1)):
        assert finishing.ask_outcomes() == 0

    assert (finishing.ask_outcomes(), finishing.ask_outcomes()) == (1, 0)

    said = OutcomeData(works=True)
    assert refused(finishing.note_outcome, case, "later", by=trainee_of(case), data=said)[0] == (
        Refusal.RULE
    )
    finishing.note_outcome(
        case, "later", by=trainee_of(case), data=OutcomeData(True, "fixed", same_host=True)
    )
    outcome = WorkOutcome.objects.get()
    assert (outcome.works, outcome.contract, outcome.same_host) == (True, "fixed", True)
    assert isinstance(outcome.asked_on, date)


def test_R_ATT_09_an_early_end_keeps_the_plan_as_denominator_without_suspended_days(office):
    case = running.begun(office, 100, months=3)
    first = case.start + timedelta(days=5)
    data = PauseData("closure", first, first + timedelta(days=20), first)
    with on(first):
        case = perform(case, "suspend", by=office.officer, data=data)
    with on(first + timedelta(days=21)):
        case = perform(case, "resume", by=office.officer, returned_on=first + timedelta(days=21))
    whole = during.planned_between(case, case.start)
    stood = [first + timedelta(days=number) for number in range(21)]
    assert {register.planned_on(case, day) for day in stood} == {0}
    running.closed(office, case, 1)
    last = case.months.get(number=1).last_day
    with on(last):
        case = perform(case, "interrupt", by=office.officer, last_day=last, reason="Altro lavoro.")

    done, planned = during.minutes_of(case)

    # To the last day of the plan, suspended ones apart, though it ended after a month.
    assert (planned, 0 < done < planned / 2) == (whole, True)
    earned = during.share_outcome(case)
    assert (earned.rule, earned.blocks, earned.inputs["previste"]) == (
        "R-ATT-06",
        True,
        whole / 60,
    )
