"""When things happened, counted back from the day on which the demonstration is loaded."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from workflows.terms.public_holidays import is_working_day


@dataclass(frozen=True)
class Calendar:
    """The days before `today`: people act on any of them, the office on working days only."""

    today: date

    def day(self, days_ago: int) -> date:
        """Return the day so many days before today."""
        return self.today - timedelta(days=days_ago)

    def working_day(self, days_ago: int) -> date:
        """Return the last working day not after the day so many days before today."""
        day = self.day(days_ago)
        while not is_working_day(day):
            day -= timedelta(days=1)
        return day

    def instant(self, days_ago: int, hour: int, minute: int, *, office: bool = False) -> datetime:
        """Return an instant so many days ago, on a working day where the office acts."""
        day = self.working_day(days_ago) if office else self.day(days_ago)
        return datetime.combine(day, time(hour, minute), timezone.get_default_timezone())
