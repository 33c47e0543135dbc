from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Channel(models.TextChoices):
    """How a letter reaches somebody (DIG-02, DIG-03)."""

    PEC = "pec", _("Certified email (PEC)")
    EMAIL = "email", _("Email")
    AREA = "area", _("Personal area")


class Delivery(models.Model):
    """One letter on its way to one recipient, with the address as it was when the letter was put.

    `accepted_at` is when the sender's server took the message, `delivered_at` when it was made
    available to the recipient: for certified email as the receipts say, read or not (TERM-12).
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

    class Meta:
        verbose_name = _("delivery")
        verbose_name_plural = _("deliveries")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(channel="area") | ~Q(address=""), name="delivery_by_mail_has_an_address"
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
            )
        ]

    def __str__(self):
        return f"{self.name} <{self.address}>"


class Receipt(models.Model):
    """A message from a mail server about one of ours, kept as it came (TERM-12, DIG-03).

    One that belongs to no delivery of ours keeps `delivery` empty and waits on the board.
    """

    class Kind(models.TextChoices):
        """What it says."""

        ACCEPTANCE = "acceptance", _("Acceptance receipt")
        DELIVERY = "delivery", _("Delivery receipt")
        NON_ACCEPTANCE = "non_acceptance", _("Notice of non-acceptance")
        NON_DELIVERY = "non_delivery", _("Notice of non-delivery")
        BOUNCE = "bounce", _("Bounce")
        OTHER = "other", _("Another message")

    delivery = models.ForeignKey(
        Delivery, models.PROTECT, related_name="receipts", null=True, blank=True
    )
    kind = models.CharField(max_length=14, choices=Kind.choices)
    # Identity of the message itself: what is fetched twice is kept once.
    message_id = models.CharField(max_length=300, unique=True)
    about = models.CharField(_("about message"), max_length=300, blank=True)
    stated_at = models.DateTimeField(_("time it states"), null=True, blank=True)
    fetched_at = models.DateTimeField(_("fetched at"))
    document = models.OneToOneField(
        "workflows.Document", models.PROTECT, related_name="receipt", null=True, blank=True
    )
    sha256 = models.CharField(max_length=64)
    explanation = models.TextField(blank=True)
    seen_at = models.DateTimeField(_("seen at"), null=True, blank=True)

    class Meta:
        verbose_name = _("receipt")
        verbose_name_plural = _("receipts")
        ordering = ["id"]

    def __str__(self):
        return f"{self.get_kind_display()} {self.about}"
