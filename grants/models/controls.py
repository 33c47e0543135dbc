import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from parties import moment


class ControlSample(models.Model):
    """Grants of a call drawn to be checked, by risk and by a seed that is published (DOC-04, SMP-01).

    Whoever has the seed and the list gets the same sample: both are kept as they were.
    """

    call = models.ForeignKey("calls.Call", models.PROTECT, related_name="control_samples")
    seed = models.CharField(_("seed"), max_length=120)
    strata = models.JSONField(_("classes of risk"))
    # Number, amount and doubt of each grant that could be drawn, in the order of their numbers.
    population = models.JSONField(_("grants that could be drawn"))
    drawn = models.JSONField(_("sample"))
    drawn_at = models.DateTimeField(default=moment.now, editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    minutes = models.OneToOneField(
        "letters.Letter", models.PROTECT, related_name="+", null=True, blank=True
    )

    class Meta:
        verbose_name = _("sample of controls")
        verbose_name_plural = _("samples of controls")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(seed=""), name="sample_has_a_seed"),
            models.UniqueConstraint(fields=["call", "seed"], name="sample_seed_once_in_a_call"),
        ]

    def __str__(self):
        return f"{self.call_id} {self.drawn_at:%d/%m/%Y}"


@pghistory.track()
class Control(models.Model):
    """A check of a grant on the spot: what was found, what the beneficiary says to it, what follows (DOC-05)."""

    class State(models.TextChoices):
        """Where it stands."""

        OPEN = "open", _("To be done")
        TOLD = "told", _("Report sent, answer awaited")
        CLOSED = "closed", pgettext_lazy("a control", "Closed")

    class Result(models.TextChoices):
        """What it came to."""

        REGULAR = "regular", _("In order")
        IRREGULAR = "irregular", _("Not in order")

    contribution = models.ForeignKey(
        "grants.RentContribution", models.PROTECT, related_name="controls"
    )
    sample = models.ForeignKey(
        ControlSample, models.PROTECT, related_name="controls", null=True, blank=True
    )
    why = models.CharField(_("why it is checked"), max_length=300)
    state = models.CharField(_("state"), max_length=6, choices=State.choices, default=State.OPEN)
    on = models.DateField(_("checked on"), null=True, blank=True)
    place = models.CharField(_("place"), max_length=200, blank=True)
    present = models.CharField(_("who was present"), max_length=400, blank=True)
    findings = models.TextField(_("what was found"), max_length=6000, blank=True)
    in_order = models.BooleanField(_("all in order"), null=True, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True
    )
    answer_until = models.DateField(_("answer until"), null=True, blank=True)
    answer = models.TextField(_("what the beneficiary says"), max_length=6000, blank=True)
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)
    protocol = models.OneToOneField(
        "workflows.ProtocolEntry", models.PROTECT, related_name="+", null=True, blank=True
    )
    result = models.CharField(_("result"), max_length=9, choices=Result.choices, blank=True)
    conclusion = models.TextField(_("conclusion"), max_length=4000, blank=True)
    closed_at = models.DateTimeField(_("closed at"), null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True
    )

    class Meta:
        verbose_name = _("control")
        verbose_name_plural = _("controls")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["contribution"],
                condition=~Q(state="closed"),
                name="control_one_open_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(state="open") | (Q(on__isnull=False) & ~Q(findings="")),
                name="control_told_has_findings",
            ),
            models.CheckConstraint(
                condition=~Q(state="closed")
                | (Q(closed_at__isnull=False) & ~Q(result="") & ~Q(conclusion="")),
                name="control_closed_has_a_result",
            ),
        ]

    def __str__(self):
        return f"{self.contribution_id} {self.get_state_display()}"
