"""Which letters a person may read, and which were written with a template."""

from django.db.models import Count, Q, QuerySet

from letters.models import Letter, Template
from parties.models import User
from workflows.models import Case


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
