from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from parties import moment


class MailGroup(models.TextChoices):
    """What a courtesy email is about. Letters of the office are none of these: they always leave."""

    TERMS = "terms", _("Reminders of terms")
    CALLS = "calls", _("Changes of a call for which you have a draft")
    DELEGATIONS = "delegations", _("Delegations and drafts handed over")
    AFTER = "after", _("Questions after an internship")
    QUESTIONS = "questions", _("Questions on calls that wait for an answer")


class MailChoice(models.Model):
    """How somebody wants the emails of a group; without this row they come at once."""

    class Pace(models.TextChoices):
        """When they come."""

        AT_ONCE = "at_once", _("At once")
        DAILY = "daily", _("Once a day, all together")
        NEVER = "never", _("Never")

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="mail_choices")
    group = models.CharField(max_length=12, choices=MailGroup.choices)
    pace = models.CharField(max_length=8, choices=Pace.choices, default=Pace.AT_ONCE)

    class Meta:
        verbose_name = _("choice about email")
        verbose_name_plural = _("choices about email")
        constraints = [
            models.UniqueConstraint(fields=["user", "group"], name="mail_choice_once_a_group")
        ]

    def __str__(self):
        return f"{self.user}: {self.get_group_display()}"


class HeldMail(models.Model):
    """An email that waits for the one of the day; its identity keeps it from waiting twice."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="held_mail")
    identity = models.CharField(max_length=200, unique=True)
    subject = models.CharField(max_length=300)
    body = models.TextField()
    at = models.DateTimeField(default=moment.now, editable=False)
    sent_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("email that waits")
        verbose_name_plural = _("emails that wait")
        ordering = ["id"]
        indexes = [
            models.Index(
                fields=["user", "id"],
                condition=models.Q(sent_at__isnull=True),
                name="mail_that_waits",
            )
        ]

    def __str__(self):
        return self.subject
