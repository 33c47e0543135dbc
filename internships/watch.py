"""What the daily round asks of internships: allowances not paid, accidents not reported (R-SAN-01, R-INS-05)."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from internships.services.placements import telling
from internships.services.register.reminders import late
from parties import moment
from ui.formats import euro, short_date
from workflows.watch import Finding, Group, register_check

BATCH = 2000


def unpaid() -> Iterator[Finding]:
    """Yield months whose allowance was due and of which no proof has come."""
    for one in late().iterator(BATCH):
        month = one.month
        yield Finding(
            _("Internship {number}, month {month}: {amount} were to be paid by {day}.").format(
                number=month.internship.number,
                month=month.number,
                amount=euro(one.amount or 0),
                day=short_date(one.due_on),
            ),
            reverse("internships:month", args=[month.internship_id, month.number]),
        )


def unreported() -> Iterator[Finding]:
    """Yield accidents whose hours to report are over, and of which no report is on record."""
    for one, due in telling.unreported():
        if moment.now() > due:
            yield Finding(
                _("Internship {number}: the accident was to be reported by {day}.").format(
                    number=one.internship.number, day=short_date(timezone.localtime(due).date())
                ),
                reverse("internships:internship_accident", args=[one.internship_id, one.pk]),
            )


def register() -> None:
    """Add the checks to the daily round; called once when the site starts."""
    register_check(
        "accident_unreported",
        gettext_lazy("Accidents of interns not reported in time"),
        unreported,
        group=Group.WORK,
        advice=gettext_lazy(
            "Ask whoever reports for the number of the report; a late one is flagged (R-INS-05)."
        ),
    )
    register_check(
        "allowance_unpaid",
        gettext_lazy("Allowances of interns not paid"),
        unpaid,
        group=Group.WORK,
        advice=gettext_lazy(
            "The host has been reminded by letter. Ask for the proof; without payment tell the "
            "promoter, who may end the internship (R-SAN-01)."
        ),
    )
