"""What the daily round asks of the letters, and how the administrator sees to those that failed."""

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import CharField, F, Max, OuterRef, Q, QuerySet, Subquery
from django.db.models.fields.json import KeyTextTransform, KeyTransform
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from letters.models import Letter, LetterEvent
from letters.services import queue_again
from letters.services.putting import NOT_SEALED
from ui.formats import short_date
from workflows.models import Document
from workflows.repairs import Failure, Repair, RepairAct, register_repair
from workflows.watch import Finding, Group, Severity, register_check, said_elsewhere

BATCH = 2000
# A letter leaves within a minute; a mail server that is down for an hour is a matter for somebody.
PATIENCE = timedelta(hours=1)
State = Letter.State


def failed() -> Iterator[Finding]:
    """Yield letters that could not be sent."""
    for letter in _letters(Letter.objects.filter(state=State.FAILED)):
        yield Finding(
            _(
                "The letter “{subject}” of case {number} has not reached its addressee: {failure}"
            ).format(subject=letter.subject, number=letter.about, failure=letter.failure[:200]),
            _page(letter.case_id),
            Severity.URGENT,
        )


def waiting() -> Iterator[Finding]:
    """Yield letters that should have left long ago."""
    late = Letter.objects.filter(state__in=[State.READY, State.SENDING])
    late = late.filter(numbered_at__lt=timezone.now() - PATIENCE)
    for letter in _letters(late):
        yield Finding(
            _("The letter “{subject}” of case {number} waits since {instant} to be sent.").format(
                subject=letter.subject,
                number=letter.about,
                instant=short_date(letter.numbered_at or letter.created_at),
            ),
            _page(letter.case_id),
        )


def not_sealed() -> Iterator[Finding]:
    """Yield letters that wait because the seal of the house could not be put."""
    latest = LetterEvent.objects.filter(letter=OuterRef("pk")).order_by("-pk")
    stuck = Letter.objects.filter(state=State.TO_APPROVE).annotate(
        step=Subquery(latest.values("name")[:1]), said=Subquery(latest.values("reason")[:1])
    )
    rows = stuck.filter(step=NOT_SEALED).order_by("pk")
    numbers = Coalesce("case__number", "call__code", output_field=CharField())
    for case_id, number, subject, said in rows.values_list(
        "case_id", numbers, "subject", "said"
    ).iterator(BATCH):
        yield Finding(
            _("The letter “{subject}” of case {number} could not be sealed: {reason}").format(
                subject=subject, number=number, reason=said
            ),
            _page(case_id),
            Severity.URGENT,
        )


def without_document() -> Iterator[Finding]:
    """Yield letters whose kept file is not the registered one, and files that no letter names."""
    registered = KeyTextTransform("sha256", KeyTransform("0", "protocol__digests"))
    numbered = Letter.objects.filter(numbered_at__isnull=False)
    odd = numbered.annotate(registered=registered).filter(
        Q(registered=None) | ~Q(registered=F("document__sha256"))
    )
    for letter in _letters(odd):
        yield Finding(
            _(
                "The file kept for the letter “{subject}” of case {number} is not the one in the "
                "protocol."
            ).format(subject=letter.subject, number=letter.about),
            _page(letter.case_id),
            Severity.URGENT,
        )
    loose = Document.objects.filter(origin=Document.Origin.LETTER, letter=None)
    rows = loose.order_by("pk").values_list("case_id", "case__number", "name").iterator(BATCH)
    for case_id, number, name in rows:
        yield Finding(
            _("Case {number} keeps the file “{name}” of a letter that does not exist.").format(
                number=number, name=name
            ),
            _page(case_id),
        )


def failures() -> Iterator[Failure]:
    """Yield what the board lists: letters that failed, newest first."""
    rows = Letter.objects.filter(state=State.FAILED).select_related("case", "call").order_by("-pk")
    rows = rows.prefetch_related("deliveries").annotate(attempts=Max("deliveries__attempts"))
    for letter in rows.iterator(BATCH):
        yield Failure(
            str(letter.pk),
            letter.subject,
            _("case {number}, {attempts} attempts: {failure}").format(
                number=letter.about, attempts=letter.attempts, failure=letter.failure[:300]
            ),
            letter.created_at,
        )


def register() -> None:
    """Make checks and repair known."""
    said_elsewhere("letters.send_delivery")
    register_check(
        "letter_failed",
        gettext_lazy("Letters that could not be sent"),
        failed,
        group=Group.WORK,
        advice=gettext_lazy(
            "Look at the address and at the mail server, then send the letter again further down "
            "on the board. Until it has arrived, no term of the addressee has begun."
        ),
    )
    register_check(
        "letter_waiting",
        gettext_lazy("Letters that wait too long"),
        waiting,
        group=Group.WORK,
        advice=gettext_lazy("Look whether the worker runs and whether the mail server answers."),
    )
    register_check(
        "letter_not_sealed",
        gettext_lazy("Letters that could not be sealed"),
        not_sealed,
        group=Group.WORK,
        advice=gettext_lazy(
            "See to the key of the seal, then approve the letters in the outbox: they leave sealed. "
            "Until then they have no number."
        ),
    )
    register_check(
        "letter_without_document",
        gettext_lazy("Letters and their files"),
        without_document,
        group=Group.BOOKS,
        advice=gettext_lazy(
            "Bring the file back from the backup; the protocol keeps its digest. Tell whoever "
            "maintains the site."
        ),
    )
    register_repair(
        Repair(
            "letters",
            gettext_lazy("Letters not delivered"),
            failures,
            (RepairAct("resend", gettext_lazy("Send again"), queue_again),),
            page="letters:failures",
        )
    )


def _letters(letters: QuerySet[Letter]) -> Iterator[Letter]:
    rows = letters.select_related("case", "call").prefetch_related("deliveries").order_by("pk")
    return iter(rows.iterator(BATCH))


def _page(case_id: int | None) -> str:
    return reverse("workflows:office_case", args=[case_id]) if case_id else ""
