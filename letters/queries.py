"""Which letters a person may read, what has come to them, what has not arrived, and what templates wrote."""

from django.db.models import (
    BigIntegerField,
    Count,
    DateTimeField,
    Exists,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
)

from letters.models import Delivery, Letter, LetterReading, Receipt, Template
from parties.models import User
from workflows.models import Case
from workflows.paging import Key

FAILED_KEYS = (Key("failed_at", DateTimeField()), Key("id", BigIntegerField()))
MESSAGE_KEYS = INBOX_KEYS = (Key("id", BigIntegerField()),)
MOST_DIGITS = 14
# What a list of letters does without.
LONG = ("content", "values", "text", "original_text")


def readable_letters(user: User) -> QuerySet[Letter]:
    """Return the letters with a number in the cases that the person may see.

    A letter about a whole call is of no case: whoever reads every case reads it.
    """
    numbered = Letter.objects.filter(numbered_at__isnull=False)
    readable = numbered.filter(case__in=Case.objects.visible_to(user))
    if user.has_perm("workflows.view_all_cases"):
        readable |= numbered.filter(case__isnull=True)
    return readable.select_related("document", "protocol", "case", "call")


def templates_like(words: str, kind: str) -> QuerySet[Template]:
    """Return the templates whose name, code, subject or text has `words`, of a kind of case if any.

    Each with `letter_count`: how many letters were written with it.
    """
    found = Template.objects.select_related("current").annotate(
        letter_count=Count("versions__letters")
    )
    if kind:
        found = found.filter(vocabulary=kind)
    if words:
        found = found.filter(
            Q(name__icontains=words)
            | Q(code__icontains=words)
            | Q(current__subject_it__icontains=words)
            | Q(current__text_it__icontains=words)
        )
    return found.order_by("vocabulary", "name")


def letters_with(template: Template) -> dict[str, int]:
    """Return how many letters were written with a template, and how many still wait to leave."""
    waiting = Q(state__in=(Letter.State.TO_APPROVE, Letter.State.HELD))
    return Letter.objects.filter(template__template=template).aggregate(
        total=Count("pk"), waiting=Count("pk", filter=waiting)
    )


def failed_deliveries() -> QuerySet[Delivery]:
    """Return what failed and nobody has seen to, with all that the board shows of it."""
    over = (Letter.State.WITHDRAWN, Letter.State.SUPERSEDED)
    return (
        Delivery.objects.filter(state=Delivery.State.FAILED, replaced_by=None)
        .exclude(letter__state__in=over)
        .select_related("letter__case", "letter__call", "letter__protocol")
    )


def messages_to_see() -> QuerySet[Receipt]:
    """Return the messages of mail servers and people that wait for somebody."""
    waiting = Receipt.objects.filter(seen_at__isnull=True).exclude(problem="")
    return waiting.select_related("delivery__letter__case", "document")


def letters_of_number(words: str) -> QuerySet[Letter]:
    """Return the letters with a protocol number ("123/2026") or a verification code."""
    number, _slash, year = words.strip().partition("/")
    numbered = Letter.objects.filter(numbered_at__isnull=False)
    if number.strip().isdecimal() and year.strip().isdecimal() and len(number + year) < MOST_DIGITS:
        return numbered.filter(protocol__number=int(number), protocol__year=int(year))
    return numbered.filter(code=words.strip().upper())


def inbox(user: User) -> QuerySet[Letter]:
    """Return the letters that have reached the applicant in the person's own cases.

    Each with `read_at`, when the person first opened it. What could not be delivered is there too,
    and says so: reading it here is no delivery.
    """
    cases = Case.objects.visible_to(user)
    if user.is_office:
        cases = cases.filter(opened_by=user)
    to_applicant = Delivery.objects.filter(
        letter=OuterRef("pk"),
        party=OuterRef("case__applicant"),
        state__in=(Delivery.State.ACCEPTED, Delivery.State.DELIVERED, Delivery.State.FAILED),
    )
    readings = LetterReading.objects.filter(letter=OuterRef("pk"), user=user)
    return (
        Letter.objects.filter(case__in=cases.values("pk"), numbered_at__isnull=False)
        .exclude(state=Letter.State.WITHDRAWN)
        .filter(Exists(to_applicant))
        .annotate(read_at=Subquery(readings.values("read_at")[:1]))
        .select_related("document", "case", "protocol")
    )


def unread_letters(user: User) -> QuerySet[Letter]:
    """Return those letters of the inbox that the person has not opened yet."""
    readings = LetterReading.objects.filter(letter=OuterRef("pk"), user=user)
    return inbox(user).exclude(Exists(readings))


def unread(user: User) -> int:
    """Return how many letters the person has not opened yet."""
    return unread_letters(user).order_by().count()
