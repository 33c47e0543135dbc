"""Courtesy emails as their reader wants them: at once, once a day all together, or never.

Letters of the office do not pass here: what has effect in law always leaves (DIG-02, DIG-03).
"""

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from procrastinate.contrib.django import app

from calls.permissions import may_answer
from parties import moment
from parties.models import User
from workflows.models import HeldMail, MailChoice, MailGroup

# From this hour, in the morning, the emails of the day leave. A matter of courtesy, not of law.
MORNING = 7
Pace = MailChoice.Pace


def send(message: EmailMessage, user: User, group: MailGroup) -> bool:
    """Send a courtesy email, keep it for the one of the day, or drop it; return whether it was kept or sent.

    `message` has a Message-ID, the same at every attempt. Raises what the mail server answers.
    """
    pace = pace_of(user, group)
    if pace == Pace.NEVER:
        return False
    if pace == Pace.DAILY:
        HeldMail.objects.get_or_create(
            identity=message.extra_headers["Message-ID"],
            defaults={"user": user, "subject": str(message.subject), "body": str(message.body)},
        )
        return True
    message.body = f"{message.body}\n{footer(str(group.label))}\n"
    message.extra_headers["List-Unsubscribe"] = f"<{_page()}>"
    message.send()
    return True


def groups_of(user: User) -> list[MailGroup]:
    """Return the groups of which somebody may get emails: questions on calls go to who answers them."""
    return [group for group in MailGroup if group != MailGroup.QUESTIONS or may_answer(user)]


def pace_of(user: User, group: MailGroup) -> str:
    """Return how somebody wants the emails of a group."""
    choice = MailChoice.objects.filter(user=user, group=group).first()
    return choice.pace if choice else Pace.AT_ONCE


def choose(user: User, paces: dict[str, str]) -> None:
    """Keep how somebody wants each group; what already waits still comes with the next of the day."""
    with transaction.atomic():
        for group, pace in paces.items():
            MailChoice.objects.update_or_create(
                user=user, group=MailGroup(group), defaults={"pace": Pace(pace)}
            )


def footer(group: str = "") -> str:
    """Return the last lines of a courtesy email: what it is, and where to choose."""
    about = (
        _("You receive this email because you asked for “{group}”.").format(group=group)
        if group
        else _("You receive this email because you asked for one a day.")
    )
    where = _("Choose which emails you want, or switch them off: {page}").format(page=_page())
    return f"-- \n{about}\n{where}"


def hand_out() -> int:
    """Queue the email of the day for those for whom something waits; return how many."""
    now = timezone.localtime(moment.now())
    if now.hour < MORNING:
        return 0
    morning = now.replace(hour=0, minute=0, second=0, microsecond=0)
    had_today = HeldMail.objects.filter(sent_at__gte=morning).values("user")
    waiting = HeldMail.objects.filter(sent_at__isnull=True, user__is_active=True)
    people = waiting.exclude(user__in=had_today).order_by("user").values_list("user", flat=True)
    keys = list(people.distinct())
    for key in keys:
        app.configure_task("workflows.send_held_mail").defer(user_id=key)
    return len(keys)


@transaction.atomic
def send_held(user_id: int) -> bool:
    """Send one person all that waits for them; return whether anything did.

    Raises what the mail server answers; then everything waits on.
    """
    waiting = HeldMail.objects.select_for_update(of=("self",)).filter(sent_at__isnull=True)
    rows = list(waiting.filter(user=user_id).order_by("pk"))
    user = User.objects.get(pk=user_id)
    if not rows or not user.is_active:
        return False
    house = settings.HOUSE
    with translation.override(user.language):
        subject = _("Your messages: {n}").format(n=len(rows))
        text = render_to_string(
            "workflows/mail/held.txt",
            {"name": str(user), "rows": rows, "footer": footer(), "house": house},
        )
        domain = house["email"].rpartition("@")[2]
        EmailMessage(
            subject=subject,
            body=text.strip() + "\n",
            to=[user.email],
            headers={
                "Message-ID": f"<held-{user.pk}-{rows[-1].pk}@{domain}>",
                "List-Unsubscribe": f"<{_page()}>",
            },
        ).send()
    # What it said has left: only that it did stays.
    HeldMail.objects.filter(pk__in=[row.pk for row in rows]).update(sent_at=moment.now(), body="")
    return True


def _page() -> str:
    return settings.SITE_URL + reverse("workflows:mail_choices")
