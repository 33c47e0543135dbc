from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Channel(models.TextChoices):
    """How a letter reaches somebody (DIG-02, DIG-03)."""

    PEC = "pec", _("Certified email (PEC)")
    EMAIL = "email", _("Email")
    AREA = "area", _("Personal area")
    # Noted by the office, with the proof it holds: a registered letter, a receipt signed by hand.
    HAND = "hand", _("By post or by hand")


class Delivery(models.Model):
    """One letter on its way to one recipient, with the address as it was when the letter was put.

    `accepted_at` is when the sender's server took the message, `delivered_at` when it was made
    available to the recipient: for certified email as the receipts say, read or not (TERM-12).
    One that failed stays as it is, as evidence (DIG-03): what is done about it is a delivery of its
    own, which `replaces` it. `reason` says why somebody made it, `by` who.
    """

    Channel = Channel

    class State(models.TextChoices):
        """Where the message is."""

        WAITING = "waiting", _("Waiting")
        SENDING = "sending", _("Being sent")
        ACCEPTED = "accepted", _("Sent")
        DELIVERED = "delivered", _("Delivered")
        FAILED = "failed", _("Not delivered")

    class Failure(models.TextChoices):
        """Why it did not arrive, as far as the servers say."""

        SERVER = "server", _("The mail server does not answer or refuses")
        ADDRESS = "address", _("The address does not exist")
        FULL = "full", _("The mailbox is full")
        VIRUS = "virus", _("The message was taken for a virus")
        TIMEOUT = "timeout", _("No delivery receipt came in time")
        OTHER = "other", _("Another reason")

    letter = models.ForeignKey("letters.Letter", models.PROTECT, related_name="deliveries")
    party = models.ForeignKey(
        "parties.Party", models.PROTECT, related_name="+", null=True, blank=True
    )
    name = models.CharField(_("name"), max_length=200)
    channel = models.CharField(_("channel"), max_length=5, choices=Channel.choices)
    address = models.EmailField(_("address"), blank=True)
    # Where the address was found: the applicant's own words, a public index, the account.
    address_source = models.CharField(max_length=60, blank=True)
    is_copy = models.BooleanField(_("for information"), default=False)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    message_id = models.CharField(max_length=200, unique=True, null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    accepted_at = models.DateTimeField(_("sent at"), null=True, blank=True)
    delivered_at = models.DateTimeField(_("delivered at"), null=True, blank=True)
    failure_kind = models.CharField(max_length=8, choices=Failure.choices, blank=True)
    failure = models.TextField(blank=True)
    failed_at = models.DateTimeField(_("failed at"), null=True, blank=True)
    replaces = models.OneToOneField(
        "self", models.PROTECT, related_name="replaced_by", null=True, blank=True
    )
    reason = models.TextField(_("reason"), blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True
    )

    class Meta:
        verbose_name = _("delivery")
        verbose_name_plural = _("deliveries")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(channel__in=("area", "hand")) | ~Q(address=""),
                name="delivery_by_mail_has_an_address",
            ),
            models.CheckConstraint(
                condition=(Q(replaces__isnull=True) & ~Q(channel="hand"))
                | (~Q(reason="") & Q(by__isnull=False)),
                name="delivery_made_by_somebody_has_a_reason",
            ),
            models.CheckConstraint(
                condition=(Q(state="failed") & ~Q(failure_kind="") & Q(failed_at__isnull=False))
                | (~Q(state="failed") & Q(failed_at__isnull=True)),
                name="delivery_that_failed_says_why_and_when",
            ),
            models.CheckConstraint(
                condition=(~Q(state="delivered") & Q(delivered_at__isnull=True))
                | Q(state="delivered", delivered_at__isnull=False),
                name="delivery_day_matches_state",
            ),
        ]
        indexes = [
            models.Index(
                fields=["state", "id"],
                condition=Q(state__in=("waiting", "sending", "accepted", "failed")),
                name="delivery_under_way",
            ),
            models.Index(
                fields=["accepted_at"],
                condition=Q(state="accepted", channel="pec"),
                name="delivery_awaiting_receipt",
            ),
            models.Index(
                fields=["-failed_at", "-id"],
                condition=Q(state="failed"),
                name="delivery_that_failed",
            ),
        ]

    def __str__(self):
        return f"{self.name} <{self.address}>"

    @property
    def has_failed(self) -> bool:
        """Whether it did not arrive, for good."""
        return self.state == Delivery.State.FAILED
