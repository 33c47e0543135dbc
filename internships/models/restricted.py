from django.db import models
from django.utils.translation import gettext_lazy as _

from internships.rules.recipients import Category


class Protected(models.TextChoices):
    """Conditions that reveal health or hardship (R-REC-02, E1 and E2)."""

    DISABLED = Category.DISABLED.value, _("Disabled (L. 68/1999)")
    DISADVANTAGED = Category.DISADVANTAGED.value, _("Disadvantaged (L. 381/1991)")


class Restricted(models.Model):
    """What a case holds on somebody's health or hardship: read by its own right, in no letter or list.

    Nobody follows this table with a history of fields: it would be a second copy.
    """

    case = models.OneToOneField(
        "workflows.Case", models.PROTECT, related_name="restricted", primary_key=True
    )
    condition = models.CharField(
        _("protected condition"), max_length=2, choices=Protected.choices, blank=True
    )
    details = models.TextField(_("service or list that certifies it"), max_length=500, blank=True)
    adjustments = models.TextField(
        _("what is needed at the interview"), max_length=1000, blank=True
    )

    class Meta:
        verbose_name = _("restricted data")
        verbose_name_plural = _("restricted data")

    def __str__(self):
        return str(self.case)
