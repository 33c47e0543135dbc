"""How many months of registers are closed in a second, against writing their two rows in plain SQL."""

import time
from datetime import date, timedelta
from typing import Any

from django.db import connection, transaction

from bench.office import BenchOffice
from bench.report import Figure

CASES, DAYS = 4, 200
PLAIN = """
UPDATE internships_month SET note = 'x' WHERE id = %s;
INSERT INTO bench_allowances (month_id, amount, rule, outcome, due_on)
VALUES (%s, 500, 'R-IND-06', '{}', CURRENT_DATE)
"""
TABLE = """
CREATE TABLE bench_allowances (
    id serial PRIMARY KEY, month_id bigint UNIQUE, amount numeric(8,2), rule text, outcome jsonb,
    due_on date
)
"""


def measure_months(bench: BenchOffice) -> list[Figure]:
    """Close months whose days are written, signed and checked, one transaction each (R-IND-06).

    The run fails when one of them is not worth what was agreed.
    """
    from internships.models import Month  # noqa: PLC0415 (Django must be set up)
    from internships.services.register import close  # noqa: PLC0415

    months = [month for case in _begun(bench) for month in _checked(case, bench.officer)]
    begun = time.perf_counter()
    for month in months:
        close(month, by=bench.officer)
    ours = len(months) / (time.perf_counter() - begun)
    closed = Month.objects.filter(pk__in=[one.pk for one in months], allowance__rule="R-IND-06")
    if closed.filter(status="closed").count() != len(months):
        raise RuntimeError("a month that was whole is not worth what was agreed")
    return [Figure("month_close_per_s", ours, "months/s", _plain([one.pk for one in months]))]


def _begun(bench: BenchOffice) -> list:
    """Return internships that began so many days ago, step by step together: time does not go back."""
    from tests.internships import offering, placing, running  # noqa: PLC0415
    from workflows.tasks import perform  # noqa: PLC0415

    office, today = bench.office, date.today()  # noqa: DTZ011
    call = offering.open_call(office)
    with running.on(today - timedelta(days=DAYS + running.LEAD)):
        offers = [
            offering.published(
                office, call, f"Officina {number} srl", tutor_tax_code=_tutor(number)
            )
            for number in range(CASES)
        ]
        cases = [
            placing.communicated(
                office, placing.prepared(office, placing.opened(office, offer, who))
            )
            for number, offer in enumerate(offers)
            for who in [placing.trainee(number)]
        ]
    with running.on(today - timedelta(days=DAYS), 8):
        return [perform(case, "begin", by=bench.officer) for case in cases]


def _checked(case: Any, officer: Any) -> list:
    """Return the months of an internship that are over: written in one go, then confirmed and checked."""
    from internships import register  # noqa: PLC0415
    from internships.models import Day, Month  # noqa: PLC0415
    from internships.services.register import check, hand_in, validate  # noqa: PLC0415
    from parties import moment  # noqa: PLC0415
    from tests.internships.running import host_of, trainee_of  # noqa: PLC0415

    now, found = moment.now(), []
    for month in Month.objects.filter(internship=case, last_day__lt=moment.today()):
        Day.objects.bulk_create(
            Day(
                month=month,
                day=day,
                planned_minutes=register.planned_on(case, day),
                done_minutes=register.planned_on(case, day),
                trainee_signed_at=now,
            )
            for day in register.planned_days(case, month)
        )
        month = validate(hand_in(month, by=trainee_of(case)), by=host_of(case))  # noqa: PLW2901
        found.append(check(month, by=officer))
    return found


def _tutor(number: int) -> str:
    from tests.office import person  # noqa: PLC0415

    return person(1000 + number).tax_code


def _plain(keys: list[int]) -> float:
    """Return how many times a second two rows are written for a month, one transaction each."""
    with connection.cursor() as cursor:
        cursor.execute(TABLE)
        begun = time.perf_counter()
        for key in keys:
            with transaction.atomic():
                cursor.execute(PLAIN, [key, key])
        seconds = time.perf_counter() - begun
        cursor.execute("DROP TABLE bench_allowances")
    return len(keys) / seconds
