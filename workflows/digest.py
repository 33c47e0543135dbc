"""The emails of the morning: to each colleague their own day, to administrators what was found.

Each is one job for one person, put into the queue in the transaction that keeps the round: nothing
is lost when a worker dies, and an email that cannot leave is tried again with growing pauses, until
the job stands as failed and the next round finds it.
"""

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from procrastinate.contrib.django import app

from calls.queries import count_unanswered
from parties import moment
from parties.models import User
from parties.queries import holding
from parties.roles import Role
from ui.formats import short_date
from workflows.models import Case, DigestPause, WatchRound
from workflows.permissions import WORKERS
from workflows.queries import QueueFilters, queue, waiting_for_signature
from workflows.terms import is_working_day
from workflows.watch.registry import SEVERITY_LABELS, Severity

MOST_LISTED = 10


@dataclass(frozen=True)
class Portion:
    """Some cases of somebody's day: how many there are, and the first of them."""

    number: int = 0
    cases: list[Case] = field(default_factory=list)

    @property
    def more(self) -> int:
        """How many are not listed."""
        return self.number - len(self.cases)


@dataclass(frozen=True)
class Day:
    """What waits for one colleague today."""

    overdue: Portion
    today: Portion
    to_sign: int
    to_take: int
    # Questions on calls that nobody has answered, for whoever answers; 0 for others.
    questions: int
    # Of the whole office, for whoever hands work out; 0 for others.
    office_overdue: int

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        return not any(
            (
                self.overdue.number,
                self.today.number,
                self.to_sign,
                self.to_take,
                self.questions,
                self.office_overdue,
            )
        )


def day_of(user: User) -> Day:
    """Return what waits for a colleague today: a handful of questions, however large the office."""
    to_sign = waiting_for_signature(user)
    to_take = (
        _of(user, tab="nobody") if user.has_perm("workflows.take_task") else Case.objects.none()
    )
    assigns = user.has_perm("workflows.assign_task")
    return Day(
        overdue=_portion(_of(user, tab="mine", term="overdue")),
        today=_portion(_of(user, tab="mine", term="today")),
        to_sign=_number(to_sign),
        to_take=_number(to_take.exclude(pk__in=to_sign.order_by().values("pk"))),
        questions=count_unanswered(user),
        office_overdue=_number(_of(user, tab="all", term="overdue")) if assigns else 0,
    )


def readers_of_days() -> list[User]:
    """Return officers, procedure owners and directors who have not switched their email off."""
    paused = DigestPause.objects.values("user")
    return list(holding(WORKERS, moment.today()).exclude(pk__in=paused))


def administrators() -> list[User]:
    """Return those who are told what the round has found."""
    return list(holding([Role.ADMINISTRATOR], moment.today()))


def hand_over(round_: WatchRound) -> None:
    """Queue the emails of a daily round, in the caller's transaction."""
    if round_.found:
        for user in administrators():
            app.configure_task("workflows.send_findings").defer(round_id=round_.pk, user_id=user.pk)
    day = moment.today()
    if is_working_day(day):
        for user in readers_of_days():
            app.configure_task("workflows.send_day").defer(user_id=user.pk, day=day.isoformat())


def send_day(user_id: int, day: date) -> bool:
    """Send somebody their day; return whether there was anything to tell.

    An email that could not leave before the day was over is of no use any more.
    """
    user = User.objects.get(pk=user_id)
    if (
        not user.is_active
        or day != moment.today()
        or DigestPause.objects.filter(user=user).exists()
    ):
        return False
    found = day_of(user)
    if found.is_empty:
        return False
    with translation.override(user.language):
        subject = _("Your day {day}: {summary}").format(
            day=short_date(day), summary=", ".join(summary(found))
        )
        _message(user, subject, "day", {"day": found}, f"day-{user.pk}-{day:%Y%m%d}").send()
    return True


def send_findings(round_id: int, user_id: int) -> bool:
    """Send an administrator what a round has found."""
    user, round_ = User.objects.get(pk=user_id), WatchRound.objects.get(pk=round_id)
    if not user.is_active:
        return False
    with translation.override(user.language):
        subject = ngettext(
            "Checks of the office: %(number)d finding",
            "Checks of the office: %(number)d findings",
            round_.found,
        ) % {"number": round_.found}
        context = {"round": round_, "severities": _by_severity(round_)}
        _message(user, subject, "findings", context, f"round-{round_.pk}-{user.pk}").send()
    return True


def summary(day: Day) -> list[str]:
    """Return a day in a few words, what presses most first."""
    counted = (
        (day.overdue.number, ngettext("%(n)d overdue", "%(n)d overdue", day.overdue.number)),
        (day.today.number, ngettext("%(n)d due today", "%(n)d due today", day.today.number)),
        (day.to_sign, ngettext("%(n)d to sign", "%(n)d to sign", day.to_sign)),
        (day.to_take, ngettext("%(n)d to take", "%(n)d to take", day.to_take)),
        (
            day.questions,
            ngettext("%(n)d question on a call", "%(n)d questions on calls", day.questions),
        ),
        (
            day.office_overdue,
            ngettext(
                "%(n)d overdue in the office", "%(n)d overdue in the office", day.office_overdue
            ),
        ),
    )
    return [words % {"n": number} for number, words in counted if number]


def _of(user: User, **filters: Any) -> QuerySet[Case]:
    return queue(user, QueueFilters(**filters))


def _number(cases: QuerySet[Case]) -> int:
    return cases.order_by().values("pk").distinct().count()


def _portion(cases: QuerySet[Case]) -> Portion:
    listed = Case.objects.filter(pk__in=cases.order_by().values("pk")).select_related("applicant")
    number = _number(cases)
    return Portion(number, list(listed.order_by("due_on", "pk")[:MOST_LISTED]) if number else [])


def _by_severity(round_: WatchRound) -> list[dict[str, Any]]:
    found = round_.by_severity
    return [
        {"label": SEVERITY_LABELS[severity], "findings": found[severity]}
        for severity in Severity
        if severity in found
    ]


def _message(
    user: User, subject: str, words: str, context: dict[str, Any], identity: str
) -> EmailMessage:
    house, site = settings.HOUSE, settings.SITE_URL
    text = render_to_string(
        f"workflows/mail/{words}.txt",
        context
        | {
            "name": str(user),
            "site": site,
            "queue": site + reverse("workflows:queue"),
            "board": site + reverse("workflows:watch"),
            "switch": site + reverse("workflows:digest"),
            "office": ", ".join(filter(None, (house["office_name"], house["body_name"]))),
            "office_email": house["email"],
        },
    )
    return EmailMessage(
        subject=subject,
        # Tags of the template leave empty lines behind.
        body=re.sub(r"\n{3,}", "\n\n", text).strip() + "\n",
        to=[user.email],
        # The same identity at every attempt: a mailbox that has the message already can tell.
        headers={"Message-ID": f"<{identity}@{house['email'].rpartition('@')[2]}>"},
    )
