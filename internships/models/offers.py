import pghistory
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from internships.models.choices import Area, Disabled, Hiring, HostKind, Link, Role, Sector
from internships.models.statuses import OfferStatus
from internships.models.steps import OfferSteps
from internships.rules.papers import Risk
from workflows.models import Case


class RiskClass(models.TextChoices):
    """Class of risk of the host's work."""

    LOW = Risk.LOW.value, _("Low")
    MEDIUM = Risk.MEDIUM.value, _("Medium")
    HIGH = Risk.HIGH.value, _("High")


def _minutes(label):
    return models.PositiveSmallIntegerField(label, default=0)


@pghistory.track()
class HostOffer(OfferSteps, Case):
    """A host's offer of places for interns (form 4.1). Allowance in EUR a month, work in minutes."""

    KIND = "host_offer"
    FORM_PAGES = "internships:offer_"

    host_kind = models.CharField(_("kind of host"), max_length=12, choices=HostKind.choices)
    unit = models.ForeignKey(
        "internships.Unit",
        models.PROTECT,
        related_name="offers",
        null=True,
        verbose_name=_("operating unit"),
    )
    owners = models.PositiveSmallIntegerField(_("owners"), default=0)
    permanent = models.PositiveIntegerField(_("permanent staff"), default=0)
    members = models.PositiveIntegerField(_("working members of a co-operative"), default=0)
    apprentices = models.PositiveIntegerField(_("apprentices"), default=0)
    activated = models.PositiveIntegerField(_("internships begun in 24 months"), default=0)
    is_seasonal = models.BooleanField(_("seasonal activity"), default=False)

    safety_in_order = models.BooleanField(_("in order with safety at work"), default=False)
    assessed_on = models.DateField(_("date of the risk assessment"), null=True)
    risk = models.CharField(_("class of risk"), max_length=6, choices=RiskClass.choices)
    disabled_quota = models.CharField(
        _("hiring of disabled people"), max_length=12, choices=Disabled.choices
    )
    is_insolvent = models.BooleanField(_("insolvency procedure"), default=False)
    insolvency_agreement = models.BooleanField(_("union agreement on it"), default=False)
    contributions_in_order = models.BooleanField(_("DURC in order"), default=False)
    annual_fee_paid = models.BooleanField(_("annual fee paid"), default=False)
    no_antimafia = models.BooleanField(_("no antimafia obstacles"), default=False)
    replaces_nobody = models.BooleanField(_("the intern replaces nobody"), default=False)

    title = models.CharField(_("title of the position"), max_length=120)
    area = models.CharField(_("area"), max_length=14, choices=Area.choices)
    places = models.PositiveSmallIntegerField(_("places"), default=1)
    activities = models.TextField(_("activities"))
    skills = models.CharField(_("skills"), max_length=300, blank=True)
    start_from = models.DateField(_("start from"), null=True)
    start_to = models.DateField(_("start to"), null=True)
    months = models.PositiveSmallIntegerField(_("months"), default=1)
    contract = models.CharField(_("collective agreement"), max_length=120)
    contract_minutes = _minutes(_("weekly minutes of the collective agreement"))
    weekly_minutes = _minutes(_("weekly minutes"))
    daily_minutes = _minutes(_("most minutes a day"))
    remote_days = models.PositiveSmallIntegerField(_("days a week at a distance"), default=0)
    remote_rules = models.TextField(_("how the distance is arranged"), blank=True)
    allowance = models.DecimalField(
        _("allowance a month"), max_digits=8, decimal_places=2, default=0
    )
    gives_meals = models.BooleanField(_("canteen or meal vouchers"), default=False)
    requirements = models.TextField(_("requirements of the candidate"), blank=True)
    preferences = models.TextField(_("what is welcome"), blank=True)
    needs_surveillance = models.BooleanField(_("health surveillance due"), default=False)
    equipment = models.TextField(_("protective equipment"), blank=True)
    hiring = models.CharField(
        _("hiring afterwards"), max_length=9, choices=Hiring.choices, default=Hiring.UNDECIDED
    )

    tutor_name = models.CharField(_("tutor"), max_length=120)
    tutor_tax_code = models.CharField(_("tax code of the tutor"), max_length=16, db_index=True)
    tutor_role = models.CharField(_("role of the tutor"), max_length=120)
    tutor_years = models.PositiveSmallIntegerField(_("years of experience"), default=0)
    tutor_skills = models.TextField(_("skills of the tutor"))
    tutor_email = models.EmailField(_("email address of the tutor"))
    tutor_follows = models.PositiveSmallIntegerField(_("interns followed already"), default=0)

    link = models.CharField(
        _("link with coworking"), max_length=10, choices=Link.choices, blank=True
    )
    space = models.ForeignKey(
        "coworking_registry.Space",
        models.PROTECT,
        related_name="internship_offers",
        null=True,
        verbose_name=_("coworking space"),
    )
    initiative = models.TextField(_("initiative"), blank=True)
    green_sector = models.CharField(
        _("sector"), max_length=8, choices=Sector.choices, default=Sector.OTHER
    )
    green_role = models.CharField(
        _("green role"), max_length=6, choices=Role.choices, default=Role.NONE
    )
    green_percent = models.PositiveSmallIntegerField(
        _("share of green hours"),
        default=0,
        validators=[MinValueValidator(0), MaxValueValidator(100)],
    )
    green_task = models.TextField(_("green task of the intern"), blank=True)
    has_report = models.BooleanField(_("sustainability report"), default=False)
    tutor_green_years = models.PositiveSmallIntegerField(
        _("green experience of the tutor in years"), default=0
    )
    training_hours = models.PositiveSmallIntegerField(_("hours of structured training"), default=0)
    declarations = models.JSONField(_("declarations made"), default=list)

    admitted_places = models.PositiveSmallIntegerField(_("places admitted"), null=True)
    counted_staff = models.PositiveIntegerField(_("staff that counts"), null=True)
    base_quota = models.PositiveIntegerField(_("basic quota"), null=True)
    premium_quota = models.PositiveIntegerField(_("premium quota"), null=True)
    green_score = models.PositiveSmallIntegerField(_("green score"), null=True)
    published_on = models.DateField(_("published on"), null=True)
    decided_at = models.DateTimeField(_("decided at"), null=True)

    class Meta:
        verbose_name = _("internship offer")
        verbose_name_plural = _("internship offers")
        indexes = [
            models.Index(fields=["published_on", "case_ptr"], name="offer_published"),
            GinIndex(
                SearchVector("title", "skills", "activities", config="italian"), name="offer_words"
            ),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(places__gte=1), name="offer_has_a_place"),
            models.CheckConstraint(
                condition=Q(admitted_places__isnull=True)
                | Q(admitted_places__gte=1, admitted_places__lte=F("places")),
                name="offer_admitted_within_asked",
            ),
            models.CheckConstraint(
                condition=Q(start_to__isnull=True) | Q(start_to__gte=F("start_from")),
                name="offer_starts_in_order",
            ),
            models.CheckConstraint(
                condition=Q(published_on__isnull=True) | Q(admitted_places__isnull=False),
                name="offer_published_has_places",
            ),
        ]

    def get_status_display(self) -> str:
        """Return the status in the reader's language."""
        return str(OfferStatus(self.status).label)

    @property
    def grounds(self) -> list:
        """The reasons against."""
        return list(self.refusal_grounds.all())
