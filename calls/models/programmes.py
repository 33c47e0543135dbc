from django.db import models
from django.utils.translation import gettext_lazy as _


class Funder(models.Model):
    """Whoever puts money into a programme."""

    name = models.CharField(_("name"), max_length=160, unique=True)

    class Meta:
        verbose_name = _("funder")
        verbose_name_plural = _("funders")

    def __str__(self):
        return self.name


class Programme(models.Model):
    """A project with its partners and axes, under which calls are opened."""

    code = models.SlugField(_("code"), max_length=20, unique=True)
    title = models.CharField(_("title"), max_length=250)
    lead = models.CharField(_("lead partner"), max_length=160)
    partners = models.JSONField(_("partners"), default=list, blank=True)
    axes = models.JSONField(_("axes"), default=list, blank=True)
    funders = models.ManyToManyField(Funder, through="Funding", related_name="programmes")

    class Meta:
        verbose_name = _("programme")
        verbose_name_plural = _("programmes")

    def __str__(self):
        return self.title


class Funding(models.Model):
    """How much a funder gives to a programme, in EUR; unknown where the source is silent."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="fundings")
    funder = models.ForeignKey(Funder, models.PROTECT, related_name="fundings")
    amount = models.DecimalField(_("amount"), max_digits=14, decimal_places=2, null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "funder"], name="funding_once_per_funder_and_programme"
            )
        ]

    def __str__(self):
        return f"{self.programme.code}: {self.funder}"
