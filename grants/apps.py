from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GrantsConfig(AppConfig):
    """Who gets money for a desk, and how much."""

    name = "grants"
    verbose_name = _("Coworking contributions")

    def ready(self):
        """Make the coworking contribution known to the shared pages."""
        from grants import kind  # noqa: PLC0415 (models must be loaded first)

        kind.register()
