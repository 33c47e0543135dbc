"""What every template may name."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def house(request: HttpRequest) -> dict[str, Any]:
    """Return the site's own facts: who runs it, and whether this is a demonstration.

    `request.user` is missing on error pages that come before sign-in is known.
    """
    user = getattr(request, "user", None)
    return {
        "is_demo": settings.DEMO,
        "house": settings.HOUSE,
        "shows_office": user is not None and user.is_authenticated and user.is_office,
    }
