"""How long 100,000 applications take to be ranked and served, against PostgreSQL putting them in order."""

import random
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from django.db import connection

from bench.office import BenchOffice
from bench.report import Figure
from bench.timing import fastest
from evaluation.rules import Application, Criterion, LastPlace, Scheme, rank

APPLICATIONS, MEMBERS = 100_000, 3
WEIGHTS = tuple(map(Decimal, (20, 20, 20, 15, 15, 10)))
CALL = Scheme(
    endowment=Decimal("60000000.00"),
    criteria=tuple(Criterion(weight) for weight in WEIGHTS),
    threshold=Decimal(60),
    chain=("criterion:1", "premium_holder", "earlier_filing", "earlier_protocol"),
    last_place=LastPlace.PARTIAL,
)
TABLE = """
CREATE TEMPORARY TABLE bench_applications (
    number text, total integer, first_criterion integer, holds_premium boolean,
    filed_at timestamptz, sequence integer, asked numeric(14,2), points smallint[]
)
"""
IN_ORDER = """
SELECT number FROM bench_applications
ORDER BY total DESC, first_criterion DESC, holds_premium DESC, filed_at, sequence
"""


def measure_ranking(_office: BenchOffice) -> list[Figure]:
    """Rank six criteria and three members each, and give the money; the order is PostgreSQL's too.

    The baseline is a plain `ORDER BY` of the same rows, totals worked out beforehand.
    """
    applications = _applications()
    ranked, ranking = fastest(lambda: rank(CALL, applications))
    scored = {row.id: row for row in ranking.rows}
    with connection.cursor() as cursor:
        cursor.execute(TABLE)
        with cursor.copy("COPY bench_applications FROM STDIN") as copy:
            for one in applications:
                row = scored[one.id]
                keys = (row.id, row.total, row.means[0], one.holds_premium, one.filed_at)
                points = [point for sheet in one.sheets for point in sheet]
                copy.write_row((*keys, one.sequence, one.asked, points))
        cursor.execute("ANALYZE bench_applications")

        def put_in_order() -> list[str]:
            cursor.execute(IN_ORDER)
            return [number for (number,) in cursor.fetchall()]

        ordered, order = fastest(put_in_order)
    if order != [row.id for row in ranking.rows]:
        raise RuntimeError("the rules and PostgreSQL disagree about the order")
    return [Figure("rank_100k_s", ranked, "s", ordered)]


def _applications() -> list[Application]:
    """Return invented applications: all suitable, many of them equal, in no order."""
    chance = random.Random(2026)
    opening = datetime(2026, 11, 2, 9, tzinfo=UTC)
    made = [
        Application(
            f"2026/{number:06}",
            Decimal(chance.randint(50_000, 200_000)).scaleb(-2),
            opening + timedelta(seconds=chance.randint(0, 86_400)),
            number,
            tuple(
                tuple(chance.randint(6 * int(weight), 10 * int(weight)) * 10 for weight in WEIGHTS)
                for _member in range(MEMBERS)
            ),
            holds_premium=chance.random() < 1 / 5,
        )
        for number in range(1, APPLICATIONS + 1)
    ]
    chance.shuffle(made)
    return made
