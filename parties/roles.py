"""The roles a person may hold in the office. The value is the identity, never its label."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """A staff role (ORG-09: who examines, who signs and who pays are distinct powers)."""

    OFFICER = "officer", _("Case officer")
    PROCEDURE_OWNER = "procedure_owner", _("Procedure owner")
    DIRECTOR = "director", _("Director")
    ACCOUNTANT = "accountant", _("Accountant")
    AUDITOR = "auditor", _("Auditor")
    ADMINISTRATOR = "administrator", _("Administrator")
    EVALUATOR = "evaluator", _("Committee member")


# Whoever works in the office. A committee's member, unless one of these too, sees what they score.
EVERY_ROLE = frozenset(Role) - {Role.EVALUATOR}
