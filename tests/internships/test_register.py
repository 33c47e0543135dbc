"""The monthly register: days as the rules want them, months through their doors, nothing half done."""

import itertools
from datetime import time, timedelta
from decimal import Decimal

import pytest

from internships import register
from internships.models import AllowanceDue, Day, MonthStatus
from internships.rules.attendance import Absence
from internships.services.register import (
    AbsenceData,
    DayData,
    check,
    close,
    hand_in,
    reminders,
    send_back,
    validate,
    write_absence,
    write_day,
)
from letters.models import Letter
from parties import moment
from tests.internships import running
from tests.internships.running import FULL, MORNING, host_of, on, trainee_of
from workflows.engine import Refusal, TransitionRefused

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(office):
    return running.begun(office, 45)


@pytest.fixture
def month(case):
    return case.months.get(number=1)


def first_days(case, month):
    return register.planned_days(case, month)


def refused(call, *args, **kwargs):
    """Return why, rules and sentence of what is refused."""
    with pytest.raises(TransitionRefused) as found:
        call(*args, **kwargs)
    return found.value.why, [one.rule for one in found.value.outcomes], found.value.sentence


def test_R_IND_11_months_go_from_the_day_of_the_start_to_the_day_before(case):
    spans = list(case.months.values_list("number", "first_day", "last_day"))

    assert [number for number, _first, _last in spans] == [1, 2, 3, 4, 5, 6]
    assert (spans[0][1], spans[-1][2]) == (case.start, case.end)
    assert all(
        later[1] == earlier[2] + timedelta(days=1) for earlier, later in itertools.pairwise(spans)
    )


def test_R_ATT_01_a_future_day_is_refused_and_nothing_is_written(case, month):
    day = moment.today() + timedelta(days=1)
    later = case.months.get(first_day__lte=day, last_day__gte=day)

    why, rules, sentence = refused(
        write_day, later, day, by=trainee_of(case), data=DayData(intervals=FULL)
    )

    assert (why, rules, Day.objects.count()) == (Refusal.RULE, ["R-ATT-01"], 0)
    assert "non è ancora passato" in sentence


@pytest.mark.parametrize(
    ("said", "rule"),
    [
        ({"intervals": (MORNING, (time(11, 0), time(14, 0))), "absence": "PER"}, "R-ATT-01"),
        ({"intervals": (MORNING,)}, "R-ATT-02"),
        ({"intervals": (MORNING, (time(13, 0), time(18, 0)))}, "R-ATT-04"),
        ({"intervals": FULL, "mode": Day.Mode.REMOTE}, "R-DUR-22"),
    ],
    ids=["overlapping times", "fewer hours, no reason", "more hours than planned", "remote"],
)
def test_a_day_against_a_rule_says_which_and_writes_nothing(case, month, said, rule):
    day = first_days(case, month)[0]

    why, rules, _sentence = refused(
        write_day, month, day, by=trainee_of(case), data=DayData(**said)
    )

    assert (why, rules, Day.objects.count()) == (Refusal.RULE, [rule], 0)


def test_R_ATT_04_more_hours_are_written_once_they_are_explained(case, month):
    data = DayData(
        intervals=(MORNING, (time(13, 0), time(17, 0))), explained="Consegna al cliente."
    )

    day = write_day(month, first_days(case, month)[0], by=trainee_of(case), data=data)

    assert (day.planned_minutes, day.done_minutes) == (432, 480)


def test_R_ATT_04_no_week_goes_above_the_collective_agreement(case, month):
    days = first_days(case, month)
    monday = next(day for day in days if day.weekday() == 0)
    week = [day for day in days if monday <= day < monday + timedelta(days=5)]
    data = DayData(intervals=(MORNING, (time(13, 0), time(18, 0))), explained="Fiera.")
    for day in week[:-1]:
        write_day(month, day, by=trainee_of(case), data=data)

    why, rules, _sentence = refused(write_day, month, week[-1], by=trainee_of(case), data=data)

    assert (why, rules, Day.objects.count()) == (Refusal.RULE, ["R-ATT-04"], len(week) - 1)


def test_R_ATT_02_absences_that_overlap_are_refused_whole(case, month):
    days = first_days(case, month)
    said = AbsenceData(days[0], days[2], Absence.ILLNESS.value)
    write_absence(month, by=trainee_of(case), data=said)

    why, rules, _sentence = refused(
        write_absence,
        month,
        by=trainee_of(case),
        data=AbsenceData(days[2], days[4], Absence.LEAVE.value),
    )

    assert (why, rules) == (Refusal.RULE, ["R-ATT-02"])
    assert list(Day.objects.values_list("day", "absence")) == [(day, "MAL") for day in days[:3]]


def test_a_day_from_an_old_page_is_refused(case, month):
    day = first_days(case, month)[0]
    write_day(month, day, by=trainee_of(case), data=DayData(intervals=FULL))

    why, _rules, _sentence = refused(
        write_day, month, day, by=trainee_of(case), data=DayData(intervals=FULL, note="altro")
    )

    assert (why, Day.objects.get().note) == (Refusal.STALE, "")


def test_R_ATT_01_a_month_with_a_day_missing_is_not_handed_in(case):
    month = running.written(case, but=1)
    last = first_days(case, month)[-1]

    why, rules, sentence = refused(hand_in, month, by=trainee_of(case))

    assert (why, rules) == (Refusal.RULE, ["R-ATT-01"])
    assert sentence == f"Manca il {last:%d/%m/%Y}."


def test_a_month_goes_through_every_door_and_is_worth_its_allowance(office, case):
    month = running.closed(office, case)

    assert (month.status, month.planned_minutes, month.done_minutes) == (
        MonthStatus.CLOSED,
        432 * len(first_days(case, month)),
        432 * len(first_days(case, month)),
    )
    due = AllowanceDue.objects.get(month=month)
    assert (due.amount, due.rule, due.due_on) == (
        Decimal("600.00"),
        "R-IND-06",
        month.last_day + timedelta(days=30),
    )


def test_a_month_sent_back_says_why_and_is_signed_anew(case):
    month = running.written(case)
    month = validate(hand_in(month, by=trainee_of(case)), by=host_of(case))

    month = send_back(month, by=host_of(case), reason="Il 3 non c'eri.")

    letter = Letter.objects.get(kind="register_rejection")
    assert (letter.addressee_id, [one.name for one in letter.deliveries.all()]) == (
        case.trainee_id,
        [case.trainee.name],
    )
    said = f"{letter.text}{letter.values}"
    assert [
        words in said
        for words in ("Il 3 non c'eri.", "rimandato dal soggetto ospitante", "mese 1 (dal")
    ] == [True, True, True]
    assert (month.status, month.note, month.filled_at) == ("rejected", "Il 3 non c'eri.", None)
    assert not month.days.filter(tutor_signed_at__isnull=False).exists()
    assert hand_in(month, by=trainee_of(case)).status == MonthStatus.FILLED


def test_M01_whoever_has_a_month_is_reminded_once_three_days_after_its_end(office, case):
    month = running.written(case, but=2)
    with on(month.last_day + timedelta(days=2)):
        assert reminders.remind_months() == 0
    with on(month.last_day + timedelta(days=3)):
        assert (reminders.remind_months(), reminders.remind_months()) == (1, 0)

    letter = Letter.objects.get(kind="register_reminder")
    said = f"{letter.text}{letter.values}"
    assert (letter.addressee_id, "2 giorni" in said, "scrivere i giorni" in said) == (
        case.trainee_id,
        True,
        True,
    )
    assert list(month.internship.months.exclude(reminded_on=None)) == [month]


def test_M01_a_month_that_was_handed_in_is_asked_of_the_host_a_closed_one_of_nobody(office):
    case = running.begun(office, 80)
    running.closed(office, case)
    second = running.written(case, 2)
    hand_in(second, by=trainee_of(case))

    assert reminders.remind_months() == 1

    letter = Letter.objects.get(kind="register_reminder")
    said = f"{letter.text}{letter.values}"
    assert (letter.addressee_id, "mese 2" in said, "confermare i giorni" in said) == (
        case.host.pk,
        True,
        True,
    )
    # What is already handed in lacks no day.
    assert "Restano da scrivere" not in said


def test_each_door_opens_to_its_own_alone(office, case):
    month = running.written(case)

    assert refused(hand_in, month, by=host_of(case))[0] == Refusal.RIGHT
    assert refused(validate, month, by=host_of(case))[0] == Refusal.STATUS
    month = hand_in(month, by=trainee_of(case))
    assert refused(validate, month, by=trainee_of(case))[0] == Refusal.RIGHT
    assert refused(validate, month, by=office.officer)[0] == Refusal.RIGHT
    assert refused(close, month, by=office.officer)[0] == Refusal.STATUS
    month = validate(month, by=host_of(case))
    assert refused(check, month, by=host_of(case))[0] == Refusal.RIGHT
    month = close(check(month, by=office.officer), by=office.officer)
    day = first_days(case, month)[0]
    assert (
        refused(write_day, month, day, by=trainee_of(case), data=DayData(intervals=FULL))[0]
        == Refusal.STATUS
    )


def test_months_are_closed_one_after_the_other(office, case):
    second = case.months.get(number=2)

    why, _rules, sentence = refused(close, second, by=office.officer)

    assert (why, "R-ATT-01" in sentence) == (Refusal.RULE, True)
