from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoworkingRegistryConfig(AppConfig):
    """Which spaces are qualified, and on which date."""

    name = "coworking_registry"
    verbose_name = _("Register of coworking spaces")

    def ready(self) -> None:
        """Make applications for the register known, and let the designer ask for its requirements."""
        from coworking_registry import call_kind, desk, kind  # noqa: PLC0415 (models must be loaded first)
        from coworking_registry.letters import values  # noqa: PLC0415 (same)
        from letters import late, vocabulary  # noqa: PLC0415 (same)
        from letters.cases.sending import late_values  # noqa: PLC0415 (same)

        kind.register()
        desk.register_part()
        call_kind.register_kind()
        late.register(kind.SpaceApplication.KIND, late_values)
        vocabulary.register(
            values.VOCABULARY,
            resolve=values.resolve,
            gives=values.GIVES,
            kinds={kind.SpaceApplication.KIND},
        )
