from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GrantsConfig(AppConfig):
    """Who gets money for a desk, and how much."""

    name = "grants"
    verbose_name = _("Coworking contributions")

    def ready(self) -> None:
        """Make the coworking contribution and its workbook known to the shared pages."""
        from accounting import workbooks as books  # noqa: PLC0415 (models must be loaded first)
        from coworking_registry import dependants as on_spaces  # noqa: PLC0415 (same)
        from grants import (  # noqa: PLC0415 (same)
            call_kind,
            candidates,
            dependants,
            desk,
            kind,
            payable,
            watch,
            workbooks,
        )
        from grants.letters import award_values, values  # noqa: PLC0415 (same)
        from grants.services import yearly  # noqa: PLC0415 (same)
        from letters import late, vocabulary  # noqa: PLC0415 (same)
        from letters.cases.sending import late_values  # noqa: PLC0415 (same)

        kind.register()
        desk.register_part()
        call_kind.register_kind()
        candidates.register()
        late.register(kind.RentContribution.KIND, late_values)
        vocabulary.register(
            values.VOCABULARY,
            resolve=values.resolve,
            gives=values.GIVES,
            kinds={kind.RentContribution.KIND},
        )
        vocabulary.register(
            award_values.VOCABULARY,
            resolve=award_values.resolve,
            gives=award_values.GIVES,
            kinds={kind.RentContribution.KIND},
        )
        books.register(workbooks.GRANTED)
        books.register(workbooks.TRANSPARENCY)
        payable.register_payable()
        watch.register()
        yearly.register()
        on_spaces.register(dependants.contributions_at)
        on_spaces.carry_out(dependants.stop_contribution)
