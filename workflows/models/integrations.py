from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class IntegrationRequest(models.Model):
    """The office asks for what is missing or unclear, within a term (SOC-01, PROC-09)."""

    case = models.ForeignKey("workflows.Case", models.PROTECT, related_name="integration_requests")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(_("asked at"))
    reason = models.TextField(_("reason"))
    due_on = models.DateField(_("due on"))
    closed_at = models.DateTimeField(_("closed at"), null=True, blank=True)
    answered = models.BooleanField(_("answered"), default=False)

    class Meta:
        verbose_name = _("integration request")
        verbose_name_plural = _("integration requests")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=Q(closed_at__isnull=True), name="one_open_integration"
            ),
            models.CheckConstraint(
                condition=Q(answered=False) | Q(closed_at__isnull=False),
                name="answered_integration_is_closed",
            ),
        ]

    def __str__(self):
        return f"{self.case_id} {self.asked_at:%d/%m/%Y}"


class IntegrationItem(models.Model):
    """One thing asked for: a field to correct or a document to bring."""

    class Target(models.TextChoices):
        """What reopens for the applicant."""

        FIELD = "field", _("Field of the form")
        DOCUMENT = "document", _("Document")

    request = models.ForeignKey(IntegrationRequest, models.CASCADE, related_name="items")
    target = models.CharField(max_length=10, choices=Target.choices)
    code = models.CharField(max_length=80)
    label = models.CharField(max_length=200)
    explanation = models.TextField(_("what is asked"), max_length=1000)

    class Meta:
        verbose_name = _("item asked for")
        verbose_name_plural = _("items asked for")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["request", "target", "code"], name="integration_item_once"
            )
        ]

    def __str__(self):
        return self.label
