"""Which letters a person may read."""

from django.db.models import QuerySet

from letters.models import Letter
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
