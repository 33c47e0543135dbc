from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class BackgroundJob(models.Model):
    """Work that takes longer than a second: its progress survives a reload of the page."""

    class State(models.TextChoices):
        """Where the work stands."""

        WAITING = "waiting", _("Waiting")
        RUNNING = "running", _("Running")
        DONE = "done", _("Done")
        FAILED = "failed", _("Failed")

    kind = models.SlugField(max_length=40)
    title = models.CharField(max_length=200)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="jobs")
    inputs = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    total = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    # What the work made, as {"label", "url"}; what became of each row stands in `rows`.
    results = models.JSONField(default=list)
    # A form sent twice names the same work: it is started once.
    key = models.UUIDField(unique=True, null=True, editable=False)
    error = models.TextField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    # Until when what it did may be taken back, where nothing of it has left the house.
    undo_until = models.DateTimeField(null=True, blank=True)
    # The work that foresaw this one, or that this one takes back.
    follows = models.ForeignKey(
        "self", models.PROTECT, related_name="followers", null=True, blank=True
    )

    class Meta:
        verbose_name = _("job")
        verbose_name_plural = _("jobs")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["waiting", "running"], finished_at__isnull=True)
                | Q(state__in=["done", "failed"], finished_at__isnull=False),
                name="job_finished_at_matches_state",
            ),
            models.CheckConstraint(
                condition=Q(total=0) | Q(done__lte=F("total")), name="job_done_within_total"
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def percent(self) -> int:
        """How much is done, 0 to 100."""
        if self.state == self.State.DONE:
            return 100
        return self.done * 100 // self.total if self.total else 0

    @property
    def is_over(self) -> bool:
        """Whether nothing more will happen by itself."""
        return self.finished_at is not None


class JobRow(models.Model):
    """What became of one row of a job, written in the transaction of the act itself.

    A job that starts again after its worker was killed leaves these rows alone: nothing is done
    twice, and nothing that was done is missing here.
    """

    class Outcome(models.TextChoices):
        """How it ended."""

        DONE = "done", _("Done")
        REFUSED = "refused", _("Not possible")
        CHANGED = "changed", _("Changed meanwhile")
        FAILED = "failed", _("Not done, because of an error")
        FORESEEN = "foreseen", _("Possible")
        UNDONE = "undone", _("Taken back")
        FOUND = "found", _("Found")

    job = models.ForeignKey(BackgroundJob, models.CASCADE, related_name="rows")
    key = models.CharField(max_length=64)
    outcome = models.CharField(max_length=8, choices=Outcome.choices)
    label = models.CharField(max_length=200)
    sentence = models.TextField(blank=True)
    case = models.ForeignKey("workflows.Case", models.PROTECT, related_name="+", null=True)
    # What doing it, or taking it back, needs to know: versions, hands, amounts as plain values.
    data = models.JSONField(default=dict)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("row of a job")
        verbose_name_plural = _("rows of a job")
        ordering = ["id"]
        indexes = [models.Index(fields=["job", "outcome", "id"], name="job_row_outcome")]
        constraints = [
            models.UniqueConstraint(fields=["job", "key"], name="job_row_once"),
        ]

    def __str__(self):
        return self.label
