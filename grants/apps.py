from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GrantsConfig(AppConfig):
    """Who gets money for a desk, and how much."""

    name = "grants"
    verbose_name = _("Coworking contributions")

    def ready(self) -> None:
        """Make the coworking contribution and its workbook known to the shared pages."""
        from accounting import workbooks as books  # noqa: PLC0415 (models must be loaded first)
        from grants import kind, workbooks  # noqa: PLC0415 (same)

        kind.register()
        books.register(workbooks.GRANTED)
