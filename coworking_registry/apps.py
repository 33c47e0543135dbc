from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoworkingRegistryConfig(AppConfig):
    """Which spaces are qualified, and on which date."""

    name = "coworking_registry"
    verbose_name = _("Register of coworking spaces")

    def ready(self) -> None:
        """Let the designer of calls ask for the requirements of the register."""
        from coworking_registry import call_kind  # noqa: PLC0415 (models must be loaded first)

        call_kind.register_kind()
