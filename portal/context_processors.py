"""What every template may name."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from letters.queries import unread


def house(request: HttpRequest) -> dict[str, Any]:
    """Return the site's own facts: who runs it, and whether this is a demonstration.

    `request.user` is missing on error pages that come before sign-in is known.
    """
    user = getattr(request, "user", None)
    is_known = user is not None and user.is_authenticated
    return {
        "is_demo": settings.DEMO,
        "house": settings.HOUSE,
        "shows_office": is_known and user.is_office,
        # Asked of the database by the pages that show it, and no others.
        "unread_letters": SimpleLazyObject(lambda: unread(user)) if is_known else 0,
    }
