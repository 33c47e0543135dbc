"""How many months of registers are closed in a second, against writing their two rows in plain SQL."""

import time
from datetime import date, timedelta

from django.db import connection, transaction

from bench.office import BenchOffice
from bench.report import Figure

CASES = 4
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

    months = [month for number in range(CASES) for month in _checked(bench, number)]
    begun = time.perf_counter()
    for month in months:
        close(month, by=bench.officer)
    ours = len(months) / (time.perf_counter() - begun)
    closed = Month.objects.filter(pk__in=[one.pk for one in months], allowance__rule="R-IND-06")
    if closed.filter(status="closed").count() != len(months):
        raise RuntimeError("a month that was whole is not worth what was agreed")
    return [Figure("month_close_per_s", ours, "months/s", _plain([one.pk for one in months]))]


def _checked(bench: BenchOffice, number: int) -> list:
    """Return the months of an internship that has ended, all of them checked."""
    from internships import register  # noqa: PLC0415
    from internships.models import Day, Month, MonthStatus  # noqa: PLC0415
    from parties import moment  # noqa: PLC0415
    from tests.internships import offering, running  # noqa: PLC0415

    office = bench.office
    call = offering.open_call(office)
    with running.on(date.today() - timedelta(days=200 + running.LEAD)):  # noqa: DTZ011
        offer = offering.published(
            office, call, f"Officina {number} srl", tutor_tax_code=_tutor(number)
        )
    case = running.begun(office, 200, offer=offer)
    now = moment.now()
    found = list(Month.objects.filter(internship=case, last_day__lt=moment.today()))
    for month in found:
        Day.objects.bulk_create(
            Day(
                month=month,
                day=day,
                planned_minutes=register.planned_on(case, day),
                done_minutes=register.planned_on(case, day),
                trainee_signed_at=now,
                tutor_signed_at=now,
            )
            for day in register.planned_days(case, month)
        )
    Month.objects.filter(pk__in=[one.pk for one in found]).update(status=MonthStatus.VERIFIED)
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
