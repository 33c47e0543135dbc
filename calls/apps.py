from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CallsConfig(AppConfig):
    """What is offered, under which rules."""

    name = "calls"
    verbose_name = _("Programmes and calls")
