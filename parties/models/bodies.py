from django.db import models
from django.utils.translation import gettext_lazy as _


class Body(models.Model):
    """A public body that owns or manages calls, with what its letterhead says (ORG-03, ORG-04)."""

    code = models.SlugField(_("code"), unique=True)
    name = models.CharField(_("name"), max_length=160)
    unit = models.CharField(_("unit"), max_length=160, blank=True)
    tax_code = models.CharField(_("tax code"), max_length=16)
    street = models.CharField(_("street"), max_length=120)
    postcode = models.CharField(_("postcode"), max_length=5)
    municipality = models.CharField(_("municipality"), max_length=80)
    province = models.CharField(_("province"), max_length=2)
    phone = models.CharField(_("telephone"), max_length=30, blank=True)
    email = models.EmailField(_("email address"))
    pec = models.EmailField(_("certified email (PEC)"))
    office_hours = models.CharField(_("office hours"), max_length=160, blank=True)
    website = models.URLField(_("website"), blank=True)

    class Meta:
        verbose_name = _("body")
        verbose_name_plural = _("bodies")

    def __str__(self):
        return self.name
