from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class State(models.TextChoices):
    """Where a call stands (co-mantova 15.1)."""

    DRAFT = "draft", pgettext_lazy("call", "Being set up")
    APPROVED = "approved", pgettext_lazy("call", "Approved")
    PUBLISHED = "published", pgettext_lazy("call", "Published, not open yet")
    OPEN = "open", pgettext_lazy("call", "Open")
    SUSPENDED = "suspended", pgettext_lazy("call", "Suspended")
    CLOSED = "closed", pgettext_lazy("call", "Closed")
    UNDER_EVALUATION = "under_evaluation", pgettext_lazy("call", "Under evaluation")
    RANKED = "ranked", pgettext_lazy("call", "Ranking approved")
    RUNNING = "running", pgettext_lazy("call", "Grants running")
    CONCLUDED = "concluded", pgettext_lazy("call", "Concluded")
    CANCELLED = "cancelled", _("Cancelled")


# The rules are not public yet: everything may still be changed.
BEFORE_PUBLICATION = [State.DRAFT, State.APPROVED]
# The closing may still be moved, and new versions may still come.
BEFORE_CLOSING = [State.PUBLISHED, State.OPEN, State.SUSPENDED]
ENDED = [State.CONCLUDED, State.CANCELLED]
