from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMModelMixin, transition

from letters import permissions
from parties.status import StatusField

NOT_YET_NUMBERED = ("to_approve", "held")


class State(models.TextChoices):
    """Where a letter is on its way from the decision to its addressee."""

    TO_APPROVE = "to_approve", _("To be approved")
    HELD = "held", _("Held")
    READY = "ready", _("To be sent")
    SENDING = "sending", _("Being sent")
    SENT = "sent", _("Sent")
    DELIVERED = "delivered", _("Delivered")
    KEPT = "kept", _("On record")
    FAILED = "failed", _("Not delivered")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    SUPERSEDED = "superseded", _("Superseded")


class Letter(FSMModelMixin, models.Model):
    """A letter or act of the office: what it says, to whom, and how far it has come.

    A decision puts it into the outbox with text, amount and recipients frozen. `text` is the
    template's text with every value filled in but those that only its number brings (`values`
    keeps tables and lists, and the names of what is still to come); it can be edited until it is
    approved, and `original_text` is what the decision wrote. Approval gives the number and draws:
    from then on `content` is what `letters.pdf` draws, and the same content gives the same bytes
    for ever. Its state moves through `letters.outbox` alone.
    """

    State = State

    # A letter is about a case; an act about a whole call, such as a ranking, names the call alone.
    case = models.ForeignKey(
        "workflows.Case", models.PROTECT, related_name="letters", null=True, blank=True
    )
    call = models.ForeignKey(
        "calls.Call", models.PROTECT, related_name="letters", null=True, blank=True
    )
    kind = models.SlugField(max_length=40)
    subject = models.CharField(_("subject"), max_length=300)
    addressee = models.ForeignKey(
        "parties.Party", models.PROTECT, related_name="letters", null=True, blank=True
    )
    language = models.CharField(max_length=2, default="it")
    # What the letter grants, pays or asks back, in EUR.
    amount = models.DecimalField(
        _("amount"), max_digits=12, decimal_places=2, null=True, blank=True
    )
    template = models.ForeignKey(
        "letters.TemplateVersion", models.PROTECT, related_name="letters", null=True, blank=True
    )
    text = models.TextField(_("text"), blank=True)
    original_text = models.TextField(blank=True, editable=False)
    values = models.JSONField(default=dict, blank=True)
    # Terms of the case that begin when this letter arrives (TERM-12).
    starts = models.ManyToManyField("workflows.CaseTerm", related_name="letters", blank=True)
    supersedes = models.OneToOneField(
        "self", models.PROTECT, related_name="superseded_by", null=True, blank=True
    )
    protocol = models.OneToOneField(
        "workflows.ProtocolEntry", models.PROTECT, related_name="letter", null=True, blank=True
    )
    document = models.OneToOneField(
        "workflows.Document", models.PROTECT, related_name="letter", null=True, blank=True
    )
    content = models.JSONField(null=True, blank=True)
    is_sealed = models.BooleanField(default=False)
    # It leaves with a person's digital signature and not by approval alone.
    needs_signature = models.BooleanField(_("waits for a digital signature"), default=False)
    code = models.CharField(_("verification code"), max_length=20, unique=True)
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True
    )
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True
    )
    created_at = models.DateTimeField(_("written at"))
    numbered_at = models.DateTimeField(_("numbered at"), null=True, blank=True)
    state = StatusField(
        max_length=12, choices=State.choices, default=State.TO_APPROVE, protected=True
    )
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("letter")
        verbose_name_plural = _("letters")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(case__isnull=False) | Q(call__isnull=False),
                name="letter_is_about_a_case_or_a_call",
            ),
            models.CheckConstraint(
                condition=Q(
                    numbered_at__isnull=True,
                    protocol__isnull=True,
                    document__isnull=True,
                    content__isnull=True,
                )
                | Q(
                    numbered_at__isnull=False,
                    protocol__isnull=False,
                    document__isnull=False,
                    content__isnull=False,
                ),
                name="letter_is_numbered_as_a_whole",
            ),
            models.CheckConstraint(
                condition=Q(state__in=NOT_YET_NUMBERED, numbered_at__isnull=True)
                | Q(state="withdrawn")
                | (~Q(state__in=(*NOT_YET_NUMBERED, "withdrawn")) & Q(numbered_at__isnull=False)),
                name="letter_is_numbered_once_approved",
            ),
        ]
        indexes = [
            models.Index(
                fields=["state", "created_at", "id"],
                condition=Q(state__in=("to_approve", "held", "ready", "sending", "failed")),
                name="letter_in_the_outbox",
            )
        ]

    def __str__(self):
        return self.subject

    @property
    def about(self) -> str:
        """The number of the case it is about, or the code of the call."""
        return str(self.case.number if self.case else self.call.code)

    @property
    def failure(self) -> str:
        """What the mail servers said of the deliveries that failed; empty where none did."""
        failed = [one for one in self.deliveries.all() if one.has_failed]
        replaced = {one.replaces_id for one in self.deliveries.all()}
        return "; ".join(one.failure for one in failed if one.pk not in replaced)

    @property
    def is_waiting(self) -> bool:
        """Whether it has no number yet, and may be changed."""
        return self.state in NOT_YET_NUMBERED

    @property
    def has_left(self) -> bool:
        """Whether the house has let go of it, or has put on record what goes to nobody."""
        return self.state in {State.SENT, State.DELIVERED, State.KEPT, State.SUPERSEDED}

    @transition(
        state, source=State.TO_APPROVE, target=State.READY, permission=permissions.may_approve
    )
    def approve(self, by, *, protocol, document, content, is_sealed):
        """Take the number and the file that approval has made."""
        self._number(by, protocol, document, content, is_sealed=is_sealed)

    @transition(state, source=State.TO_APPROVE, target=State.READY, permission=permissions.may_sign)
    def sign(self, by, *, protocol, document, content, is_sealed):
        """Take the number and the file that bears the person's signature."""
        self._number(by, protocol, document, content, is_sealed=is_sealed)

    @transition(state, source=State.TO_APPROVE, target=State.READY)
    def leave_at_once(self, by, *, protocol, document, content, is_sealed):
        """Take number and file with the act itself, where nobody has to look again."""
        self._number(by, protocol, document, content, is_sealed=is_sealed)

    @transition(
        state, source=State.TO_APPROVE, target=State.HELD, permission=permissions.may_approve
    )
    def hold(self, by):
        """Keep it back; the reason stands in the letter's events."""

    @transition(state, source=State.TO_APPROVE, target=State.HELD)
    def hold_back(self, by):
        """Keep it back with the act itself, because something is missing."""

    @transition(
        state, source=State.HELD, target=State.TO_APPROVE, permission=permissions.may_approve
    )
    def take_up_again(self, by):
        """End the hold."""

    @transition(
        state,
        source=[State.TO_APPROVE, State.HELD, State.READY],
        target=State.WITHDRAWN,
        permission=permissions.may_approve,
    )
    def withdraw(self, by):
        """Take it back before it leaves."""

    @transition(state, source=State.READY, target=State.KEPT)
    def keep(self, by):
        """It goes to nobody: with its number and its file it is done."""

    @transition(state, source=[State.READY, State.SENDING, State.FAILED], target=State.SENDING)
    def begin_sending(self, by):
        """Hand it to the mail server, or try again."""

    @transition(state, source=[State.SENDING, State.FAILED], target=State.SENT)
    def note_sent(self, by):
        """Every recipient's message has left."""

    @transition(
        state, source=[State.READY, State.SENDING, State.SENT, State.FAILED], target=State.DELIVERED
    )
    def note_delivered(self, by):
        """Every recipient has it."""

    @transition(state, source=[State.READY, State.SENDING, State.SENT], target=State.FAILED)
    def note_failed(self, by):
        """At least one recipient does not have it."""

    @transition(
        state, source=State.FAILED, target=State.READY, permission=permissions.may_send_again
    )
    def send_again(self, by):
        """Queue it once more."""

    @transition(
        state,
        source=[State.SENT, State.DELIVERED, State.KEPT, State.FAILED],
        target=State.SUPERSEDED,
        permission=permissions.may_approve,
    )
    def supersede(self, by):
        """Give way to the letter that takes its place."""

    def _number(self, by, protocol, document, content, *, is_sealed):
        self.approved_by = by
        self.protocol, self.document, self.content = protocol, document, content
        self.is_sealed, self.numbered_at = is_sealed, protocol.registered_at


class LetterEvent(models.Model):
    """One step of a letter: who, when, from where to where, why. Never changed or deleted."""

    letter = models.ForeignKey(Letter, models.PROTECT, related_name="events")
    name = models.CharField(_("step"), max_length=30)
    source = models.CharField(_("from"), max_length=12)
    target = models.CharField(_("to"), max_length=12)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(_("at"))
    reason = models.TextField(_("reason"), blank=True)

    class Meta:
        verbose_name = _("step of a letter")
        verbose_name_plural = _("steps of a letter")
        ordering = ["id"]

    def __str__(self):
        return f"{self.letter_id}: {self.source} → {self.target}"


class LetterEdit(models.Model):
    """A change of a letter's text before its approval: what it said before, and why it changed."""

    letter = models.ForeignKey(Letter, models.PROTECT, related_name="edits")
    text_before = models.TextField()
    text_after = models.TextField()
    reason = models.TextField(_("reason"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(_("at"))

    class Meta:
        verbose_name = _("edit of a letter")
        verbose_name_plural = _("edits of a letter")
        ordering = ["id"]

    def __str__(self):
        return f"{self.letter_id} {self.at:%d/%m/%Y %H:%M}"
