from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class SubstituteRequest(models.Model):
    """The applicant asks the holder of the power to substitute to decide (PROC-T8, T10).

    Possible once the procedure's own term has passed; the holder has half of that term.
    """

    case = models.ForeignKey("workflows.Case", models.PROTECT, related_name="substitute_requests")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(_("asked at"))
    holder = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    term_days = models.PositiveSmallIntegerField(_("days given"))
    due_on = models.DateField(_("due on"))
    closed_at = models.DateTimeField(_("closed at"), null=True, blank=True)

    class Meta:
        verbose_name = _("request to the substitute")
        verbose_name_plural = _("requests to the substitute")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(closed_at__isnull=True),
                name="one_open_substitute_request",
            )
        ]

    def __str__(self):
        return f"{self.case_id} {self.asked_at:%d/%m/%Y}"
