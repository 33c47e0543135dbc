import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django_fsm import FSMModelMixin, transition

from accounting import permissions
from accounting.models.payments import Payment
from accounting.rules import Standing
from parties import moment
from parties.status import StatusField


class OrderState(models.TextChoices):
    """Where a payment order stands."""

    OPEN = "open", pgettext_lazy("payment order", "Being put together")
    APPROVED = "approved", _("Approved")
    SENT = "sent", _("Sent to the bank")
    GIVEN_UP = "given_up", _("Given up")


@pghistory.track()
class PaymentOrder(FSMModelMixin, models.Model):
    """Payments that leave in one file (distinta): put together, approved as they are, written once.

    `digest` is that of what was approved; the file is made of the very same or not at all. Its state moves
    through `accounting.services.orders` alone.
    """

    number = models.CharField(_("order number"), max_length=20, unique=True)
    state = StatusField(
        _("state"),
        max_length=10,
        choices=OrderState.choices,
        default=OrderState.OPEN,
        protected=True,
    )
    body = models.ForeignKey("parties.Body", models.PROTECT, related_name="+")
    payer_iban = models.CharField(_("account that pays"), max_length=34)
    payer_bic = models.CharField("BIC", max_length=11, blank=True)
    execute_on = models.DateField(_("day of payment"))
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    opened_at = models.DateTimeField(default=moment.now, editable=False)
    digest = models.CharField(_("digest of what was approved"), max_length=64, blank=True)
    file = models.FileField(upload_to="orders/%Y/", max_length=200, blank=True)
    sha256 = models.CharField(_("digest (SHA-256)"), max_length=64, blank=True)
    sent_at = models.DateTimeField(_("file made at"), null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("payment order")
        verbose_name_plural = _("payment orders")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=OrderState.values), name="order_state_is_known"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=("approved", "sent")) | ~Q(digest=""),
                name="order_approved_has_its_digest",
            ),
            models.CheckConstraint(
                condition=Q(state="sent", sent_at__isnull=False) & ~Q(file="") & ~Q(sha256="")
                | ~Q(state="sent") & Q(sent_at__isnull=True, file="", sha256=""),
                name="order_has_its_file_once_sent",
            ),
        ]

    def __str__(self):
        return self.number

    @transition(
        state,
        source=OrderState.OPEN,
        target=OrderState.APPROVED,
        permission=permissions.may_order,
    )
    def approve(self, by, *, digest):
        """Freeze what enough people have approved."""
        self.digest = digest

    @transition(
        state,
        source=[OrderState.OPEN, OrderState.APPROVED],
        target=OrderState.OPEN,
        permission=permissions.may_order,
    )
    def open_again(self, by):
        """Something changes: every approval falls."""
        self.digest = ""

    @transition(
        state,
        source=[OrderState.OPEN, OrderState.APPROVED],
        target=OrderState.GIVEN_UP,
        permission=permissions.may_order,
    )
    def give_up(self, by):
        """Let its payments go; nothing has left."""
        self.digest = ""

    @transition(
        state,
        source=OrderState.APPROVED,
        target=OrderState.SENT,
        permission=permissions.may_order,
    )
    def send(self, by, *, at, file, sha256):
        """The file is made, once."""
        self.sent_at, self.file, self.sha256 = at, file, sha256


class OrderApproval(models.Model):
    """Somebody approved an order as it was: the digest says how. Later changes leave it behind."""

    order = models.ForeignKey(PaymentOrder, models.PROTECT, related_name="approvals")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=moment.now, editable=False)
    digest = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("approval of a payment order")
        verbose_name_plural = _("approvals of payment orders")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["order", "by", "digest"], name="order_approved_once_by_each"
            )
        ]

    def __str__(self):
        return f"{self.order} {self.by}"


class AnswerFile(models.Model):
    """A file of answers as the bank gave it, read once."""

    name = models.CharField(_("file name"), max_length=200)
    sha256 = models.CharField(_("digest (SHA-256)"), max_length=64, unique=True)
    content = models.BinaryField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(_("read at"), default=moment.now, editable=False)

    class Meta:
        verbose_name = _("file of answers")
        verbose_name_plural = _("files of answers")
        ordering = ["-id"]

    def __str__(self):
        return self.name


class PaymentAnswer(models.Model):
    """One answer of a bank, and what it was worth; only those taken have changed anything."""

    class Happened(models.TextChoices):
        """What the bank says."""

        PAID = "paid", pgettext_lazy("payment", "Paid")
        REFUSED = "refused", pgettext_lazy("payment", "Refused")
        RETURNED = "returned", pgettext_lazy("payment", "Returned")

    file = models.ForeignKey(AnswerFile, models.PROTECT, related_name="answers")
    payment = models.ForeignKey(Payment, models.PROTECT, related_name="answers", null=True)
    line = models.ForeignKey(
        "accounting.PaymentLine", models.PROTECT, related_name="answers", null=True
    )
    end_to_end_id = models.CharField(_("payment number"), max_length=80)
    happened = models.CharField(_("what happened"), max_length=10, choices=Happened.choices)
    on = models.DateField(_("day"), null=True)
    amount = models.DecimalField(_("amount"), max_digits=14, decimal_places=2, null=True)
    reason = models.CharField(_("reason"), max_length=200, blank=True)
    standing = models.CharField(
        _("what was done with it"),
        max_length=14,
        choices=[
            (Standing.TAKEN.value, _("Taken")),
            (Standing.UNKNOWN.value, _("No payment has this number")),
            (Standing.REPEATED.value, _("Said before")),
            (Standing.DIFFERS.value, _("Another amount")),
            (Standing.OUT_OF_PLACE.value, _("The payment was not with the bank")),
        ],
    )

    class Meta:
        verbose_name = _("answer of the bank")
        verbose_name_plural = _("answers of the bank")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(standing="taken") | Q(payment__isnull=False),
                name="answer_taken_has_its_payment",
            ),
            models.UniqueConstraint(
                fields=["line", "happened"],
                condition=Q(standing="taken"),
                name="answer_taken_once",
            ),
        ]

    def __str__(self):
        return f"{self.end_to_end_id} {self.happened}"
