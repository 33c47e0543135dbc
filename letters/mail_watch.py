"""What the daily round asks of the mailboxes, and of what was written back to the office."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Count, Min
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from letters.models import Delivery, MailboxState
from letters.queries import messages_to_see
from letters.services import collecting
from ui.formats import short_date
from workflows.watch import Finding, Group, Severity, register_check

# Mailboxes are read every minute; one that has been silent for an hour is a matter for somebody.
PATIENCE = timedelta(hours=1)


def messages_waiting() -> Iterator[Finding]:
    """Yield that messages of mail servers or people wait, and since when."""
    waiting = messages_to_see().aggregate(number=Count("pk"), first=Min("fetched_at"))
    if waiting["number"]:
        yield Finding(
            _("{number} messages wait to be looked at, the oldest since {instant}.").format(
                number=waiting["number"], instant=short_date(waiting["first"])
            ),
            f"{reverse('letters:failures')}?elenco=messaggi",
        )


def mailboxes_unread() -> Iterator[Finding]:
    """Yield mailboxes that have not been read to their end for long."""
    states = {one.name: one for one in MailboxState.objects.all()}
    for source, _address in collecting.mailboxes():
        state = states.get(source.name)
        if state is None or _is_old(state.read_at):
            yield Finding(
                _("The mailbox “{name}” cannot be read: {error}").format(
                    name=source.name,
                    error=state.error[:200] if state and state.error else _("nobody has tried"),
                ),
                reverse("letters:failures"),
                Severity.URGENT,
            )


def certified_unset() -> Iterator[Finding]:
    """Yield that letters to certified addresses leave as ordinary email, which proves nothing."""
    certified = Delivery.objects.filter(channel=Delivery.Channel.PEC)
    if not (settings.PEC_HOST and settings.PEC_MAILBOX) and certified.exists():
        yield Finding(
            _(
                "No certified account, or no mailbox of it, is set: what goes to PEC addresses proves no delivery."
            ),
            severity=Severity.NOTE,
        )


def _is_old(read_at: datetime | None) -> bool:
    return read_at is None or read_at < timezone.now() - PATIENCE


def register() -> None:
    """Make these checks known."""
    register_check(
        "letter_messages",
        gettext_lazy("Messages of mail servers that wait"),
        messages_waiting,
        group=Group.WORK,
        advice=gettext_lazy(
            "Open each on the board of letters not delivered: it says what can be done about it."
        ),
    )
    register_check(
        "letter_mailboxes",
        gettext_lazy("Mailboxes of receipts and bounces"),
        mailboxes_unread,
        group=Group.HOUSE,
        advice=gettext_lazy(
            "Look at the address and the password of the mailbox in the environment, and whether its "
            "server answers. Until it is read, no delivery is proven."
        ),
    )
    register_check(
        "letter_certified",
        gettext_lazy("Certified email"),
        certified_unset,
        group=Group.HOUSE,
        advice=gettext_lazy(
            "Set the certified account and its mailbox in the environment (docs/environment.md)."
        ),
    )
