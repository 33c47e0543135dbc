from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EvaluationConfig(AppConfig):
    """Who comes first, and why."""

    name = "evaluation"
    verbose_name = _("Evaluation")

    def ready(self) -> None:
        """Make the work that a ranking starts known."""
        from evaluation.letters import values  # noqa: PLC0415 (models must be loaded first)
        from evaluation.services import applying  # noqa: PLC0415 (the same)

        applying.register()
        values.ready()
