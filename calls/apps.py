from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class CallsConfig(AppConfig):
    """What is offered, under which rules."""

    name = "calls"
    verbose_name = _("Programmes and calls")

    def ready(self) -> None:
        """Let an office that stands already learn the numbers that a newer version brings."""
        post_migrate.connect(_learn_numbers, sender=self, dispatch_uid="calls.parameters")


def _learn_numbers(**told: Any) -> None:
    from calls.services import load_parameters  # noqa: PLC0415 (models must be loaded first)

    # A database that was only emptied, or taken back to before this room, is left alone.
    is_migrated = "plan" in told
    if is_migrated and ("calls", "parameter") in _tables_of(told["apps"]):
        load_parameters()


def _tables_of(apps: Any) -> set[tuple[str, str]]:
    return {(model._meta.app_label, model._meta.model_name) for model in apps.get_models()}
