"""A visit to the space: announced by letter, and what it has found."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from coworking_registry import letters
from coworking_registry.models import Inspection, SpaceApplication
from coworking_registry.rules.visits import Finding
from parties import moment
from parties.models import User
from workflows.engine import Refusal, TransitionRefused, apply_transition


@transaction.atomic
def plan_inspection(
    case: SpaceApplication,
    *,
    by: User | None,
    starts_at: datetime,
    officials: str,
    reason: str = "",
    seen_version: int | None = None,
) -> SpaceApplication:
    """Announce a visit: the manager is told when, who comes and what is looked at."""
    if starts_at <= moment.now():
        raise TransitionRefused(Refusal.RULE, _("A visit is announced for a time to come."))
    case = apply_transition(
        case, "plan_inspection", by=by, reason=reason, seen_version=seen_version
    )
    visit = Inspection.objects.create(application=case, starts_at=starts_at, officials=officials)
    letters.send_inspection_call(case, visit, by=by)
    return case


@transaction.atomic
def report_inspection(
    case: SpaceApplication,
    *,
    by: User | None,
    findings: Sequence[Finding],
    present: str,
    conclusion: str,
    stated: str = "",
    ended_at: datetime | None = None,
    seen_version: int | None = None,
) -> SpaceApplication:
    """Write down what a visit has found; both sides sign the minutes, which leave by letter."""
    visit = case.inspections.select_for_update().get(ended_at__isnull=True)
    case = apply_transition(case, "report_inspection", by=by, seen_version=seen_version)
    visit.findings = [one.to_dict() for one in findings]
    visit.present, visit.conclusion, visit.stated = present, conclusion, stated
    visit.ended_at = ended_at or moment.now()
    visit.save()
    letters.send_inspection_minutes(case, visit, by=by)
    return case
