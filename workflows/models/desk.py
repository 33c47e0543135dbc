from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from parties import moment


class Absence(models.Model):
    """A colleague is away, and another covers: their work moves there and comes back by itself."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="absences",
        verbose_name=_("who is away"),
    )
    cover = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="covers", verbose_name=_("cover")
    )
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"))
    note = models.CharField(_("note"), max_length=200, blank=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=moment.now, editable=False)
    begun_at = models.DateTimeField(null=True, editable=False)
    over_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = _("absence")
        verbose_name_plural = _("absences")
        ordering = ["starts_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")), name="absence_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=~Q(user=F("cover")), name="absence_is_covered_by_another"
            ),
        ]

    def __str__(self):
        return f"{self.user} {self.starts_on:%d/%m/%Y}–{self.ends_on:%d/%m/%Y}"


class CoveredTask(models.Model):
    """A task that went to the cover, and whether it has come back."""

    absence = models.ForeignKey(Absence, models.PROTECT, related_name="tasks")
    task = models.ForeignKey("workflows.CaseTask", models.CASCADE, related_name="+")
    moved_at = models.DateTimeField(default=moment.now, editable=False)
    returned_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("covered task")
        verbose_name_plural = _("covered tasks")
        constraints = [
            models.UniqueConstraint(fields=["absence", "task"], name="task_covered_once")
        ]

    def __str__(self):
        return f"{self.absence}: {self.task_id}"


class Label(models.Model):
    """A word that the office sticks on cases to find them again."""

    class Tone(models.TextChoices):
        """How it is coloured."""

        NEUTRAL = "neutral", _("Grey")
        INFO = "info", _("Blue")
        SUCCESS = "success", _("Green")
        WARNING = "warning", _("Amber")
        DANGER = "danger", _("Red")

    name = models.CharField(_("name"), max_length=40, unique=True)
    tone = models.CharField(_("colour"), max_length=8, choices=Tone.choices, default=Tone.NEUTRAL)
    is_retired = models.BooleanField(_("no longer in use"), default=False)
    cases = models.ManyToManyField(
        "workflows.Case", through="workflows.CaseLabel", related_name="labels"
    )

    class Meta:
        verbose_name = _("label")
        verbose_name_plural = _("labels")
        ordering = ["name"]

    def __str__(self):
        return self.name


class CaseLabel(models.Model):
    """A label on a case, and who stuck it there."""

    label = models.ForeignKey(Label, models.CASCADE, related_name="uses")
    case = models.ForeignKey("workflows.Case", models.CASCADE, related_name="label_uses")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=moment.now, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["label", "case"], name="label_once_on_a_case")
        ]

    def __str__(self):
        return f"{self.label_id} {self.case_id}"


class SavedView(models.Model):
    """Filters, order and columns of the queue under a name: one's own, or everybody's."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="saved_views")
    name = models.CharField(_("name"), max_length=60)
    query = models.CharField(max_length=1000)
    is_shared = models.BooleanField(_("shared with the office"), default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("saved view")
        verbose_name_plural = _("saved views")
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(fields=["owner", "name"], name="view_name_once_per_owner")
        ]

    def __str__(self):
        return self.name


class Presence(models.Model):
    """Who has a case open just now; a hint for colleagues and nothing more."""

    case = models.ForeignKey("workflows.Case", models.CASCADE, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    since = models.DateTimeField()
    seen_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "user"], name="presence_once_per_case")
        ]
        indexes = [models.Index(fields=["seen_at"], name="presence_seen_at")]

    def __str__(self):
        return f"{self.user_id} {self.case_id}"
