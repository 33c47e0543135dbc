"""What every template may name."""

from typing import Any

from django.conf import settings


def site(request) -> dict[str, Any]:
    """Return the site's own facts: whether it is a demonstration."""
    return {"is_demo": settings.DEMO}
