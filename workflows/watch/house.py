"""How the site is switched on, and whether it is looked after at all."""

from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ui.formats import short_date
from workflows.models import WatchRound
from workflows.watch.registry import Finding, Group, Severity, register_check

LOCAL = {"localhost", "127.0.0.1", "::1"}
# One round a day; the worker may be late by an hour or two.
ROUNDS_EVERY = timedelta(hours=26)
BACKENDS_TO_NOBODY = (".filebased.", ".console.", ".dummy.", ".locmem.")


def is_open_to_others() -> bool:
    """Tell whether this is an office's own site, and neither a demonstration nor a trial."""
    return not (settings.DEBUG or settings.DEMO or urlsplit(settings.SITE_URL).hostname in LOCAL)


def sealing_key() -> Iterator[Finding]:
    """Yield that the seals are made with a key that serves other ends too."""
    if is_open_to_others() and settings.HISTORY_KEY == settings.SECRET_KEY:
        yield Finding(
            _(
                "The seals of history and protocol have no key of their own: whoever learns the "
                "secret key of the site can forge them."
            ),
            severity=Severity.URGENT,
        )


def mail() -> Iterator[Finding]:
    """Yield that letters are sent to nobody."""
    if is_open_to_others() and any(name in settings.EMAIL_BACKEND for name in BACKENDS_TO_NOBODY):
        yield Finding(
            _("Emails are not sent: letters to applicants end in a folder or nowhere."),
            severity=Severity.URGENT,
        )


def rounds() -> Iterator[Finding]:
    """Yield that the checks were not made for more than a day."""
    last = WatchRound.objects.order_by("-pk").values_list("at", flat=True).first()
    if last is not None and last < timezone.now() - ROUNDS_EVERY:
        yield Finding(
            _("Nobody looked after the office between {instant} and now.").format(
                instant=short_date(last)
            )
        )


def register() -> None:
    """Make these checks known."""
    register_check(
        "sealing_key",
        gettext_lazy("Key of the seals"),
        sealing_key,
        group=Group.HOUSE,
        advice=gettext_lazy(
            "Set SPORTELLO_HISTORY_KEY before the first application is filed, and keep it out of "
            "the database. Where there are entries already, keep the key they were sealed with: "
            "give it its own variable and change SPORTELLO_SECRET_KEY."
        ),
    )
    register_check(
        "mail_backend",
        gettext_lazy("Sending of emails"),
        mail,
        group=Group.HOUSE,
        advice=gettext_lazy("Set SPORTELLO_EMAIL_BACKEND and the server that sends email."),
    )
    register_check(
        "round_missing",
        gettext_lazy("Daily checks that were left out"),
        rounds,
        group=Group.HOUSE,
        advice=gettext_lazy(
            "The worker makes a round every morning. Look whether it runs all the time; a timer "
            "of the server that starts “manage.py check_office” is a good second watchman."
        ),
    )
