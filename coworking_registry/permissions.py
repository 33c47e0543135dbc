"""Who may see what of the register that the public does not, and who looks after its pages."""

from parties.roles import EVERY_ROLE, Role

PERMISSIONS = {
    "coworking_registry.view_history": EVERY_ROLE,
    "coworking_registry.keep_photos": {Role.OFFICER, Role.PROCEDURE_OWNER, Role.DIRECTOR},
}
