"""Print who may sign in to the demonstration, and how."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from portal.demo import accounts


class Command(BaseCommand):
    """Print role, address, password and second step of every account to try."""

    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the table, or say that there is no demonstration."""
        if not accounts.is_loaded():
            raise CommandError("The demonstration office is not loaded: manage.py load_demo")
        rows = [
            (_("Role"), _("Email address"), _("Password"), _("Second step")),
            *(self._row(account) for account in (*accounts.APPLICANTS, *accounts.STAFF)),
        ]
        widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
        for row in rows:
            line = "  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True))
            self.stdout.write(line.rstrip())

    def _row(self, account: accounts.DemoAccount) -> tuple[str, str, str, str]:
        if account.role is None:
            return _("Applicant"), account.email, accounts.PASSWORD, _("none")
        second = _("the page that asks for the code shows it")
        return str(account.role.label), account.email, accounts.PASSWORD, second
