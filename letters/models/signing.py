from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class SigningKey(models.Model):
    """The key with which somebody signs acts: a file encrypted by its owner, or a token by its label.

    The password or PIN is never kept. What the certificate says was read when the key was added.
    """

    class Kind(models.TextChoices):
        """Where the key is."""

        FILE = "file", _("File (PKCS#12)")
        TOKEN = "token", _("Token or security module (PKCS#11)")

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="signing_keys")
    kind = models.CharField(_("kind"), max_length=5, choices=Kind.choices)
    file = models.BinaryField(blank=True, default=b"")
    token = models.CharField(_("label of the token"), max_length=64, blank=True)
    label = models.CharField(_("label of the key"), max_length=64, blank=True)
    signer = models.CharField(_("holder"), max_length=200)
    tax_code = models.CharField(_("tax code"), max_length=16)
    issuer = models.CharField(_("authority"), max_length=200)
    valid_from = models.DateTimeField(_("valid from"))
    valid_to = models.DateTimeField(_("valid to"))
    added_at = models.DateTimeField(_("added on"))
    retired_at = models.DateTimeField(_("replaced on"), null=True, blank=True)

    class Meta:
        verbose_name = _("signing key")
        verbose_name_plural = _("signing keys")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["user"], condition=Q(retired_at__isnull=True), name="one_signing_key"
            ),
            models.CheckConstraint(
                condition=(Q(kind="file", token="") & ~Q(file=b""))
                | (Q(kind="token", file=b"") & ~Q(token="")),
                name="signing_key_is_a_file_or_a_token",
            ),
        ]

    def __str__(self):
        return f"{self.signer} ({self.issuer})"


class SigningSecret(models.Model):
    """The password or PIN typed for one batch, encrypted, for as long as the batch lasts."""

    job = models.OneToOneField(
        "workflows.BackgroundJob", models.CASCADE, primary_key=True, related_name="+"
    )
    salt = models.BinaryField()
    sealed = models.BinaryField()
    until = models.DateTimeField()

    class Meta:
        verbose_name = _("secret of a batch of signatures")
        verbose_name_plural = _("secrets of batches of signatures")

    def __str__(self):
        return str(self.job_id)
