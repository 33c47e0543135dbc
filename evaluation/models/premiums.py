import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from parties import moment


@pghistory.track()
class PremiumCheck(models.Model):
    """Whether a file holds a premium of its call on the day of filing, and by what it is known (CALL-13).

    One that an act found not to have been due is lost: the act leaves the file `leaves` EUR of what
    an earlier one gave it (CALL-16).
    """

    case = models.ForeignKey("workflows.Case", models.PROTECT, related_name="premium_checks")
    premium = models.ForeignKey("calls.Premium", models.PROTECT, related_name="checks")
    is_held = models.BooleanField(_("held on the day of filing"))
    evidence = models.CharField(_("evidence"), max_length=400)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=moment.now, editable=False)
    lost_at = models.DateTimeField(_("lost at"), null=True, blank=True, editable=False)
    leaves = models.DecimalField(
        _("left to the file"),
        max_digits=14,
        decimal_places=2,
        null=True,
        blank=True,
        editable=False,
    )

    class Meta:
        verbose_name = _("check of a premium")
        verbose_name_plural = _("checks of premiums")
        ordering = ["premium__position"]
        constraints = [
            models.UniqueConstraint(fields=["case", "premium"], name="premium_checked_once"),
            models.CheckConstraint(condition=~Q(evidence=""), name="premium_check_has_evidence"),
            models.CheckConstraint(
                condition=Q(lost_at__isnull=True, leaves__isnull=True)
                | Q(lost_at__isnull=False, leaves__gte=0, is_held=False),
                name="lost_premium_is_not_held",
            ),
        ]

    def __str__(self):
        return f"{self.premium} – {self.case}"
