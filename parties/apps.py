from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PartiesConfig(AppConfig):
    """People, organisations, who may act for whom, roles and sign-in."""

    name = "parties"
    verbose_name = _("People and organisations")
