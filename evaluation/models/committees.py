from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from parties import moment
from parties.validators import validate_person_tax_code, validate_vat_number


class Committee(models.Model):
    """Those who score the applications of a call, appointed by an act (ORG-08, RANK-18)."""

    call = models.OneToOneField("calls.Call", models.PROTECT, related_name="committee")
    act_number = models.CharField(_("number of the act"), max_length=60)
    act_date = models.DateField(_("date of the act"))
    # Members see one another's sheets of a file only once all have closed theirs.
    is_blind = models.BooleanField(_("blind scoring"), default=True)
    appointed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    appointed_at = models.DateTimeField(default=moment.now, editable=False)

    class Meta:
        verbose_name = _("committee")
        verbose_name_plural = _("committees")

    def __str__(self):
        return str(_("Committee of {call}")).format(call=self.call.code)

    @property
    def act(self) -> str:
        """The act of appointment in words."""
        return f"{self.act_number} del {self.act_date:%d/%m/%Y}"


class MemberFunction(models.TextChoices):
    """What somebody does in a committee."""

    PRESIDENT = "president", pgettext_lazy("committee", "President")
    MEMBER = "member", pgettext_lazy("committee", "Member")
    SECRETARY = "secretary", pgettext_lazy("committee", "Secretary")
    SUBSTITUTE = "substitute", pgettext_lazy("committee", "Substitute")


# The secretary writes, a substitute waits to be called.
SCORING = (MemberFunction.PRESIDENT, MemberFunction.MEMBER)


class Member(models.Model):
    """Somebody in a committee. The codes are what their interests are looked up by (ORG-08)."""

    committee = models.ForeignKey(Committee, models.PROTECT, related_name="members")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="committee_memberships"
    )
    function = models.CharField(_("function"), max_length=10, choices=MemberFunction.choices)
    tax_code = models.CharField(_("tax code"), max_length=16, validators=[validate_person_tax_code])
    vat_number = models.CharField(
        _("VAT number"), max_length=11, blank=True, validators=[validate_vat_number]
    )

    class Meta:
        verbose_name = _("member of a committee")
        verbose_name_plural = _("members of committees")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["committee", "user"], name="member_once_per_committee"),
            models.UniqueConstraint(
                fields=["committee"],
                condition=Q(function=MemberFunction.PRESIDENT),
                name="one_president_per_committee",
            ),
            models.UniqueConstraint(
                fields=["committee"],
                condition=Q(function=MemberFunction.SECRETARY),
                name="one_secretary_per_committee",
            ),
            models.CheckConstraint(
                condition=Q(function__in=MemberFunction.values),
                name="member_function_is_known",
            ),
        ]

    def __str__(self):
        return str(self.user)

    @property
    def scores(self) -> bool:
        """Whether the member scores without being called in."""
        return self.function in SCORING


class Substitution(models.Model):
    """A substitute who takes a member's place, for one file or from now on; never taken back."""

    member = models.ForeignKey(Member, models.PROTECT, related_name="replacements")
    substitute = models.ForeignKey(Member, models.PROTECT, related_name="called_in")
    case = models.ForeignKey(
        "workflows.Case", models.PROTECT, related_name="+", null=True, blank=True
    )
    reason = models.CharField(_("reason"), max_length=400)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=moment.now, editable=False)

    class Meta:
        verbose_name = _("substitution")
        verbose_name_plural = _("substitutions")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["member"], condition=Q(case__isnull=True), name="member_replaced_once"
            ),
            models.UniqueConstraint(
                fields=["member", "case"], name="member_replaced_once_per_case"
            ),
            models.CheckConstraint(
                condition=~Q(member=F("substitute")), name="substitute_is_another"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="substitution_has_a_reason"),
        ]

    def __str__(self):
        return f"{self.member} → {self.substitute}"


class Sitting(models.Model):
    """A session of a committee (seduta): files are opened and scored while it is open."""

    committee = models.ForeignKey(Committee, models.PROTECT, related_name="sittings")
    number = models.PositiveSmallIntegerField(_("number"))
    place = models.CharField(_("venue"), max_length=160)
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    opened_at = models.DateTimeField(_("opened at"), default=moment.now, editable=False)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, editable=False
    )
    closed_at = models.DateTimeField(_("closed at"), null=True, editable=False)
    notes = models.TextField(_("what was discussed"), blank=True)
    # Its minutes, as an act of the office.
    letter = models.OneToOneField(
        "letters.Letter", models.PROTECT, related_name="+", null=True, editable=False
    )

    class Meta:
        verbose_name = _("sitting")
        verbose_name_plural = _("sittings")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["committee", "number"], name="sitting_number_once_per_committee"
            ),
            models.UniqueConstraint(
                fields=["committee"],
                condition=Q(closed_at__isnull=True),
                name="one_open_sitting_per_committee",
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True, closed_by__isnull=True)
                | Q(closed_at__gte=F("opened_at"), closed_by__isnull=False),
                name="sitting_closed_by_somebody_after_it_opened",
            ),
        ]

    def __str__(self):
        return str(_("Sitting {number}")).format(number=self.number)


class ConflictDeclaration(models.Model):
    """What a member states about their interests at a sitting; without it no file opens (ORG-08)."""

    sitting = models.ForeignKey(Sitting, models.PROTECT, related_name="declarations")
    member = models.ForeignKey(Member, models.PROTECT, related_name="declarations")
    has_conflicts = models.BooleanField(_("there are conflicts"))
    at = models.DateTimeField(default=moment.now, editable=False)

    class Meta:
        verbose_name = _("declaration on conflicts of interest")
        verbose_name_plural = _("declarations on conflicts of interest")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["sitting", "member"], name="declaration_once_per_sitting"
            )
        ]

    def __str__(self):
        return f"{self.member}, {self.sitting}"


class Abstention(models.Model):
    """A file that a member neither opens nor scores, and why: stated, or found by the codes."""

    class Source(models.TextChoices):
        """How the conflict is known."""

        DECLARED = "declared", _("Declared by the member")
        TAX_CODE = "tax_code", _("Same tax code")
        VAT_NUMBER = "vat_number", _("Same VAT number")
        REPRESENTATION = "representation", _("Acts, or acted, for the applicant")
        SPACE = "space", _("Interest in the space that is paid for")

    member = models.ForeignKey(Member, models.PROTECT, related_name="abstentions")
    case = models.ForeignKey("workflows.Case", models.PROTECT, related_name="abstentions")
    sitting = models.ForeignKey(Sitting, models.PROTECT, related_name="abstentions")
    source = models.CharField(_("how it is known"), max_length=14, choices=Source.choices)
    reason = models.CharField(_("reason"), max_length=400, blank=True)
    at = models.DateTimeField(default=moment.now, editable=False)

    class Meta:
        verbose_name = _("abstention")
        verbose_name_plural = _("abstentions")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["member", "case"], name="abstention_once_per_case"),
            models.CheckConstraint(
                condition=~Q(source="declared", reason=""),
                name="declared_abstention_has_a_reason",
            ),
        ]

    def __str__(self):
        return f"{self.member} – {self.case}"
