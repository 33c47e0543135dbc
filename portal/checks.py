"""What must not be switched on where the doors are open to everybody."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core import checks
from django.utils.translation import gettext as _


@checks.register(checks.Tags.security, deploy=True)
def no_demonstration_in_deployment(
    app_configs: Sequence[AppConfig] | None,  # noqa: ARG001 (Django's signature)
    **kwargs: Any,  # noqa: ARG001 (the same)
) -> list[checks.CheckMessage]:
    """Refuse a deployment that shows everybody the codes of its accounts."""
    if not settings.DEMO:
        return []
    return [
        checks.Error(
            _("SPORTELLO_DEMO is on: the page of the second step shows its codes to everybody."),
            hint=_("Take SPORTELLO_DEMO away from the environment of a real office."),
            id="sportello.E001",
        )
    ]
