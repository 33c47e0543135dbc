import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class ParameterQuerySet(models.QuerySet):
    """What the law says on a day."""

    def on(self, date):
        """Return the parameters in force on a day."""
        return self.filter(valid_from__lte=date).filter(
            Q(valid_to__isnull=True) | Q(valid_to__gte=date)
        )

    def value(self, code, date):
        """Return the value in force on a day; `Parameter.DoesNotExist` where the table is silent."""
        return self.on(date).get(code=code).value


@pghistory.track()
class Parameter(models.Model):
    """A number that law or regulation sets, with the days on which it holds (law.md section 11)."""

    code = models.SlugField(_("code"), max_length=60)
    value = models.JSONField(_("value"))
    valid_from = models.DateField(_("valid from"))
    valid_to = models.DateField(_("valid to"), null=True, blank=True)
    source = models.CharField(_("source"), max_length=200)
    confidence = models.CharField(_("confidence"), max_length=8)

    # From memory or by the office's own choice: somebody should confirm it (law.md, section 1).
    UNSURE = ("M", "M-", "D")

    objects = ParameterQuerySet.as_manager()

    class Meta:
        verbose_name = _("parameter")
        verbose_name_plural = _("parameters")
        ordering = ["code", "valid_from"]
        constraints = [
            models.UniqueConstraint(fields=["code", "valid_from"], name="parameter_once_per_start"),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="parameter_ends_after_it_starts",
            ),
        ]

    def __str__(self):
        return f"{self.code} {self.valid_from:%d/%m/%Y}"

    @property
    def is_unsure(self) -> bool:
        """Whether the number is still to be confirmed on its source."""
        return self.confidence in self.UNSURE
