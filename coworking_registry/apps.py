from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoworkingRegistryConfig(AppConfig):
    """Which spaces are qualified, and on which date."""

    name = "coworking_registry"
    verbose_name = _("Register of coworking spaces")
