"""Terms that should have brought something about, and absences that should have begun or ended."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from viewflow.workflow.status import STATUS

from parties import moment
from ui.formats import short_date
from workflows.models import Absence, Case, CaseTask, CaseTerm, TermEvent
from workflows.watch.registry import Finding, Group, Severity, register_check
from workflows.watch.standing import BATCH, page_of

# The worker looks every minute; a round of it may take a while.
GRACE = timedelta(minutes=10)
ABSENCE_GRACE = timedelta(hours=1)
STANDS_STILL = {"reckoning__suspensions__contains": [{"end": None}]}


def overdue_timers() -> Iterator[Finding]:
    """Yield timers whose instant has passed and that have not fired."""
    late = CaseTask.objects.filter(
        status=STATUS.SCHEDULED, scheduled__lt=moment.now() - GRACE
    ).select_related("term", "process__case")
    for timer in late.order_by("scheduled", "pk").iterator(BATCH):
        yield Finding(
            _(
                "Case {number}: something was to happen on {instant} by the term “{term}”, and has "
                "not."
            ).format(
                number=timer.process.case,
                instant=short_date(timer.scheduled),
                term=timer.term.get_kind_display() if timer.term else "—",
            ),
            page_of(timer.process.case_id),
            Severity.URGENT,
        )


def silent_terms() -> Iterator[Finding]:
    """Yield terms that are over, of which nobody was told and nobody will be."""
    ended = TermEvent.objects.filter(term=OuterRef("pk"), name="expired", due_on=OuterRef("due_on"))
    timer = CaseTask.objects.filter(
        term=OuterRef("pk"), status=STATUS.SCHEDULED, scheduled__isnull=False
    )
    last_day = timezone.localdate(moment.now() - GRACE) - timedelta(days=1)
    over = CaseTerm.objects.filter(ended_at__isnull=True, due_on__lte=last_day)
    over = over.filter(awaits="").exclude(**STANDS_STILL).filter(~Exists(ended), ~Exists(timer))
    for term in _with_cases(over):
        yield Finding(
            _(
                "Case {number}: the term “{term}” ended on {day} and nothing took note of it."
            ).format(number=term.case, term=term.get_kind_display(), day=short_date(term.due_on)),
            page_of(term.case_id),
        )


def clocks_that_stand_still() -> Iterator[Finding]:
    """Yield suspended terms of open cases in which nothing is waited for any more."""
    other = CaseTerm.objects.filter(case=OuterRef("case"), ended_at__isnull=True).exclude(
        pk=OuterRef("pk")
    )
    still = CaseTerm.objects.filter(
        **STANDS_STILL, ended_at__isnull=True, case__closed_at__isnull=True
    )
    for term in _with_cases(still.filter(~Exists(other))):
        yield Finding(
            _(
                "Case {number}: the term “{term}” is suspended, but nothing runs that would make "
                "it go on."
            ).format(number=term.case, term=term.get_kind_display()),
            page_of(term.case_id),
        )


def wrong_due_days() -> Iterator[Finding]:
    """Yield open cases whose last day is that of none of their running terms."""
    same = CaseTerm.objects.filter(
        case=OuterRef("pk"), ended_at__isnull=True, due_on=OuterRef("due_on")
    )
    cases = Case.objects.filter(
        ~Exists(same),
        submitted_at__isnull=False,
        closed_at__isnull=True,
        due_on__isnull=False,
    ).order_by("pk")
    for pk, number, due_on in cases.values_list("pk", "number", "due_on").iterator(BATCH):
        yield Finding(
            _("Case {number}: the queue shows {day}, on which no running term ends.").format(
                number=number, day=short_date(due_on) if due_on else "—"
            ),
            page_of(pk),
        )


def absences() -> Iterator[Finding]:
    """Yield absences whose work has not gone to the cover, or has not come back."""
    today, early = moment.today(), _hour_has_passed
    for absence in _people(
        Absence.objects.filter(
            begun_at=None, over_at=None, starts_on__lte=today, ends_on__gte=today
        )
    ):
        if early(absence.starts_on, absence.recorded_at):
            yield Finding(
                _("{person} is away since {day}, but the work has not gone to {cover}.").format(
                    person=absence.user, cover=absence.cover, day=short_date(absence.starts_on)
                )
            )
    for absence in _people(
        Absence.objects.filter(begun_at__isnull=False, over_at=None, ends_on__lt=today)
    ):
        if early(absence.ends_on + timedelta(days=1), absence.recorded_at):
            yield Finding(
                _(
                    "{person} is back since {day}, but the work has not come back from {cover}."
                ).format(
                    person=absence.user,
                    cover=absence.cover,
                    day=short_date(absence.ends_on + timedelta(days=1)),
                )
            )


def _hour_has_passed(day: date, recorded_at: datetime) -> bool:
    begins = timezone.make_aware(datetime.combine(day, time.min))
    return max(begins, recorded_at) + ABSENCE_GRACE < moment.now()


def _people(absences: QuerySet[Absence]) -> Iterator[Absence]:
    return iter(absences.select_related("user", "cover").order_by("pk").iterator(BATCH))


def _with_cases(terms: QuerySet[CaseTerm]) -> Iterator[CaseTerm]:
    return iter(terms.select_related("case").order_by("pk").iterator(BATCH))


def register() -> None:
    """Make these checks known."""
    worker = gettext_lazy(
        "The worker brings these things about every minute. Look whether it runs (“The worker is "
        "silent” below), and into its log: it names the term on which it stumbles."
    )
    register_check(
        "timer_overdue",
        gettext_lazy("Terms whose timer is late"),
        overdue_timers,
        group=Group.TERMS,
        advice=worker,
    )
    register_check(
        "term_without_event",
        gettext_lazy("Terms that passed without a trace"),
        silent_terms,
        group=Group.TERMS,
        advice=gettext_lazy(
            "Tell the officer in charge: the term has passed and nothing will remind them. Write "
            "the number of the case to whoever maintains the site."
        ),
    )
    register_check(
        "clock_stands_still",
        gettext_lazy("Suspended terms that nothing sets going again"),
        clocks_that_stand_still,
        group=Group.TERMS,
        advice=gettext_lazy(
            "Tell the officer in charge to go on with the case, and write its number to whoever "
            "maintains the site."
        ),
    )
    register_check(
        "due_day_of_no_term",
        gettext_lazy("Days in the queue that no term gives"),
        wrong_due_days,
        group=Group.TERMS,
        advice=gettext_lazy(
            "The terms on the page of the case are right, the day in the queue is not: write the "
            "number of the case to whoever maintains the site."
        ),
    )
    register_check(
        "absence_not_done",
        gettext_lazy("Absences that have not begun or ended"),
        absences,
        group=Group.TERMS,
        advice=gettext_lazy(
            "The worker moves the work by itself. Look whether it runs; until then let the "
            "procedure owner hand over by hand what is urgent."
        ),
    )
