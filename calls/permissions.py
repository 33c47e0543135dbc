"""Who may see and set up calls before the public does."""

from parties.roles import EVERY_ROLE, Role

PERMISSIONS = {
    "calls.view_unpublished": EVERY_ROLE,
    "calls.set_up": frozenset({Role.PROCEDURE_OWNER, Role.ADMINISTRATOR}),
}
