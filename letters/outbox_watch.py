"""What the daily round asks of the outbox: what waits for somebody, and what is not heard of."""

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from calls.models import Parameter
from letters.models import Letter
from letters.models.letters import NOT_YET_NUMBERED
from parties import moment
from ui.formats import short_date
from workflows.models import CaseTerm
from workflows.watch import Finding, Group, register_check

BATCH = 2000


def unapproved() -> Iterator[Finding]:
    """Yield letters that nobody has approved for as many days as the office means to take at most."""
    since = moment.now() - timedelta(days=_patience("letter"))
    late = Letter.objects.filter(state__in=NOT_YET_NUMBERED, created_at__lt=since)
    for letter in _rows(late):
        yield Finding(
            _(
                "The letter “{subject}” of case {number} waits for approval since {instant} ({state})."
            ).format(
                subject=letter.subject,
                number=letter.about,
                instant=short_date(letter.created_at),
                state=letter.get_state_display(),
            ),
            reverse("letters:letter", args=[letter.pk]),
        )


def unheard() -> Iterator[Finding]:
    """Yield letters of which nothing says for long that they arrived, where a term begins with them."""
    since = moment.now() - timedelta(days=_patience("delivery"))
    awaiting = CaseTerm.objects.filter(ended_at__isnull=True, awaits=CaseTerm.Awaits.DELIVERY)
    late = Letter.objects.filter(
        state=Letter.State.SENT, numbered_at__lt=since, starts__in=awaiting
    )
    for letter in _rows(late.distinct()):
        yield Finding(
            _(
                "The letter “{subject}” of case {number} left on {instant} and nothing says that it "
                "arrived: the term that begins with it does not run."
            ).format(
                subject=letter.subject,
                number=letter.about,
                instant=short_date(letter.numbered_at or letter.created_at),
            ),
            reverse("letters:letter", args=[letter.pk]),
        )


def register() -> None:
    """Make these checks known."""
    register_check(
        "letter_unapproved",
        gettext_lazy("Letters that nobody has approved"),
        unapproved,
        group=Group.WORK,
        advice=gettext_lazy(
            "Read them in the outbox and approve them, or take them back: until they leave, no term "
            "of the addressee begins, and nobody has been told of the decision."
        ),
    )
    register_check(
        "letter_unheard",
        gettext_lazy("Letters whose arrival nothing proves"),
        unheard,
        group=Group.WORK,
        advice=gettext_lazy(
            "Look whether the mailbox of receipts is read; then send the letter again or note that "
            "it arrived by other means."
        ),
    )


def _rows(letters: QuerySet[Letter]) -> Iterator[Letter]:
    return iter(letters.select_related("case", "call").order_by("pk").iterator(BATCH))


def _patience(what: str) -> int:
    """Return how many days the office takes at most, today, to approve a letter or hear of it."""
    return int(Parameter.objects.value("letter_patience_days", moment.today())[what])
