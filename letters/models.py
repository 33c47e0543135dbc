from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Letter(models.Model):
    """A letter or act as it left the office: its frozen content, its file, its delivery.

    `content` is what `letters.pdf` draws; the same content gives the same bytes for ever.
    """

    class State(models.TextChoices):
        """Where the letter is."""

        READY = "ready", _("To be sent")
        SENDING = "sending", _("Being sent")
        SENT = "sent", _("Sent")
        FAILED = "failed", _("Not delivered")

    case = models.ForeignKey("workflows.Case", models.PROTECT, related_name="letters")
    kind = models.SlugField(max_length=40)
    subject = models.CharField(_("subject"), max_length=300)
    addressee = models.ForeignKey("parties.Party", models.PROTECT, related_name="letters")
    address = models.EmailField(_("address"))
    protocol = models.OneToOneField(
        "workflows.ProtocolEntry", models.PROTECT, related_name="letter"
    )
    document = models.OneToOneField("workflows.Document", models.PROTECT, related_name="letter")
    content = models.JSONField()
    code = models.CharField(_("verification code"), max_length=20, unique=True)
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True
    )
    created_at = models.DateTimeField(_("written at"))
    state = models.CharField(max_length=8, choices=State.choices, default=State.READY)
    attempts = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True)
    failure = models.TextField(blank=True)

    class Meta:
        verbose_name = _("letter")
        verbose_name_plural = _("letters")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="sent", sent_at__isnull=False)
                | (~Q(state="sent") & Q(sent_at__isnull=True)),
                name="letter_sent_at_matches_state",
            )
        ]

    def __str__(self):
        return self.subject
