import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from parties import moment


class AidEntry(models.Model):
    """One aid granted to an undertaking, gross, in EUR (AID-03, AID-04)."""

    class Source(models.TextChoices):
        """How the office knows of it."""

        DECLARED = "declared", _("Declared by the applicant")
        GRANTED_HERE = "granted_here", _("Granted by this office")
        REGISTER = "register", _("National aid register")

    # Empty where the firm is none that applies here: its code says which it is.
    party = models.ForeignKey(
        "parties.Party", models.PROTECT, related_name="aid_entries", null=True, blank=True
    )
    firm_code = models.CharField(_("tax code of the firm"), max_length=16, blank=True)
    case = models.ForeignKey(
        "workflows.Case", models.PROTECT, related_name="aid_entries", null=True, blank=True
    )
    source = models.CharField(_("source"), max_length=12, choices=Source.choices)
    regulation = models.CharField(_("regulation"), max_length=20)
    authority = models.CharField(_("granting authority"), max_length=160)
    measure = models.CharField(_("measure"), max_length=160, blank=True)
    granted_on = models.DateField(_("granted on"))
    amount = models.DecimalField(_("amount"), max_digits=12, decimal_places=2)
    # The code that the register gave it; an aid of this office found there again counts once.
    reference = models.CharField("COR", max_length=12, blank=True)
    # Whether it meets the spend of the case beside which it stands, and up to which share (AID-13).
    same_costs = models.BooleanField(_("on the same costs"), default=False)
    intensity_percent = models.DecimalField(
        _("most allowed on the costs, in percent"),
        max_digits=5,
        decimal_places=2,
        null=True,
        blank=True,
    )

    class Meta:
        verbose_name = _("aid entry")
        verbose_name_plural = _("aid entries")
        ordering = ["granted_on", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="aid_amount_positive"),
            models.CheckConstraint(
                condition=Q(party__isnull=False) | ~Q(firm_code=""), name="aid_is_somebodys"
            ),
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(source="granted_here"),
                name="aid_granted_here_once_per_case",
            ),
            models.UniqueConstraint(
                fields=["case", "reference"],
                condition=Q(source="register") & ~Q(reference=""),
                name="aid_of_the_register_once_per_case",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.authority} {self.granted_on:%d/%m/%Y} {self.amount}"


@pghistory.track()
class FirmLink(models.Model):
    """One firm holds another by one of the four relations that make them one undertaking (AID-06)."""

    class Relation(models.TextChoices):
        """By what (Reg. (EU) 2023/2831, art. 2(2))."""

        VOTES = "votes", _("Majority of the votes (a)")
        BOARD = "board", _("Right to appoint most of the board (b)")
        CONTRACT = "contract", _("Dominant influence by contract or statute (c)")
        AGREEMENT = "agreement", _("Majority by agreement with other members (d)")

    holder_code = models.CharField(_("tax code of the firm that holds"), max_length=16)
    holder = models.CharField(_("firm that holds"), max_length=200)
    held_code = models.CharField(_("tax code of the firm that is held"), max_length=16)
    held = models.CharField(_("firm that is held"), max_length=200)
    relation = models.CharField(_("relation"), max_length=9, choices=Relation.choices)
    since = models.DateField(_("since"))
    until = models.DateField(_("until"), null=True, blank=True)
    evidence = models.CharField(_("known from"), max_length=200)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=moment.now, editable=False)

    class Meta:
        verbose_name = _("link between firms")
        verbose_name_plural = _("links between firms")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(holder_code=F("held_code")), name="link_of_two_firms"
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="link_ends_after_it_starts",
            ),
            models.UniqueConstraint(
                fields=["holder_code", "held_code", "relation"],
                condition=Q(until__isnull=True),
                name="link_once_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.holder} → {self.held}"


@pghistory.track()
class AidCheck(models.Model):
    """The register was asked before a grant, and what its answer is called (RNA-04)."""

    class Kind(models.TextChoices):
        """What was asked."""

        AID = "aid", _("Check of aid (visura aiuti)")
        DE_MINIMIS = "de_minimis", _("Check of de minimis aid (visura de minimis)")
        RECOVERY = "recovery", _("Deggendorf check")

    case = models.ForeignKey("workflows.Case", models.PROTECT, related_name="aid_checks")
    kind = models.CharField(_("check"), max_length=10, choices=Kind.choices)
    vercor = models.CharField("VERCOR", max_length=12)
    on = models.DateField(_("asked on"))
    note = models.CharField(_("what it says"), max_length=400, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=moment.now, editable=False)

    class Meta:
        verbose_name = _("check in the aid register")
        verbose_name_plural = _("checks in the aid register")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "vercor"], name="vercor_once"),
        ]

    def __str__(self) -> str:
        return f"VERCOR {self.vercor}"


@pghistory.track()
class AidRegistration(models.Model):
    """An aid, or its change, written into the register before the act, with its code; EUR (RNA-02, RNA-07)."""

    class Kind(models.TextChoices):
        """What was written there."""

        AID = "cor", _("Aid (COR)")
        CHANGE = "covar", _("Change of an aid (COVAR)")

    class Source(models.TextChoices):
        """How the code came here."""

        HAND = "hand", _("By hand")
        FILE = "file", _("From a file")

    case = models.ForeignKey("workflows.Case", models.PROTECT, related_name="aid_registrations")
    kind = models.CharField(_("kind"), max_length=5, choices=Kind.choices)
    code = models.CharField(_("code"), max_length=12)
    on = models.DateField(_("registered on"))
    amount = models.DecimalField(_("aid registered"), max_digits=12, decimal_places=2)
    source = models.CharField(max_length=4, choices=Source.choices, default=Source.HAND)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=moment.now, editable=False)

    class Meta:
        verbose_name = _("registration of an aid")
        verbose_name_plural = _("registrations of aid")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "code"], name="aid_code_once"),
            models.CheckConstraint(condition=Q(amount__gte=0), name="aid_registered_not_negative"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.code}"
