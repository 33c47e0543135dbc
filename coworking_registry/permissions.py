"""Who may see what of the register that the public does not."""

from parties.roles import EVERY_ROLE

PERMISSIONS = {"coworking_registry.view_history": EVERY_ROLE}
