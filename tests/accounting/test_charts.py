"""Bars and lines as the numbers of their boxes."""

from datetime import date
from decimal import Decimal

from accounting.charts import Line, Segment, bar, steps


def test_bar_parts_fill_the_whole_without_a_gap():
    parts = [("available", Decimal(1)), ("reserved", Decimal(0)), ("granted", Decimal(2))]

    assert bar(parts) == [Segment("available", 0, 3333), Segment("granted", 3333, 6667)]


def test_bar_of_nothing_is_empty():
    assert bar([("available", Decimal(0))]) == []


def test_line_holds_each_amount_until_the_next_change():
    days = [(date(2026, 1, 1), Decimal(100)), (date(2026, 1, 6), Decimal(25))]

    assert steps(days, date(2026, 1, 11), width=100, height=40) == Line(
        "M0 0 H50 V30 H100", date(2026, 1, 1), date(2026, 1, 11), Decimal(100)
    )


def test_line_of_one_day_is_level():
    days = [(date(2026, 1, 1), Decimal(7))]

    assert steps(days, date(2026, 1, 1), width=100, height=40) == Line(
        "M0 0 H100", date(2026, 1, 1), date(2026, 1, 1), Decimal(7)
    )
    assert steps([], date(2026, 1, 1), width=100, height=40) is None
