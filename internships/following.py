"""What is followed while an internship runs: reports, accidents, trips (R-ATT-10, R-INS-05, R-DUR-23)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from calls.models import Parameter
from internships.models import Day, FinalReport
from internships.rules import covering, formalities, reporting
from internships.rules.dates import DAY
from parties import moment
from workflows.rules import Outcome, advise
from workflows.rules.words import day

if TYPE_CHECKING:
    from datetime import date, datetime

    from internships.models import Accident, InterimReport, Internship, Trip

WHOSE = {FinalReport.By.HOST: "dell'ospitante", FinalReport.By.TRAINEE: "del tirocinante"}


@dataclass(frozen=True, slots=True)
class Numbers:
    """Days and hours of the practice in force on a day."""

    report_days: int
    trip_hours: int
    chase_hours: int
    accidents: covering.Reporting
    cadence: reporting.Cadence


@dataclass(frozen=True, slots=True)
class Report:
    """An interim report: the days of which it tells, its row once it was asked for or written, its state."""

    stretch: reporting.Stretch
    row: InterimReport | None
    outcome: Outcome

    @property
    def is_over(self) -> bool:
        """Whether its days are over, so that it can be written."""
        return self.stretch.last <= moment.today()

    @property
    def is_written(self) -> bool:
        """Whether somebody has written it."""
        return self.row is not None and self.row.written_at is not None


def numbers_on(on: date) -> Numbers:
    """Return the numbers that count for an internship which began on a day."""
    reports = Parameter.objects.value("internship_reports", on)
    practice = Parameter.objects.value("internship_practice", on)
    return Numbers(
        report_days=reports["report_days"],
        trip_hours=practice["trip_notice_hours"],
        chase_hours=reports["chase_hours"],
        accidents=covering.Reporting(
            practice["injury_absence_days"], practice["injury_report_hours"]
        ),
        cadence=reporting.Cadence(
            reports["short_months"], reports["every_months"], reports["final_days"]
        ),
    )


def reports_of(case: Internship) -> list[Report]:
    """Return the interim reports of an internship; those of days after an early end fall away (R-ATT-10)."""
    numbers, today = numbers_on(case.start), moment.today()
    rows = {one.number: one for one in case.interim_reports.all()}
    found = []
    for stretch in reporting.stretches(case.start, case.end, numbers.cadence):
        if case.ended_on and stretch.last >= case.ended_on:
            break
        row = rows.get(stretch.number)
        written = day_in_rome(row.written_at) if row and row.written_at else None
        outcome = reporting.reported(stretch, written, today, numbers.report_days)
        found.append(Report(stretch, row, outcome))
    return found


def final_outcome(case: Internship) -> Outcome | None:
    """Return whether the final reports are there, None before the end (R-ATT-10)."""
    if case.ended_on is None or case.started_at is None:
        return None
    there = {one.by for one in case.final_reports.all()}
    missing = [words for whose, words in WHOSE.items() if whose not in there]
    allowed = numbers_on(case.start).cadence.final_days
    return reporting.final_reported(missing, case.ended_on, moment.today(), allowed)


def reporter_of(case: Internship) -> str:
    """Return who reports accidents: whoever bears INAIL by the agreement (R-INS-06)."""
    return covering.reporter(case.cover_bearer)


def due_at(case: Internship, one: Accident) -> datetime | None:
    """Return until which instant an accident is reported, None where it need not be (R-INS-05)."""
    if one.due_from is None:
        return None
    return one.due_from + timedelta(hours=numbers_on(case.start).accidents.hours)


def accident_outcome(case: Internship, one: Accident) -> Outcome:
    """Return whether an accident is reported in time, or still can be (R-INS-05)."""
    limits = numbers_on(case.start).accidents
    known = one.due_from or one.told_at
    outcome = covering.reported_in_time(known, one.reported_at, one.absence_days, limits)
    due = due_at(case, one)
    if due is None or one.reported_at is not None or moment.now() > due:
        return outcome
    return advise(
        "R-INS-05",
        False,
        yes="",
        no=f"L'infortunio va denunciato all'INAIL e all'assicuratore entro le ore "
        f"{timezone.localtime(due):%H.%M} del {day(day_in_rome(due))}.",
        inputs=outcome.inputs,
        source=outcome.source,
    )


def trip_outcome(case: Internship, begins: datetime, told: datetime) -> Outcome:
    """Return whether a trip was told to the promoter in time (R-DUR-23)."""
    return formalities.trip_told_in_time(told, begins, numbers_on(case.start).trip_hours)


def untold_trips(case: Internship, trips: list[Trip]) -> list[Outcome]:
    """Return what the register says of trips of which the promoter was not told (R-DUR-23)."""
    told = {
        day_in_rome(one.begins_at) + DAY * n
        for one in trips
        for n in range((one.last_day - day_in_rome(one.begins_at)).days + 1)
    }
    days = Day.objects.filter(month__internship=case.pk, mode=Day.Mode.TRIP).order_by("day")
    return [
        advise(
            "R-DUR-23",
            False,
            yes="",
            no=f"Il registro segna una trasferta il {day(on)}, mai comunicata al promotore.",
            inputs={"giorno": on},
            source="Prassi dei promotori",
        )
        for on in days.values_list("day", flat=True)
        if on not in told
    ]


def day_in_rome(instant: datetime) -> date:
    """Return the day of an instant in the zone of the office."""
    return timezone.localtime(instant).date()
