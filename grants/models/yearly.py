import pghistory
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounting.models.payments import money
from parties import moment


@pghistory.track()
class YearlyPaper(models.Model):
    """What a beneficiary was told of a year: the certificate of the tax (TAX-07), the statement (TRA-11).

    The amounts are those of the paper, in EUR. Where payments of the year came after it, another
    paper takes its place; both stay.
    """

    class Kind(models.TextChoices):
        CERTIFICATE = "certificate", _("Certificate of the tax withheld")
        STATEMENT = "statement", _("Statement of the sums received")

    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    year = models.PositiveSmallIntegerField(_("year"))
    payer = models.ForeignKey("parties.Body", models.PROTECT, related_name="yearly_papers")
    tax_code = models.CharField(_("tax code of the beneficiary"), max_length=16)
    gross = money(_("gross contribution"))
    taxable = money(_("taxable"))
    withheld = money(_("withheld tax"))
    net = money(_("net paid"))
    letter = models.OneToOneField("letters.Letter", models.PROTECT, related_name="yearly_paper")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=moment.now, editable=False)

    class Meta:
        verbose_name = _("yearly paper")
        verbose_name_plural = _("yearly papers")
        ordering = ["pk"]
        indexes = [models.Index(fields=["year", "kind", "payer", "tax_code"])]

    def __str__(self):
        return f"{self.get_kind_display()} {self.year} {self.tax_code}"
