import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from parties.validators import validate_postcode


class SpaceQuerySet(models.QuerySet):
    """Questions that other rooms ask of the register."""

    def qualified_on(self, day):
        """Return the spaces whose entry is in force on a day: one query, no status to trust."""
        return self.filter(
            Q(qualifications__valid_to__isnull=True) | Q(qualifications__valid_to__gte=day),
            qualifications__valid_from__lte=day,
            qualifications__standing=Qualification.Standing.QUALIFIED,
        ).distinct()

    def off_register_on(self, day):
        """Return the spaces that neither stand in the register on a day nor will."""
        standing = Qualification.objects.filter(
            Q(valid_to__isnull=True) | Q(valid_to__gte=day),
            standing__in=[Qualification.Standing.QUALIFIED, Qualification.Standing.SUSPENDED],
        )
        return self.exclude(pk__in=standing.values("space"))

    def for_directory(self):
        """Return spaces with what the public list and page show."""
        return self.select_related("manager").prefetch_related(
            "services", "price_items", "qualifications", "hours"
        )


class Service(models.Model):
    """Something a space offers besides a desk."""

    code = models.SlugField(_("code"), unique=True)
    name_it = models.CharField(_("name in Italian"), max_length=80)
    name_en = models.CharField(_("name in English"), max_length=80)

    class Meta:
        verbose_name = _("service")
        verbose_name_plural = _("services")
        ordering = ["name_it"]

    def __str__(self):
        return self.name

    @property
    def name(self) -> str:
        """The name in the reader's language."""
        return self.name_en if get_language() == "en" else self.name_it


@pghistory.track()
class Space(models.Model):
    """A coworking space of the province (co-mantova 14.1)."""

    class Kind(models.TextChoices):
        """What sort of place it is."""

        COWORKING = "coworking", _("Coworking")
        HUB = "hub", _("Hub")
        FABLAB = "fablab", _("Fablab")
        MULTIFACTORY = "multifactory", _("Multifactory")
        CREATIVE = "creative", _("Creative space")

    class Accessibility(models.TextChoices):
        """How far people with a disability can use it."""

        TOTAL = "total", _("Fully accessible")
        PARTIAL = "partial", _("Partly accessible")
        NONE = "none", _("Not accessible")

    name = models.CharField(_("name"), max_length=120)
    slug = models.SlugField(max_length=140, unique=True)
    kind = models.CharField(_("kind"), max_length=14, choices=Kind.choices)
    manager = models.ForeignKey(
        "parties.Organisation", models.PROTECT, related_name="managed_spaces"
    )
    description = models.TextField(_("description"), blank=True)
    street = models.CharField(_("street"), max_length=120)
    street_number = models.CharField(_("number"), max_length=12, blank=True)
    postcode = models.CharField(_("postcode"), max_length=5, validators=[validate_postcode])
    municipality = models.CharField(_("municipality"), max_length=80)
    latitude = models.DecimalField(max_digits=8, decimal_places=5, null=True, blank=True)
    longitude = models.DecimalField(max_digits=8, decimal_places=5, null=True, blank=True)
    surface_m2 = models.PositiveIntegerField(_("surface in m²"), null=True, blank=True)
    desks = models.PositiveSmallIntegerField(_("desks"))
    accessible_desks = models.PositiveSmallIntegerField(_("accessible desks"), default=0)
    accessibility = models.CharField(
        _("accessibility"), max_length=8, choices=Accessibility.choices
    )
    email = models.EmailField(_("email address"), blank=True)
    phone = models.CharField(_("telephone"), max_length=30, blank=True)
    website = models.URLField(_("website"), blank=True)
    services = models.ManyToManyField(Service, related_name="spaces", blank=True)

    objects = SpaceQuerySet.as_manager()

    class Meta:
        verbose_name = _("space")
        verbose_name_plural = _("spaces")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["name", "municipality"], name="space_name_once_per_municipality"
            ),
            models.CheckConstraint(
                condition=Q(accessible_desks__lte=F("desks")), name="accessible_desks_within_desks"
            ),
        ]

    def __str__(self):
        return f"{self.name}, {self.municipality}"

    @property
    def address(self) -> str:
        """The address on one line."""
        street = f"{self.street} {self.street_number}".strip()
        return f"{street}, {self.postcode} {self.municipality}"

    def is_qualified_on(self, day) -> bool:
        """Tell whether the entry is in force on a day."""
        return type(self).objects.qualified_on(day).filter(pk=self.pk).exists()


class OpeningHours(models.Model):
    """One stretch of opening on a day of the week (0 is Monday)."""

    space = models.ForeignKey(Space, models.CASCADE, related_name="hours")
    weekday = models.PositiveSmallIntegerField(_("day of the week"))
    opens = models.TimeField(_("opens"))
    closes = models.TimeField(_("closes"))

    class Meta:
        verbose_name = _("opening hours")
        verbose_name_plural = _("opening hours")
        ordering = ["weekday", "opens"]
        constraints = [
            models.CheckConstraint(condition=Q(weekday__lte=6), name="weekday_zero_to_six"),
            models.CheckConstraint(
                condition=Q(closes__gt=F("opens")), name="space_closes_after_it_opens"
            ),
        ]

    def __str__(self):
        return f"{self.weekday} {self.opens:%H:%M}-{self.closes:%H:%M}"


@pghistory.track()
class PriceItem(models.Model):
    """A line of a space's price list: price without VAT, in EUR."""

    class Unit(models.TextChoices):
        """What the price is for."""

        HOUR = "hour", _("per hour")
        DAY = "day", _("per day")
        MONTH = "month", _("per month")
        YEAR = "year", _("per year")
        ONCE = "once", _("once")

    space = models.ForeignKey(Space, models.CASCADE, related_name="price_items")
    spend_kind = models.CharField(_("kind of spend"), max_length=24)
    description = models.CharField(_("description"), max_length=160)
    unit = models.CharField(_("unit"), max_length=6, choices=Unit.choices)
    price = models.DecimalField(_("price without VAT"), max_digits=8, decimal_places=2)
    vat_rate = models.DecimalField(_("VAT rate in percent"), max_digits=5, decimal_places=2)
    valid_from = models.DateField(_("valid from"))
    valid_to = models.DateField(_("valid to"), null=True, blank=True)

    class Meta:
        verbose_name = _("price")
        verbose_name_plural = _("price list")
        ordering = ["spend_kind", "description", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(price__gte=0), name="price_not_negative"),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="price_ends_after_it_starts",
            ),
        ]

    def __str__(self):
        return self.description


@pghistory.track()
class Qualification(models.Model):
    """From when to when a space stands in the register, and how."""

    class Standing(models.TextChoices):
        """What the entry says in this period."""

        QUALIFIED = "qualified", _("Qualified")
        SUSPENDED = "suspended", _("Suspended")
        CANCELLED = "cancelled", _("Cancelled")

    space = models.ForeignKey(Space, models.PROTECT, related_name="qualifications")
    standing = models.CharField(_("standing"), max_length=10, choices=Standing.choices)
    list_number = models.PositiveIntegerField(_("number in the list"), null=True, blank=True)
    act = models.CharField(_("act"), max_length=120)
    valid_from = models.DateField(_("valid from"))
    valid_to = models.DateField(_("valid to"), null=True, blank=True)

    class Meta:
        verbose_name = _("period in the register")
        verbose_name_plural = _("periods in the register")
        ordering = ["valid_from", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="qualification_ends_after_it_starts",
            ),
            models.UniqueConstraint(
                fields=["space"],
                condition=Q(valid_to__isnull=True),
                name="one_open_period_in_the_register",
            ),
        ]

    def __str__(self):
        return f"{self.space}: {self.get_standing_display()}"
