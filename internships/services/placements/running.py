"""What happens to an internship that runs: standing still, going on longer, ending."""

from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from internships.during import open_extension, open_suspension, suspended_days
from internships.models import Internship
from internships.rules.duration import end_after_pauses, reason_to_stop
from parties import moment
from parties.models import User
from parties.permissions import may_act_for
from workflows.engine import Refusal, TransitionRefused, apply_transition
from workflows.services import clock


@transaction.atomic
def suspend(case: Internship, *, by: User | None, seen_version: int | None = None) -> Internship:
    """Let an internship stand still for the suspension that was written down (R-DUR-12, R-DUR-13)."""
    return apply_transition(case, "suspend", by=by, seen_version=seen_version)


@transaction.atomic
def resume(
    case: Internship,
    *,
    by: User | None,
    returned_on: date | None = None,
    seen_version: int | None = None,
) -> Internship:
    """Take an internship up again on a day; what it stood still is added at its end (R-DUR-14)."""
    pause = open_suspension(case)
    back = returned_on or moment.today()
    if pause is None or back <= pause.first_day:
        raise TransitionRefused(
            Refusal.RULE,
            _("Say on which day, after the first of the suspension, the intern is back."),
        )
    before = suspended_days(case) - pause.days
    pause.returned_on, pause.last_day = back, back - timedelta(days=1)
    pause.save(update_fields=["returned_on", "last_day"])
    stood = suspended_days(Internship.objects.get(pk=case.pk)) - before
    return apply_transition(
        case, "resume", by=by, seen_version=seen_version, new_end=end_after_pauses(case.end, stood)
    )


@transaction.atomic
def extend(case: Internship, *, by: User | None, seen_version: int | None = None) -> Internship:
    """Prolong an internship as the extension that was asked for and signed says."""
    asked = open_extension(case)
    case = apply_transition(
        case,
        "extend",
        by=by,
        seen_version=seen_version,
        new_end=asked.new_end if asked else case.end,
    )
    if asked is not None:
        asked.state, asked.decided_at = asked.State.GRANTED, moment.now()
        asked.save(update_fields=["state", "decided_at"])
    return case


@transaction.atomic
def vary(
    case: Internship, *, by: User | None, reason: str = "", seen_version: int | None = None
) -> Internship:
    """Change what an addendum that all have signed changes (R-DOC-09)."""
    return apply_transition(case, "vary", by=by, reason=reason, seen_version=seen_version)


@transaction.atomic
def interrupt(
    case: Internship,
    *,
    by: User | None,
    last_day: date | None = None,
    reason: str = "",
    seen_version: int | None = None,
) -> Internship:
    """End an internship early, with the reason in writing (R-DUR-17, R-DUR-18)."""
    person = getattr(by, "person", None)
    by_intern = may_act_for(person, case.trainee, moment.today()) if person else False
    why = reason_to_stop(reason, by_intern=by_intern)
    if why.blocks:
        raise TransitionRefused(Refusal.RULE, why.sentence, [why])
    case = apply_transition(
        case,
        "interrupt",
        by=by,
        reason=reason,
        seen_version=seen_version,
        last_day=_last_day(case, last_day),
        why=reason,
    )
    clock.end_all(case)
    return case


@transaction.atomic
def transform(
    case: Internship,
    *,
    by: User | None,
    last_day: date | None = None,
    reason: str = "",
    seen_version: int | None = None,
) -> Internship:
    """End an internship because the host hires the intern."""
    case = apply_transition(
        case,
        "transform",
        by=by,
        reason=reason,
        seen_version=seen_version,
        last_day=_last_day(case, last_day),
        why=reason,
    )
    clock.end_all(case)
    return case


@transaction.atomic
def conclude(case: Internship, *, by: User | None, seen_version: int | None = None) -> Internship:
    """Conclude an internship whose last day has passed."""
    return apply_transition(case, "conclude", by=by, seen_version=seen_version)


def _last_day(case: Internship, day: date | None) -> date:
    found = day or moment.today()
    if not case.start <= found <= min(case.end, moment.today()):
        raise TransitionRefused(
            Refusal.RULE, _("The last day lies between the first day of the internship and today.")
        )
    return found
