from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from parties import moment
from workflows.rules.signatures import Worth


class SignatureCheck(models.Model):
    """What the signatures of a file were found to be worth, once; every look is kept."""

    class Result(models.TextChoices):
        """What the page says in a word."""

        VALID = Worth.VALID, _("Valid signature")
        EXPIRED = Worth.EXPIRED, _("Certificate expired")
        ALTERED = Worth.ALTERED, _("Altered after signing")
        UNTRUSTED = Worth.UNTRUSTED, _("Unknown authority")
        OTHER_PERSON = Worth.OTHER_PERSON, _("Signed by somebody else")
        NONE = Worth.NONE, _("No digital signature")

    document = models.ForeignKey(
        "workflows.Document", models.CASCADE, related_name="signature_checks"
    )
    result = models.CharField(max_length=12, choices=Result.choices)
    sentence = models.TextField()
    # Each signature: worth, signer, tax code, time, whether an authority says the time.
    found = models.JSONField(default=list)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True
    )
    at = models.DateTimeField(default=moment.now, editable=False)

    class Meta:
        verbose_name = _("check of signatures")
        verbose_name_plural = _("checks of signatures")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(result__in=[str(worth) for worth in Worth]),
                name="signature_check_has_a_result",
            )
        ]

    def __str__(self):
        return f"{self.document}: {self.get_result_display()}"
