import pghistory
from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from parties.validators import (
    validate_ateco,
    validate_person_tax_code,
    validate_postcode,
    validate_rea,
    validate_tax_code,
    validate_vat_number,
)


class PartyKind(models.TextChoices):
    """Natural person or anything else that can hold rights."""

    PERSON = "person", _("Person")
    ORGANISATION = "organisation", _("Organisation")


@pghistory.track()
class Party(models.Model):
    """Whoever may apply, receive money or be written to: one row per tax code (IDC-11)."""

    kind = models.CharField(max_length=12, choices=PartyKind.choices, editable=False)
    name = models.CharField(_("name"), max_length=200)
    tax_code = models.CharField(
        _("tax code"), max_length=16, unique=True, validators=[validate_tax_code]
    )
    vat_number = models.CharField(
        _("VAT number"), max_length=11, blank=True, validators=[validate_vat_number]
    )
    email = models.EmailField(_("email address"), blank=True)
    pec = models.EmailField(_("certified email (PEC)"), blank=True)
    phone = models.CharField(_("telephone"), max_length=30, blank=True)
    street = models.CharField(_("street"), max_length=120, blank=True)
    street_number = models.CharField(_("number"), max_length=12, blank=True)
    postcode = models.CharField(
        _("postcode"), max_length=5, blank=True, validators=[validate_postcode]
    )
    municipality = models.CharField(_("municipality"), max_length=80, blank=True)
    province = models.CharField(_("province"), max_length=2, blank=True)

    class Meta:
        verbose_name = _("party")
        verbose_name_plural = _("parties")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=PartyKind.values), name="party_kind_is_known"
            )
        ]
        indexes = [
            # What one enterprise received is looked up by its codes (COW-11).
            models.Index(
                fields=["vat_number"],
                condition=~models.Q(vat_number=""),
                name="party_by_vat_number",
            )
        ]

    def __str__(self):
        return self.name

    @property
    def address_lines(self) -> tuple[str, ...]:
        """The postal address as it stands on a letter."""
        place = f"{self.postcode} {self.municipality}".strip()
        if self.province:
            place = f"{place} ({self.province})"
        lines = (f"{self.street}, {self.street_number}".strip(", "), place)
        return tuple(line for line in lines if line)

    @property
    def is_person(self) -> bool:
        """Whether this is a natural person."""
        return self.kind == PartyKind.PERSON


@pghistory.track()
class Person(Party):
    """A natural person; `user` is the account with which they act, if they have one."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="person",
    )
    first_name = models.CharField(_("first name"), max_length=80)
    last_name = models.CharField(_("last name"), max_length=80)
    sex = models.CharField(
        _("sex"), max_length=1, blank=True, choices=[("F", _("Female")), ("M", _("Male"))]
    )
    birth_date = models.DateField(_("date of birth"))
    birthplace = models.CharField(_("place of birth"), max_length=80)
    citizenship = models.CharField(_("citizenship"), max_length=60, blank=True)

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")

    def save(self, *args, **kwargs):
        """Keep what the common row says in step with the person's own fields."""
        self.kind = PartyKind.PERSON
        self.name = f"{self.first_name} {self.last_name}"
        super().save(*args, **kwargs)

    def clean_fields(self, exclude=None):
        """Refuse the code of an organisation for a person."""
        super().clean_fields(exclude)
        validate_person_tax_code(self.tax_code)


@pghistory.track()
class Organisation(Party):
    """A firm, association or body (co-mantova 14.0, block I)."""

    class LegalForm(models.TextChoices):
        """Legal form (forma giuridica)."""

        SOLE_TRADER = "sole_trader", _("Sole trader")
        PARTNERSHIP = "partnership", _("Partnership")
        COMPANY = "company", _("Company with share capital")
        COOPERATIVE = "cooperative", _("Cooperative")
        ASSOCIATION = "association", _("Association or third-sector body")
        PROFESSIONAL = "professional", _("Self-employed professional")
        PUBLIC_BODY = "public_body", _("Public body")

    class Size(models.TextChoices):
        """Size class (ORG-11)."""

        MICRO = "micro", _("Micro")
        SMALL = "small", _("Small")
        MEDIUM = "medium", _("Medium")
        LARGE = "large", _("Large")

    legal_form = models.CharField(_("legal form"), max_length=20, choices=LegalForm.choices)
    rea = models.CharField(_("REA number"), max_length=12, blank=True, validators=[validate_rea])
    ateco = models.CharField(
        _("ATECO code"), max_length=10, blank=True, validators=[validate_ateco]
    )
    size = models.CharField(_("size"), max_length=10, blank=True, choices=Size.choices)
    vat_opened_on = models.DateField(_("VAT number opened on"), null=True, blank=True)

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")

    def save(self, *args, **kwargs):
        """Mark the common row as an organisation."""
        self.kind = PartyKind.ORGANISATION
        super().save(*args, **kwargs)


@pghistory.track()
class Representation(models.Model):
    """Who may act for an organisation, in which capacity, from when to when (DIG-15)."""

    class Capacity(models.TextChoices):
        """Why this person may sign."""

        LEGAL_REPRESENTATIVE = "legal_representative", _("Legal representative")
        DELEGATE = "delegate", _("Delegate with power of attorney")

    person = models.ForeignKey(Person, models.PROTECT, related_name="representations")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="representations")
    capacity = models.CharField(_("capacity"), max_length=24, choices=Capacity.choices)
    valid_from = models.DateField(_("from"), default=timezone.localdate)
    valid_to = models.DateField(_("to"), null=True, blank=True)
    verified_at = models.DateTimeField(_("verified on"), null=True, blank=True)

    class Meta:
        verbose_name = _("representation")
        verbose_name_plural = _("representations")
        constraints = [
            models.UniqueConstraint(
                fields=["person", "organisation", "capacity"],
                condition=models.Q(valid_to__isnull=True),
                name="representation_open_once",
            ),
            models.CheckConstraint(
                condition=models.Q(valid_to__isnull=True)
                | models.Q(valid_to__gte=models.F("valid_from")),
                name="representation_ends_after_it_starts",
            ),
        ]

    def __str__(self):
        return f"{self.person} – {self.organisation}"
