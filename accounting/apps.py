from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountingConfig(AppConfig):
    """Where every cent is."""

    name = "accounting"
    verbose_name = _("Accounting")

    def ready(self) -> None:
        """Make the ledger's workbook, the work of writing workbooks and the checks known."""
        from accounting import (  # noqa: PLC0415 (models must be loaded first)
            call_follower,
            desk,
            funder_book,
            ledger_book,
            lines_book,
            payment_books,
            position_book,
            recovery_book,
            watch,
            withholding_book,
            workbooks,
        )
        from accounting.services import sending  # noqa: PLC0415 (same)
        from accounting.services.workbooks import JOB_KIND, make_workbook  # noqa: PLC0415 (same)
        from workflows.services.jobs import register_runner  # noqa: PLC0415 (same)

        workbooks.register(ledger_book.LEDGER)
        workbooks.register(payment_books.LIQUIDATION)
        workbooks.register(lines_book.TRANSFERS)
        workbooks.register(withholding_book.WITHHOLDING)
        workbooks.register(position_book.ENDOWMENTS)
        workbooks.register(recovery_book.RECOVERED)
        workbooks.register(funder_book.FUNDED)
        register_runner(JOB_KIND, make_workbook)
        register_runner(sending.JOB_KIND, sending.make_file)
        watch.register()
        desk.register_part()
        call_follower.register()
