from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WorkflowsConfig(AppConfig):
    """Where a case stands, and whose move it is."""

    name = "workflows"
    verbose_name = _("Procedures")

    def ready(self):
        """Make the work known that the worker does for the shared pages."""
        from workflows import bulk  # noqa: PLC0415 (models must be loaded first)

        bulk.register()
