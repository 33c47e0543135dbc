"""Who may see balances and take workbooks away."""

from parties.roles import Role

READERS = frozenset({Role.ACCOUNTANT, Role.DIRECTOR, Role.AUDITOR})

PERMISSIONS = {
    "accounting.view_ledger": READERS | {Role.PROCEDURE_OWNER, Role.OFFICER},
    "accounting.make_workbook": frozenset({Role.ACCOUNTANT}),
    "accounting.download_workbook": READERS,
}
