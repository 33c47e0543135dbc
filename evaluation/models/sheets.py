from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from evaluation.models.committees import Abstention
from parties import moment
from workflows.models import Typed


class ScoreSheetQuerySet(models.QuerySet):
    """Which sheets count."""

    def standing(self):
        """Return sheets that were not opened again, of members who do not abstain on the file."""
        abstaining = Abstention.objects.filter(
            member=models.OuterRef("member"), case=models.OuterRef("case")
        )
        return self.filter(superseded_at__isnull=True).exclude(models.Exists(abstaining))


class ScoreSheet(Typed):
    """One member's sheet on one file: a draft until it is closed, and from then on as it stands.

    Its words are kept as they were typed, each field with a revision. A sheet that was opened again
    gives way to a new one.
    """

    member = models.ForeignKey("evaluation.Member", models.PROTECT, related_name="sheets")
    case = models.ForeignKey("workflows.Case", models.PROTECT, related_name="score_sheets")
    sitting = models.ForeignKey("evaluation.Sitting", models.PROTECT, related_name="sheets")
    opened_at = models.DateTimeField(_("opened at"), default=moment.now, editable=False)
    closed_at = models.DateTimeField(_("closed at"), null=True, editable=False)
    superseded_at = models.DateTimeField(_("opened again at"), null=True, editable=False)
    superseded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, editable=False
    )
    superseded_because = models.CharField(_("why it was opened again"), max_length=400, blank=True)

    objects = ScoreSheetQuerySet.as_manager()

    class Meta:
        verbose_name = _("scoring sheet")
        verbose_name_plural = _("scoring sheets")
        ordering = ["id"]
        indexes = [models.Index(fields=["case", "member"], name="sheet_of_case")]
        constraints = [
            models.UniqueConstraint(
                fields=["member", "case"],
                condition=Q(superseded_at__isnull=True),
                name="one_sheet_per_member_and_case",
            ),
            models.CheckConstraint(
                condition=Q(superseded_at__isnull=True, superseded_by__isnull=True)
                | (
                    Q(
                        superseded_at__isnull=False,
                        superseded_by__isnull=False,
                        closed_at__isnull=False,
                    )
                    & ~Q(superseded_because="")
                ),
                name="sheet_opened_again_by_somebody_for_a_reason",
            ),
        ]

    def __str__(self):
        return f"{self.member} – {self.case}"

    @property
    def is_closed(self) -> bool:
        """Whether the points stand."""
        return self.closed_at is not None


class Score(models.Model):
    """The points of one criterion with their reason. Triggers refuse points out of the range."""

    sheet = models.ForeignKey(ScoreSheet, models.PROTECT, related_name="scores")
    criterion = models.ForeignKey("calls.Criterion", models.PROTECT, related_name="scores")
    points = models.DecimalField(_("points"), max_digits=6, decimal_places=2)
    reason = models.TextField(_("reason"))

    class Meta:
        verbose_name = _("score")
        verbose_name_plural = _("scores")
        ordering = ["criterion__position"]
        constraints = [
            models.UniqueConstraint(fields=["sheet", "criterion"], name="score_once_per_criterion"),
            models.CheckConstraint(condition=Q(points__gte=0), name="score_not_negative"),
            models.CheckConstraint(condition=~Q(reason=""), name="score_has_a_reason"),
        ]

    def __str__(self):
        return f"{self.criterion}: {self.points}"
