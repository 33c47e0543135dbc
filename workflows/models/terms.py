import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


@pghistory.track()
class CaseTerm(models.Model):
    """A term that runs on a case, with its reckoning day by day (TERM-13)."""

    class Kind(models.TextChoices):
        """What ends when the term ends."""

        CONCLUSION = "conclusion", _("End of the procedure")
        INTEGRATION = "integration", _("Answer to the integration request")
        OBSERVATIONS = "observations", _("Observations on the reasons against")
        ACCEPTANCE = "acceptance", _("Acceptance")
        MEMORIES = "memories", _("Memories against the undoing of an act")
        SUBSTITUTE = "substitute", _("Decision of the substitute")
        JUSTIFICATION = "justification", _("Justification of an absence")

    class Awaits(models.TextChoices):
        """What has to happen before the term begins: until then it brings nothing about."""

        NOTHING = "", _("Nothing: it has begun")
        LETTER = "letter", _("That the letter leaves")
        DELIVERY = "delivery", _("That the letter arrives")

    case = models.ForeignKey("workflows.Case", models.PROTECT, related_name="terms")
    kind = models.CharField(max_length=16, choices=Kind.choices)
    rule = models.CharField(_("rule"), max_length=20)
    starts_on = models.DateField(_("starts on"))
    due_on = models.DateField(_("due on"))
    reckoning = models.JSONField(_("reckoning"))
    # A term that begins with a letter is reckoned from the day of the act until it has arrived.
    awaits = models.CharField(
        _("waits for"), max_length=8, choices=Awaits.choices, blank=True, default=""
    )
    # What stands still with this term: {"term", "suspension", "rule_id", "at"}, empty for nothing.
    stops = models.JSONField(default=dict, blank=True)
    ended_at = models.DateTimeField(_("ended at"), null=True, blank=True)

    class Meta:
        verbose_name = _("term")
        verbose_name_plural = _("terms")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "kind"],
                condition=Q(ended_at__isnull=True),
                name="one_running_term_of_a_kind",
            ),
            models.CheckConstraint(
                condition=Q(due_on__gte=F("starts_on")), name="term_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=Q(awaits__in=["", "letter", "delivery"]), name="term_awaits_known"
            ),
        ]
        indexes = [
            models.Index(
                fields=["due_on"], condition=Q(ended_at__isnull=True), name="term_running_due"
            ),
            models.Index(
                fields=["id"],
                condition=Q(ended_at__isnull=True) & ~Q(awaits=""),
                name="term_waiting_for_letter",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.due_on:%d/%m/%Y}"


class TermEvent(models.Model):
    """Something that a term brought about, once: a reminder, its end, what follows from silence."""

    class Outcome(models.TextChoices):
        """What came of it."""

        DONE = "done", _("Done")
        LATE = "late", _("Too late to be of use")
        LEFT = "left", _("Not possible")

    term = models.ForeignKey(CaseTerm, models.PROTECT, related_name="events")
    # "expired", or "reminder_3" for the reminder three days before.
    name = models.SlugField(max_length=30)
    # The last day as it stood: a term that is moved has its events once more.
    due_on = models.DateField(_("due on"))
    due_at = models.DateTimeField(_("due at"))
    fired_at = models.DateTimeField(_("fired at"))
    outcome = models.CharField(max_length=4, choices=Outcome.choices)
    sentence = models.TextField(blank=True)

    class Meta:
        verbose_name = _("event of a term")
        verbose_name_plural = _("events of a term")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["term", "name", "due_on"], name="term_event_once"),
        ]

    def __str__(self):
        return f"{self.term_id} {self.name}"
