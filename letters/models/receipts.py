from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Receipt(models.Model):
    """A message from a mail server about one of ours, kept as it came (TERM-12, DIG-03).

    One that cannot be taken at its word, or belongs to no delivery of ours, says with `problem` why
    it waits on the board, until somebody assigns it or sets it aside with a reason.
    """

    class Kind(models.TextChoices):
        """What it says; the values are those of `letters.pec.Kind`."""

        ACCEPTANCE = "acceptance", _("Acceptance receipt")
        DELIVERY = "delivery", _("Delivery receipt")
        NON_ACCEPTANCE = "non_acceptance", _("Notice of non-acceptance")
        NON_DELIVERY = "non_delivery", _("Notice of non-delivery")
        DELAY = "delay", _("Notice of delay")
        BOUNCE = "bounce", _("Bounce")
        MAIL = "mail", _("Certified message")
        ANOMALY = "anomaly", _("Ordinary message in a certified mailbox")
        OTHER = "other", _("Another message")

    class Problem(models.TextChoices):
        """Why it waits for somebody."""

        UNKNOWN = "unknown", _("It speaks of a message that is none of ours")
        ADDRESS = "address", _("It speaks of another address than the one written to")
        TIME = "time", _("The time it states cannot be right")
        UNTRUSTED = "untrusted", _("It did not come from the certified mailbox")
        CONTRADICTS = "contradicts", _("It contradicts what is known of the delivery")
        NO_CERTIFICATE = "no_certificate", _("Its certificate is missing or cannot be read")
        CONTRADICTORY = "contradictory", _("Its headers and its certificate say different things")
        TOO_LARGE = "too_large", _("It is too large: only its head was kept")
        UNREADABLE = "unreadable", _("It cannot be read")
        CORRESPONDENCE = "correspondence", _("Somebody writes to the office")

    delivery = models.ForeignKey(
        "letters.Delivery", models.PROTECT, related_name="receipts", null=True, blank=True
    )
    kind = models.CharField(max_length=14, choices=Kind.choices)
    # Identity of the message itself: what is fetched twice is kept once.
    message_id = models.CharField(max_length=300, unique=True)
    mailbox = models.CharField(max_length=10, blank=True)
    about = models.CharField(_("about message"), max_length=300, blank=True)
    recipient = models.CharField(_("about address"), max_length=254, blank=True)
    sender = models.CharField(_("sender"), max_length=254, blank=True)
    subject = models.CharField(_("subject"), max_length=300, blank=True)
    stated_at = models.DateTimeField(_("time it states"), null=True, blank=True)
    fetched_at = models.DateTimeField(_("fetched at"))
    document = models.OneToOneField(
        "workflows.Document", models.PROTECT, related_name="receipt", null=True, blank=True
    )
    sha256 = models.CharField(max_length=64)
    cause = models.CharField(max_length=8, blank=True)
    explanation = models.TextField(blank=True)
    problem = models.CharField(max_length=14, choices=Problem.choices, blank=True)
    # Who has seen to it, and why it was assigned or set aside.
    seen_at = models.DateTimeField(_("seen at"), null=True, blank=True)
    seen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True
    )
    reason = models.TextField(_("reason"), blank=True)

    class Meta:
        verbose_name = _("receipt")
        verbose_name_plural = _("receipts")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(seen_at__isnull=True, seen_by__isnull=True, reason="")
                | (
                    Q(seen_at__isnull=False, seen_by__isnull=False) & ~Q(problem="") & ~Q(reason="")
                ),
                name="receipt_seen_to_says_by_whom_and_why",
            ),
            models.UniqueConstraint(fields=["sha256"], name="receipt_is_kept_once"),
        ]
        indexes = [
            models.Index(
                fields=["id"],
                condition=Q(seen_at__isnull=True) & ~Q(problem=""),
                name="receipt_that_waits",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.about}"


class MailboxState(models.Model):
    """How the last reading of a mailbox went, and when it was last read to its end."""

    name = models.CharField(max_length=10, unique=True)
    tried_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)
    error = models.TextField(blank=True)

    class Meta:
        verbose_name = _("state of a mailbox")
        verbose_name_plural = _("states of mailboxes")
        ordering = ["name"]

    def __str__(self):
        return self.name


class LetterReading(models.Model):
    """When somebody first opened a letter in their personal area; no delivery in law."""

    letter = models.ForeignKey("letters.Letter", models.PROTECT, related_name="readings")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    read_at = models.DateTimeField(_("read at"))

    class Meta:
        verbose_name = _("reading of a letter")
        verbose_name_plural = _("readings of letters")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["letter", "user"], name="letter_is_read_once")
        ]

    def __str__(self):
        return f"{self.letter_id} {self.user_id}"
