from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PortalConfig(AppConfig):
    """What a visitor sees."""

    name = "portal"
    verbose_name = _("Public pages")

    def ready(self) -> None:
        """Make the checks of a deployment known."""
        from portal import checks  # noqa: F401, PLC0415 (checks need settings that are read)
