from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django_fsm import transition

from grants import permissions, recalling
from grants.models.statuses import Status
from parties import moment
from workflows.engine import met


class Recalled(models.Model):
    """The moves by which a grant is revoked for a cause of the law (REV-04 to REV-06)."""

    class Meta:
        abstract = True

    @transition(
        field="status",
        source=Status.GRANTED,
        target=Status.REVOCATION_STARTED,
        conditions=[met(recalling.start_outcomes)],
        permission=permissions.may_start_annulment,
        custom={"reopens": True, "starts_flow": "recall_start"},
    )
    def start_recall(self, by, *, due_on):
        """Tell the beneficiary the cause, the facts and what would be taken (REV-06)."""
        self.due_on = due_on

    @transition(
        field="status",
        source=Status.MEMORIES_RECEIVED,
        target=Status.GRANTED,
        conditions=[met(recalling.part_outcomes)],
        permission=permissions.may_decide,
        custom={"closes": True, "concerns": recalling.takes_a_part},
    )
    def recall_part(self, by, *, amount):
        """Take a part, in proportion to the breach; what was paid beyond the rest is asked back."""
        self.granted = self.amount = amount
        self.due_on = None

    @transition(
        field="status",
        source=Status.MEMORIES_RECEIVED,
        target=Status.REVOKED,
        conditions=[met(recalling.whole_outcomes)],
        permission=permissions.may_decide,
        custom={"closes": True, "concerns": recalling.takes_all},
    )
    def recall_whole(self, by):
        """Take all; what was paid is asked back with its interest."""
        self.granted = self.amount = None
        self.decided_at = moment.now()
        self.due_on = None
        self.single_key = None


class Ban(models.Model):
    """Who lost benefits for an untrue declaration gets none until a day, in any call (DOC-08)."""

    contribution = models.OneToOneField(
        "grants.RentContribution", models.PROTECT, related_name="ban"
    )
    tax_code = models.CharField(_("tax code"), max_length=16, db_index=True)
    vat_number = models.CharField(_("VAT number"), max_length=11, blank=True, db_index=True)
    act_on = models.DateField(_("date of the act"))
    until = models.DateField(_("until"))

    class Meta:
        verbose_name = _("ban")
        verbose_name_plural = _("bans")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=Q(until__gt=F("act_on")), name="ban_ends_after_act")
        ]

    def __str__(self):
        return f"{self.tax_code} {self.until:%d/%m/%Y}"
