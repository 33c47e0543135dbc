import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from calls.models.moves import Moves
from calls.models.states import BEFORE_PUBLICATION, State
from parties.status import StatusField


class CallKind(models.TextChoices):
    """What a call is for; each kind has its own case and its own flow."""

    REGISTER = "register", _("Register of qualified spaces")
    RENT_CONTRIBUTION = "rent_contribution", _("Coworking contribution")
    INTERNSHIP = "internship", _("Internship")


class Procedure(models.TextChoices):
    """How applications are put in order (RANK-01, RANK-02)."""

    CHRONOLOGICAL = "chronological", _("In order of presentation")
    RANKING = "ranking", _("By ranking")
    ALWAYS_OPEN = "always_open", _("Always open")


class CallQuerySet(models.QuerySet):
    """Which calls are shown, and which receive applications."""

    def published(self):
        """Calls the public may see, with what their pages show."""
        return self.filter(published_at__isnull=False).select_related(
            "programme", "owner", "manager", "version"
        )

    def open_at(self, instant):
        """Calls that receive applications at an instant (RANK-05, TERM-10)."""
        return (
            self.published()
            .filter(Q(opens_at__lte=instant), Q(closes_at__isnull=True) | Q(closes_at__gt=instant))
            .filter(Q(suspended_at__isnull=True) | Q(suspended_at__gt=instant))
            .exclude(state=State.CANCELLED)
        )


@pghistory.track()
class Call(Moves, models.Model):
    """A call (bando): who offers what, when. Its rules stand in its frozen versions.

    Its state moves only through `calls.engine`. Whether it receives applications is told by its
    instants, to the millisecond; the state follows within a minute (`services.clock`).
    """

    code = models.SlugField(_("code"), max_length=30, unique=True)
    kind = models.CharField(_("kind"), max_length=20, choices=CallKind.choices)
    programme = models.ForeignKey("calls.Programme", models.PROTECT, related_name="calls")
    axis = models.CharField(_("axis"), max_length=120, blank=True)
    title_it = models.CharField(_("title in Italian"), max_length=250)
    title_en = models.CharField(_("title in English"), max_length=250, blank=True)
    procedure = models.CharField(_("procedure"), max_length=20, choices=Procedure.choices)
    owner = models.ForeignKey("parties.Body", models.PROTECT, related_name="owned_calls")
    manager = models.ForeignKey("parties.Body", models.PROTECT, related_name="managed_calls")
    procedure_owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True
    )
    substitute = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True
    )
    criteria_act = models.CharField(_("act that sets the criteria"), max_length=200, blank=True)
    budget_line = models.CharField(_("budget line"), max_length=120, blank=True)
    aid_code = models.CharField(_("CAR of the aid register"), max_length=30, blank=True)
    incentives_id = models.CharField(_("code at Incentivi.gov.it"), max_length=60, blank=True)
    state = StatusField(
        _("state"),
        max_length=20,
        choices=State.choices,
        default=State.DRAFT,
        protected=True,
        editable=False,
    )
    suspended_at = models.DateTimeField(_("suspended at"), null=True, blank=True, editable=False)
    published_at = models.DateTimeField(_("published at"), null=True, blank=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True
    )
    opens_at = models.DateTimeField(_("opens at"), null=True, blank=True)
    closes_at = models.DateTimeField(_("closes at"), null=True, blank=True)
    version = models.ForeignKey(
        "calls.CallVersion", models.PROTECT, related_name="+", null=True, blank=True
    )

    objects = CallQuerySet.as_manager()

    class Meta:
        verbose_name = _("call")
        verbose_name_plural = _("calls")
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closes_at__isnull=True) | Q(closes_at__gt=F("opens_at")),
                name="call_closes_after_it_opens",
            ),
            models.CheckConstraint(
                condition=Q(published_at__isnull=True)
                | Q(opens_at__isnull=False, version__isnull=False, procedure_owner__isnull=False),
                name="published_call_has_opening_version_and_procedure_owner",
            ),
            models.CheckConstraint(
                condition=Q(state__in=BEFORE_PUBLICATION, published_at__isnull=True)
                | Q(state=State.CANCELLED)
                | (
                    ~Q(state__in=[*BEFORE_PUBLICATION, State.CANCELLED])
                    & Q(published_at__isnull=False)
                ),
                name="call_published_from_publication_on",
            ),
            models.CheckConstraint(
                condition=Q(state=State.SUSPENDED, suspended_at__isnull=False)
                | (~Q(state=State.SUSPENDED) & Q(suspended_at__isnull=True)),
                name="call_suspended_since_an_instant",
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def title(self) -> str:
        """The title in the reader's language; Italian where no English one exists."""
        if translation.get_language() == "en" and self.title_en:
            return self.title_en
        return self.title_it

    def is_open_at(self, instant) -> bool:
        """Tell whether an application received at `instant` is in time (RANK-05, TERM-11)."""
        if self.published_at is None or self.state == State.CANCELLED or instant < self.opens_at:
            return False
        if self.suspended_at is not None and instant >= self.suspended_at:
            return False
        return self.closes_at is None or instant < self.closes_at

    @property
    def phase(self) -> str:
        """Return "future", "open", "suspended" or "closed", by the server's clock (RANK-06)."""
        now = timezone.now()
        if self.state == State.CANCELLED:
            return "closed"
        if self.suspended_at is not None:
            return "suspended"
        if self.published_at is None or now < self.opens_at:
            return "future"
        return "open" if self.is_open_at(now) else "closed"

    @property
    def is_published(self) -> bool:
        """Whether its rules are public."""
        return self.published_at is not None

    @property
    def has_ended(self) -> bool:
        """Whether nothing can happen to it any more."""
        return self.state in {State.CONCLUDED, State.CANCELLED}

    @property
    def current_version(self) -> "CallVersion":
        """The version that holds; raises `LookupError` for a call that has none yet."""
        if self.version is None:
            raise LookupError(f"{self.code} has no version")
        return self.version

    @property
    def draft_version(self) -> "CallVersion | None":
        """The version that can still be edited, if there is one."""
        return self.versions.filter(frozen_at__isnull=True).order_by("-number").first()


class CallVersion(models.Model):
    """The rules of a call as they were published; a case keeps the version it was filed under."""

    call = models.ForeignKey(Call, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField(_("number"))
    parameters = models.JSONField(_("parameters"))
    texts = models.JSONField(_("texts"), default=dict, blank=True)
    reason = models.CharField(_("reason of the change"), max_length=250, blank=True)
    frozen_at = models.DateTimeField(_("frozen at"), null=True, blank=True)
    # What it changes against the one before, in sentences, from its publication on.
    changes = models.JSONField(_("changes"), default=list, blank=True)
    # Whether drafts begun under an earlier version must move to it before they are sent.
    binds_drafts = models.BooleanField(_("binds drafts"), default=False)

    class Meta:
        verbose_name = _("call version")
        verbose_name_plural = _("call versions")
        constraints = [
            models.UniqueConstraint(fields=["call", "number"], name="call_version_number_once"),
            models.CheckConstraint(
                condition=Q(number=1) | ~Q(reason=""), name="later_call_version_has_a_reason"
            ),
        ]

    def __str__(self):
        return f"{self.call.code} v{self.number}"
