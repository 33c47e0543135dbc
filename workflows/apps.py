from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WorkflowsConfig(AppConfig):
    """Where a case stands, and whose move it is."""

    name = "workflows"
    verbose_name = _("Procedures")

    def ready(self):
        """Make the work of the worker and the checks of the daily round known."""
        from workflows import (  # noqa: PLC0415 (models come first)
            bulk,
            call_follower,
            checks,
            handing,
            repairs,
        )
        from workflows.verification import job  # noqa: PLC0415 (same)
        from workflows.watch import own  # noqa: PLC0415 (same)

        bulk.register()
        call_follower.register()
        checks.register()
        handing.register()
        repairs.register()
        own.register()
        job.register()
