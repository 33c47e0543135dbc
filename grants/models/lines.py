import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounting.models import FirmLink
from grants import rules


@pghistory.track()
class SpendLine(models.Model):
    """One line of the spend asked for; prices without VAT, in EUR."""

    contribution = models.ForeignKey(
        "grants.RentContribution", models.CASCADE, related_name="lines"
    )
    price_item = models.ForeignKey(
        "coworking_registry.PriceItem", models.PROTECT, related_name="+", null=True, blank=True
    )
    kind = models.CharField(_("kind of spend"), max_length=24)
    description = models.CharField(_("description"), max_length=160)
    unit = models.CharField(_("unit"), max_length=12)
    quantity = models.DecimalField(_("quantity"), max_digits=8, decimal_places=2)
    unit_price = models.DecimalField(_("unit price"), max_digits=10, decimal_places=2)
    vat_rate = models.DecimalField(_("VAT rate in percent"), max_digits=5, decimal_places=2)
    list_price = models.DecimalField(
        _("price of the list"), max_digits=10, decimal_places=2, null=True, blank=True
    )
    admitted = models.DecimalField(
        _("spend admitted"), max_digits=12, decimal_places=2, null=True, blank=True
    )
    cut_reason = models.CharField(_("reason of the cut"), max_length=400, blank=True)

    class Meta:
        verbose_name = _("line of spend")
        verbose_name_plural = _("lines of spend")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=Q(quantity__gt=0), name="line_quantity_positive"),
            models.CheckConstraint(condition=Q(unit_price__gte=0), name="line_price_not_negative"),
            models.CheckConstraint(
                condition=Q(admitted__isnull=True) | Q(admitted__gte=0),
                name="line_admitted_not_negative",
            ),
        ]

    def __str__(self):
        return self.description

    @property
    def plain(self) -> rules.Line:
        """The line as the rules take it."""
        return rules.Line(
            self.kind,
            self.description,
            self.quantity,
            self.unit_price,
            self.vat_rate,
            self.list_price,
            self.admitted,
        )


@pghistory.track()
class DeclaredAid(models.Model):
    """An aid that the applicant declares to have received (AID-15), in EUR."""

    contribution = models.ForeignKey(
        "grants.RentContribution", models.CASCADE, related_name="declared_aids"
    )
    authority = models.CharField(_("granting authority"), max_length=160)
    measure = models.CharField(_("measure"), max_length=160, blank=True)
    granted_on = models.DateField(_("granted on"))
    amount = models.DecimalField(_("amount"), max_digits=12, decimal_places=2)

    class Meta:
        verbose_name = _("declared aid")
        verbose_name_plural = _("declared aids")
        ordering = ["granted_on", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="declared_aid_positive")
        ]

    def __str__(self):
        return self.authority


@pghistory.track()
class DeclaredLink(models.Model):
    """A firm that the applicant declares to be tied to it: one undertaking with it (AID-06, AID-15)."""

    contribution = models.ForeignKey(
        "grants.RentContribution", models.CASCADE, related_name="declared_links"
    )
    firm = models.CharField(_("firm"), max_length=200)
    code = models.CharField(_("tax code of the firm"), max_length=16)
    holds_applicant = models.BooleanField(_("it holds the applicant"))
    relation = models.CharField(_("relation"), max_length=9, choices=FirmLink.Relation.choices)

    class Meta:
        verbose_name = _("declared link between firms")
        verbose_name_plural = _("declared links between firms")
        ordering = ["id"]

    def __str__(self):
        return self.firm

    def ends(self, own: str) -> tuple[str, str]:
        """Return who holds whom, by their codes; `own` is the applicant's."""
        return (self.code, own) if self.holds_applicant else (own, self.code)


@pghistory.track()
class RefusalGround(models.Model):
    """One reason against, told in the notice, with what the applicant says and the answer (PRE-05).

    It stands against the application, or against the `change` of a grant that was asked for.
    """

    contribution = models.ForeignKey(
        "grants.RentContribution", models.CASCADE, related_name="refusal_grounds"
    )
    change = models.ForeignKey(
        "grants.Change", models.CASCADE, related_name="grounds", null=True, blank=True
    )
    rule = models.CharField(_("rule"), max_length=20)
    text = models.TextField(_("reason"), max_length=2000)
    observation = models.TextField(_("observation"), max_length=4000, blank=True)
    answer = models.TextField(_("answer to the observation"), max_length=4000, blank=True)
    upheld = models.BooleanField(_("still stands"), default=True)
    # The document of the call whose lack is the reason, by its code (SOC-03, SOC-05).
    document = models.SlugField(_("missing document"), max_length=40, blank=True)
    # Empty where no notice told it: it came up with the observations, or none was due.
    told_at = models.DateTimeField(_("told at"), null=True, blank=True)
    from_observations = models.BooleanField(_("from the observations"), default=False)
    # The refusal it led to has been annulled.
    is_past = models.BooleanField(default=False, editable=False)

    class Meta:
        verbose_name = _("reason against")
        verbose_name_plural = _("reasons against")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="refusal_ground_says_why"),
            models.CheckConstraint(
                condition=Q(from_observations=False) | Q(told_at__isnull=True),
                name="refusal_ground_from_observations_was_not_told",
            ),
        ]

    def __str__(self):
        return self.text[:60]
