from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WorkflowsConfig(AppConfig):
    """Where a case stands, and whose move it is."""

    name = "workflows"
    verbose_name = _("Procedures")
