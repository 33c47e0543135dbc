import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from coworking_registry.models.spaces import PriceItem, Space
from coworking_registry.models.statuses import SpaceStatus
from coworking_registry.models.steps import SpaceSteps
from parties.validators import validate_postcode
from workflows.models import Case


class Tenure(models.TextChoices):
    """By which title the manager has the rooms."""

    OWNED = "owned", _("Owned")
    RENTED = "rented", _("Rented")
    LENT = "lent", _("Lent for use")
    GRANTED = "granted", _("Granted by a public body")


class ManagerKind(models.TextChoices):
    """Who manages the space."""

    ENTERPRISE = "enterprise", _("Enterprise")
    ASSOCIATION = "association", _("Association or third-sector body")


def _count(label):
    return models.PositiveSmallIntegerField(label, default=0)


@pghistory.track()
class SpaceApplication(SpaceSteps, Case):
    """An application for the register, and the entry that follows from it (form 14.1)."""

    KIND = "space_application"
    FORM_PAGES = "coworking_registry:application_"

    manager_kind = models.CharField(_("manager"), max_length=14, choices=ManagerKind.choices)
    name = models.CharField(_("name"), max_length=120)
    kind_of_space = models.CharField(_("kind"), max_length=14, choices=Space.Kind.choices)
    description = models.TextField(_("description"), blank=True)
    street = models.CharField(_("street"), max_length=120)
    street_number = models.CharField(_("number"), max_length=12, blank=True)
    postcode = models.CharField(_("postcode"), max_length=5, validators=[validate_postcode])
    municipality = models.CharField(_("municipality"), max_length=80)
    latitude = models.DecimalField(max_digits=8, decimal_places=5, null=True)
    longitude = models.DecimalField(max_digits=8, decimal_places=5, null=True)
    tenure = models.CharField(_("title to the rooms"), max_length=8, choices=Tenure.choices)
    tenure_until = models.DateField(_("title to the rooms until"), null=True)
    surface_m2 = models.PositiveIntegerField(_("surface in m²"), default=0)
    desks = _count(_("desks"))
    open_space = _count(_("desks in open space"))
    reserved = _count(_("reserved desks"))
    offices = _count(_("desks in offices"))
    workshop = _count(_("desks in the workshop"))
    accessible_desks = _count(_("accessible desks"))
    accessibility = models.CharField(
        _("accessibility"), max_length=8, choices=Space.Accessibility.choices
    )
    connections = models.JSONField(_("internet connection"), default=list)
    meeting_seats = _count(_("seats of the meeting room"))
    offered_services = models.JSONField(_("services"), default=list)
    events = _count(_("events in a year"))
    in_statute = models.BooleanField(_("coworking stands in the statute"), default=False)
    is_always_open = models.BooleanField(_("open day and night"), default=False)
    insured_until = models.DateField(_("insured until"), null=True)
    is_fit = models.BooleanField(_("fit for use"), default=False)
    is_fire_safe = models.BooleanField(_("fire safety"), default=False)
    has_risk_assessment = models.BooleanField(_("risk assessment"), default=False)
    space_email = models.EmailField(_("email address"), blank=True)
    space_phone = models.CharField(_("telephone"), max_length=30, blank=True)
    website = models.URLField(_("website"), blank=True)
    declarations = models.JSONField(_("declarations made"), default=list)

    space = models.ForeignKey(
        Space, models.PROTECT, related_name="applications", null=True, editable=False
    )
    list_number = models.PositiveIntegerField(_("number in the list"), null=True)
    entered_on = models.DateField(_("entered on"), null=True)
    entry_ends = models.DateField(_("last day of the entry"), null=True)
    renewal_filed_on = models.DateField(_("renewal asked on"), null=True)
    suspended_until = models.DateField(_("suspended until"), null=True)
    decided_at = models.DateTimeField(_("decided at"), null=True)

    class Meta:
        verbose_name = _("application for the register")
        verbose_name_plural = _("applications for the register")
        constraints = [
            models.CheckConstraint(
                condition=Q(accessible_desks__lte=F("desks")),
                name="application_accessible_desks_within_desks",
            ),
            models.CheckConstraint(
                condition=Q(list_number__isnull=True)
                | Q(space__isnull=False, entered_on__isnull=False, entry_ends__gte=F("entered_on")),
                name="entry_has_space_and_days",
            ),
        ]

    def get_status_display(self) -> str:
        """Return the status in the reader's language."""
        return str(SpaceStatus(self.status).label)

    @property
    def grounds(self) -> list:
        """The reasons against."""
        return list(self.refusal_grounds.all())

    @property
    def address(self) -> str:
        """The address on one line."""
        street = f"{self.street} {self.street_number}".strip()
        return f"{street}, {self.postcode} {self.municipality}"


@pghistory.track()
class DeclaredHours(models.Model):
    """One stretch of opening as it was declared (0 is Monday)."""

    application = models.ForeignKey(SpaceApplication, models.CASCADE, related_name="hours")
    weekday = models.PositiveSmallIntegerField(_("day of the week"))
    opens = models.TimeField(_("opens"))
    closes = models.TimeField(_("closes"))

    class Meta:
        verbose_name = _("declared opening hours")
        verbose_name_plural = _("declared opening hours")
        ordering = ["weekday", "opens", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(weekday__lte=6), name="declared_weekday"),
            models.CheckConstraint(
                condition=Q(closes__gt=F("opens")), name="declared_closes_after_it_opens"
            ),
        ]

    def __str__(self):
        return f"{self.weekday} {self.opens:%H:%M}-{self.closes:%H:%M}"


@pghistory.track()
class DeclaredPrice(models.Model):
    """A line of the price list as it was declared: price without VAT, in EUR."""

    application = models.ForeignKey(SpaceApplication, models.CASCADE, related_name="prices")
    spend_kind = models.CharField(_("kind of spend"), max_length=24)
    description = models.CharField(_("description"), max_length=160)
    unit = models.CharField(_("unit"), max_length=6, choices=PriceItem.Unit.choices)
    price = models.DecimalField(_("price without VAT"), max_digits=8, decimal_places=2)
    vat_rate = models.DecimalField(_("VAT rate in percent"), max_digits=5, decimal_places=2)

    class Meta:
        verbose_name = _("declared price")
        verbose_name_plural = _("declared prices")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=Q(price__gt=0), name="declared_price_positive")
        ]

    def __str__(self):
        return self.description


@pghistory.track()
class DeclaredMachine(models.Model):
    """A machine that people use (SPA-13)."""

    application = models.ForeignKey(SpaceApplication, models.CASCADE, related_name="machines")
    name = models.CharField(_("machine"), max_length=120)
    quantity = models.PositiveSmallIntegerField(_("quantity"))
    safety_briefing = models.BooleanField(_("safety briefing"))

    class Meta:
        verbose_name = _("declared machine")
        verbose_name_plural = _("declared machines")
        ordering = ["id"]

    def __str__(self):
        return self.name


@pghistory.track()
class SpaceGround(models.Model):
    """One reason against an entry, told in the notice, with the observation and the answer (PRE-05)."""

    application = models.ForeignKey(
        SpaceApplication, models.CASCADE, related_name="refusal_grounds"
    )
    rule = models.CharField(_("rule"), max_length=20)
    text = models.TextField(_("reason"), max_length=2000)
    observation = models.TextField(_("observation"), max_length=4000, blank=True)
    answer = models.TextField(_("answer to the observation"), max_length=4000, blank=True)
    upheld = models.BooleanField(_("still stands"), default=True)
    document = models.SlugField(_("missing document"), max_length=40, blank=True)
    told_at = models.DateTimeField(_("told at"), null=True, blank=True)
    from_observations = models.BooleanField(_("from the observations"), default=False)

    # A refusal of an entry is not annulled: the manager applies again.
    is_past = False

    class Meta:
        verbose_name = _("reason against an entry")
        verbose_name_plural = _("reasons against an entry")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="space_ground_says_why"),
            models.CheckConstraint(
                condition=Q(from_observations=False) | Q(told_at__isnull=True),
                name="space_ground_from_observations_was_not_told",
            ),
        ]

    def __str__(self):
        return self.text[:60]


@pghistory.track()
class Inspection(models.Model):
    """A visit to the space: announced, made, and what was found."""

    application = models.ForeignKey(SpaceApplication, models.CASCADE, related_name="inspections")
    starts_at = models.DateTimeField(_("begins"))
    officials = models.CharField(_("who comes for the office"), max_length=200)
    ended_at = models.DateTimeField(_("ended"), null=True)
    present = models.CharField(_("who was present for the manager"), max_length=200, blank=True)
    findings = models.JSONField(_("findings"), default=list)
    stated = models.TextField(_("statements of the manager"), max_length=2000, blank=True)
    conclusion = models.TextField(_("conclusion"), max_length=2000, blank=True)
    signed = models.ForeignKey(
        "workflows.Document", models.PROTECT, related_name="+", null=True, editable=False
    )

    class Meta:
        verbose_name = _("inspection")
        verbose_name_plural = _("inspections")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["application"],
                condition=Q(ended_at__isnull=True),
                name="one_open_inspection",
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True) | (~Q(present="") & ~Q(conclusion="")),
                name="ended_inspection_says_who_and_what",
            ),
        ]

    def __str__(self):
        return f"{self.starts_at:%d/%m/%Y %H:%M}"

    @property
    def photo_code(self) -> str:
        """The code under which the photos of this visit are kept."""
        return f"visit-{self.pk}"
