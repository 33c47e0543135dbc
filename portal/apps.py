from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PortalConfig(AppConfig):
    """What a visitor sees."""

    name = "portal"
    verbose_name = _("Public pages")
