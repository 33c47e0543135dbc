"""Reminding beneficiaries of their report, before its last day and once after it (co-mantova 11.1/9)."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from calls.models import Parameter
from grants import letters, reporting
from grants.accepting import is_accepted
from grants.models import Acceptance, RentContribution
from grants.overdue import awaited, last_day_of_report
from grants.rules.overdue import reminder_due
from parties import moment

REMINDER = "report_reminder"


def remind_all() -> int:
    """Send the reminders that are due today; return how many. A round too many finds nothing to do."""
    set_ = Parameter.objects.value("report_reminders", moment.today())
    before, grace = set_["before"], set_["grace_days"]
    return sum(_remind(case, before) for case in awaited() if _may_be_due(case, before, grace))


def _may_be_due(case: RentContribution, before: list[int], grace: int) -> bool:
    """Tell without a look at letters whether a report is awaited and near its last day."""
    report, today = reporting.report_of(case), moment.today()
    if not is_accepted(case) or (report is not None and report.filed_at is not None):
        return False
    near = reminder_due(today, reporting.due_on(case), before, None)
    return near and today <= last_day_of_report(case, grace)


@transaction.atomic
def _remind(case: RentContribution, before: list[int]) -> int:
    # Two rounds at once remind once.
    Acceptance.objects.select_for_update(of=("self",)).get(contribution=case)
    case = RentContribution.objects.get(pk=case.pk)
    due = reporting.due_on(case)
    if not reporting.is_open(case) or not reminder_due(
        moment.today(), due, before, _reminded_on(case)
    ):
        return 0
    letters.send_report_reminder(case)
    return 1


def _reminded_on(case: RentContribution) -> date | None:
    letter = case.letters.filter(kind=REMINDER).order_by("-pk").first()
    return timezone.localtime(letter.created_at).date() if letter else None
