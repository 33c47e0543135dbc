"""Who may see balances and take workbooks away."""

from parties.roles import Role

READERS = frozenset({Role.ACCOUNTANT, Role.DIRECTOR, Role.AUDITOR})

CHANGE_ENDOWMENT = "accounting.change_endowment"

PERMISSIONS = {
    "accounting.view_ledger": READERS | {Role.PROCEDURE_OWNER, Role.OFFICER},
    CHANGE_ENDOWMENT: frozenset({Role.DIRECTOR}),
    "accounting.make_workbook": frozenset({Role.ACCOUNTANT}),
    "accounting.download_workbook": READERS,
}
