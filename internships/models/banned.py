import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from parties import moment


@pghistory.track()
class InternshipBan(models.Model):
    """Whom an inspection bars from new internships until a day, host or promoter (R-SAN-06)."""

    tax_code = models.CharField(_("tax code"), max_length=16, db_index=True)
    name = models.CharField(_("name"), max_length=160)
    act_number = models.CharField(_("number of the act"), max_length=60)
    act_date = models.DateField(_("date of the act"))
    until = models.DateField(_("until"))
    reason = models.TextField(_("reason"), max_length=1000)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=moment.now, editable=False)

    class Meta:
        verbose_name = _("ban on internships")
        verbose_name_plural = _("bans on internships")
        ordering = ["-until", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until__gt=F("act_date")), name="internship_ban_ends_after_act"
            )
        ]

    def __str__(self):
        return f"{self.name} {self.until:%d/%m/%Y}"
