from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from parties import moment


class RankedList(models.TextChoices):
    """The four lists of a ranking (RANK-11)."""

    FINANCED = "A", _("Admitted and financed")
    PARTLY = "B", _("Admitted and partly financed")
    NOT_FINANCED = "C", _("Admissible, not financed for lack of funds")
    NOT_ADMITTED = "D", _("Not admissible")


class Ranking(models.Model):
    """The list of a call: a draft until an act approves it, and from then on never changed.

    `scheme` keeps the rules it was made by, as plain values; `digest` is what the act quotes.
    """

    call = models.ForeignKey("calls.Call", models.PROTECT, related_name="rankings")
    scheme = models.JSONField(_("rules"))
    seed = models.CharField(_("seed of the draw"), max_length=120, blank=True)
    endowment = models.DecimalField(_("endowment"), max_digits=14, decimal_places=2)
    left = models.DecimalField(_("left over"), max_digits=14, decimal_places=2)
    digest = models.CharField(_("digest (SHA-256)"), max_length=64)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(_("made at"), default=moment.now, editable=False)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, editable=False
    )
    approved_at = models.DateTimeField(_("approved at"), null=True, editable=False)
    act_number = models.CharField(_("number of the act"), max_length=60, blank=True)
    act_date = models.DateField(_("date of the act"), null=True, blank=True)
    validity_until = models.DateField(_("good until"), null=True, editable=False)
    # The act of approval as a document.
    letter = models.OneToOneField(
        "letters.Letter", models.PROTECT, related_name="+", null=True, editable=False
    )
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, editable=False
    )
    published_at = models.DateTimeField(_("published at"), null=True, editable=False)

    class Meta:
        verbose_name = _("ranking")
        verbose_name_plural = _("rankings")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["call"],
                condition=Q(approved_at__isnull=True),
                name="one_draft_ranking_per_call",
            ),
            models.UniqueConstraint(
                fields=["call"],
                condition=Q(approved_at__isnull=False),
                name="one_approved_ranking_per_call",
            ),
            models.CheckConstraint(
                condition=Q(
                    approved_at__isnull=True,
                    approved_by__isnull=True,
                    validity_until__isnull=True,
                    published_at__isnull=True,
                )
                | (
                    Q(
                        approved_at__isnull=False,
                        approved_by__isnull=False,
                        validity_until__isnull=False,
                        act_date__isnull=False,
                    )
                    & ~Q(act_number="")
                ),
                name="ranking_approved_by_an_act",
            ),
            models.CheckConstraint(
                condition=Q(endowment__gte=0, left__gte=0, left__lte=F("endowment")),
                name="ranking_within_the_endowment",
            ),
            models.CheckConstraint(
                condition=Q(digest__regex=r"^[0-9a-f]{64}$"), name="ranking_digest_is_sha256"
            ),
        ]

    def __str__(self):
        return str(_("Ranking of {call}")).format(call=self.call.code)

    @property
    def act(self) -> str:
        """The act of approval in words."""
        return f"{self.act_number} del {self.act_date:%d/%m/%Y}" if self.act_date else ""


class RankingRow(models.Model):
    """One application in a ranking. Points in hundredths; `tie` says which step put it behind."""

    ranking = models.ForeignKey(Ranking, models.CASCADE, related_name="rows")
    case = models.ForeignKey("workflows.Case", models.PROTECT, related_name="ranking_rows")
    position = models.PositiveIntegerField()
    place = models.PositiveIntegerField(_("place"), null=True)
    listed = models.CharField(_("list"), max_length=1, choices=RankedList.choices)
    total = models.PositiveIntegerField(_("points"), null=True)
    means = models.JSONField(default=list)
    asked = models.DecimalField(_("asked"), max_digits=14, decimal_places=2)
    granted = models.DecimalField(_("granted"), max_digits=14, decimal_places=2)
    tie = models.JSONField(null=True)
    reasons = models.JSONField(default=list)

    class Meta:
        verbose_name = _("row of a ranking")
        verbose_name_plural = _("rows of a ranking")
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["ranking", "case"], name="ranked_once"),
            models.UniqueConstraint(fields=["ranking", "position"], name="ranking_position_once"),
            models.CheckConstraint(
                condition=Q(granted__gte=0, granted__lte=F("asked")),
                name="ranked_grant_within_what_was_asked",
            ),
            models.CheckConstraint(
                condition=Q(listed="D", place__isnull=True, granted=0)
                | Q(listed__in=["A", "B", "C"], place__isnull=False),
                name="ranked_place_in_lists_a_to_c",
            ),
        ]

    def __str__(self):
        return f"{self.position} {self.case}"


class ScrollDown(models.Model):
    """An act that sends money down an approved list (RANK-13, RANK-14); never changed."""

    ranking = models.ForeignKey(Ranking, models.PROTECT, related_name="scrolls")
    number = models.PositiveSmallIntegerField(_("number"))
    act_number = models.CharField(_("number of the act"), max_length=60)
    act_date = models.DateField(_("date of the act"))
    source = models.CharField(_("where the money comes from"), max_length=400)
    available = models.DecimalField(_("available"), max_digits=14, decimal_places=2)
    left = models.DecimalField(_("left over"), max_digits=14, decimal_places=2)
    digest = models.CharField(_("digest (SHA-256)"), max_length=64)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=moment.now, editable=False)
    # The act as a document.
    letter = models.OneToOneField(
        "letters.Letter", models.PROTECT, related_name="+", null=True, editable=False
    )

    class Meta:
        verbose_name = _("scroll-down")
        verbose_name_plural = _("scroll-downs")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["ranking", "number"], name="scroll_number_once"),
            models.CheckConstraint(
                condition=Q(left__gte=0, left__lte=F("available")),
                name="scroll_within_what_is_available",
            ),
        ]

    def __str__(self):
        return str(_("Scroll-down {number}")).format(number=self.number)


class ScrollRow(models.Model):
    """What a scroll-down brings one application: from what it held to what it comes to, in EUR."""

    scroll = models.ForeignKey(ScrollDown, models.PROTECT, related_name="rows")
    case = models.ForeignKey("workflows.Case", models.PROTECT, related_name="scroll_rows")
    before = models.DecimalField(_("before"), max_digits=14, decimal_places=2)
    after = models.DecimalField(_("after"), max_digits=14, decimal_places=2)
    outcomes = models.JSONField(_("outcomes of the rules"), default=list)

    class Meta:
        verbose_name = _("row of a scroll-down")
        verbose_name_plural = _("rows of scroll-downs")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["scroll", "case"], name="scrolled_once_per_act"),
            models.CheckConstraint(condition=Q(after__gt=F("before")), name="scroll_only_raises"),
        ]

    def __str__(self):
        return f"{self.case}: {self.before} → {self.after}"
