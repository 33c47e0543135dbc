from django.db import models
from django.utils import translation
from django.utils.translation import gettext_lazy as _


class VersionedContent(models.Model):
    """One numbered item of a call version, known by its code."""

    position = models.PositiveSmallIntegerField(_("position"))
    code = models.SlugField(_("code"), max_length=40)
    title_it = models.CharField(_("title in Italian"), max_length=200)
    title_en = models.CharField(_("title in English"), max_length=200, blank=True)

    class Meta:
        abstract = True
        ordering = ["position"]

    def __str__(self):
        return self.title

    @property
    def title(self) -> str:
        """The title in the reader's language."""
        return self.title_en if self.title_language == "en" else self.title_it

    @property
    def title_language(self) -> str:
        """The language of `title`: Italian where no English one exists."""
        return "en" if translation.get_language() == "en" and self.title_en else "it"


class RequiredDocument(VersionedContent):
    """A document the applicant attaches (SOC-03: only an essential one makes inadmissible)."""

    version = models.ForeignKey("calls.CallVersion", models.CASCADE, related_name="documents")
    help_it = models.CharField(_("help in Italian"), max_length=400, blank=True)
    help_en = models.CharField(_("help in English"), max_length=400, blank=True)
    accepted = models.JSONField(_("accepted kinds"), default=list)
    max_bytes = models.PositiveIntegerField(_("size limit in bytes"))
    is_required = models.BooleanField(_("required"), default=True)
    is_essential = models.BooleanField(_("essential"), default=False)
    only_for = models.JSONField(_("only for these kinds of applicant"), default=list, blank=True)

    class Meta(VersionedContent.Meta):
        verbose_name = _("required document")
        verbose_name_plural = _("required documents")
        constraints = [
            models.UniqueConstraint(
                fields=["version", "code"], name="required_document_once_per_version"
            )
        ]

    @property
    def help(self) -> str:
        """The help in the reader's language."""
        if translation.get_language() == "en" and self.help_en:
            return self.help_en
        return self.help_it


class Declaration(VersionedContent):
    """A statement the applicant makes tick by tick (DOC-01)."""

    class Kind(models.TextChoices):
        """Self-certification, sworn-type declaration or commitment."""

        SELF_CERTIFICATION = "46", _("Self-certification (DPR 445/2000, art. 46)")
        SWORN = "47", _("Declaration in lieu of affidavit (DPR 445/2000, art. 47)")
        COMMITMENT = "commitment", _("Commitment")
        NOTICE = "notice", _("Acknowledgement")

    version = models.ForeignKey("calls.CallVersion", models.CASCADE, related_name="declarations")
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    text_it = models.TextField(_("text in Italian"))
    text_en = models.TextField(_("text in English"), blank=True)
    only_for = models.JSONField(_("only for these kinds of applicant"), default=list, blank=True)

    class Meta(VersionedContent.Meta):
        verbose_name = _("declaration")
        verbose_name_plural = _("declarations")
        constraints = [
            models.UniqueConstraint(fields=["version", "code"], name="declaration_once_per_version")
        ]

    @property
    def text(self) -> str:
        """The statement in the reader's language."""
        if translation.get_language() == "en" and self.text_en:
            return self.text_en
        return self.text_it


class Criterion(VersionedContent):
    """What a committee scores, up to `weight` points and not under `minimum` (RANK-02, RANK-09)."""

    version = models.ForeignKey("calls.CallVersion", models.CASCADE, related_name="criteria")
    weight = models.DecimalField(_("most points"), max_digits=6, decimal_places=2)
    minimum = models.DecimalField(_("least points"), max_digits=6, decimal_places=2)
    guidance_it = models.TextField(_("guidance in Italian"), blank=True)
    guidance_en = models.TextField(_("guidance in English"), blank=True)

    class Meta(VersionedContent.Meta):
        verbose_name = _("criterion")
        verbose_name_plural = _("criteria")
        constraints = [
            models.UniqueConstraint(fields=["version", "code"], name="criterion_once_per_version"),
            models.CheckConstraint(
                condition=models.Q(minimum__gte=0, minimum__lte=models.F("weight")),
                name="criterion_minimum_within_weight",
            ),
        ]


class Premium(VersionedContent):
    """An advantage for those who hold a title at the application date (CALL-13).

    Extra `points`, a reserve of funds, or a higher aid by `amount` EUR, as `system` says; `kind`
    is the premium of the law it answers to, or "other".
    """

    class System(models.TextChoices):
        """What holders get."""

        POINTS = "points", _("Extra points")
        RESERVE = "reserve", _("Reserve of funds")
        HIGHER_AID = "higher_aid", _("Higher contribution")

    class Kind(models.TextChoices):
        """The premiums of the law (D.Lgs. 184/2025, art. 8 c. 1)."""

        LEGALITY_RATING = "legality_rating", _("Legality rating")
        GENDER_CERTIFICATE = "gender_certificate", _("Gender equality certificate")
        DISABILITY_HIRING = "disability_hiring", _("Hiring of disabled people beyond the quota")
        YOUTH_WOMEN_WORK = "youth_women_work", _("Work of young people and women")
        BIRTH_CARE_SUPPORT = "birth_care_support", _("Support of birth and care")
        OTHER = "other", _("Of this call alone")

    version = models.ForeignKey("calls.CallVersion", models.CASCADE, related_name="premiums")
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.OTHER)
    system = models.CharField(
        _("what holders get"), max_length=12, choices=System.choices, default=System.HIGHER_AID
    )
    amount = models.DecimalField(_("amount"), max_digits=10, decimal_places=2, default=0)
    points = models.DecimalField(_("points"), max_digits=6, decimal_places=2, default=0)
    evidence_it = models.CharField(_("evidence"), max_length=400, blank=True)

    class Meta(VersionedContent.Meta):
        verbose_name = _("premium")
        verbose_name_plural = _("premiums")
        constraints = [
            models.UniqueConstraint(fields=["version", "code"], name="premium_once_per_version"),
            models.CheckConstraint(
                condition=models.Q(amount__gte=0, points__gte=0), name="premium_not_negative"
            ),
        ]


class Reserve(VersionedContent):
    """A share of the funds, in percent, kept for some applicants (CALL-17).

    `within` is the code of the reserve it is a part of; `release_it` says when unused money comes
    free (CALL-18).
    """

    version = models.ForeignKey("calls.CallVersion", models.CASCADE, related_name="reserves")
    percent = models.DecimalField(_("share in percent"), max_digits=5, decimal_places=2)
    groups = models.JSONField(_("for whom"), default=list)
    within = models.SlugField(_("part of the reserve"), max_length=40, blank=True)
    release_it = models.CharField(_("release of what is not used"), max_length=400, blank=True)

    class Meta(VersionedContent.Meta):
        verbose_name = _("reserve")
        verbose_name_plural = _("reserves")
        constraints = [
            models.UniqueConstraint(fields=["version", "code"], name="reserve_once_per_version"),
            models.CheckConstraint(
                condition=models.Q(percent__gt=0, percent__lte=100),
                name="reserve_is_a_share",
            ),
        ]


class TerritorialShare(models.Model):
    """What a province has of the endowment, in EUR (RANK-15)."""

    version = models.ForeignKey("calls.CallVersion", models.CASCADE, related_name="shares")
    position = models.PositiveSmallIntegerField(_("position"))
    province = models.CharField(_("province"), max_length=2)
    amount = models.DecimalField(_("amount"), max_digits=14, decimal_places=2)

    class Meta:
        verbose_name = _("territorial share")
        verbose_name_plural = _("territorial shares")
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["version", "province"], name="share_once_per_province_and_version"
            ),
            models.CheckConstraint(condition=models.Q(amount__gt=0), name="share_positive"),
        ]

    def __str__(self):
        return self.province


class Block(models.Model):
    """One of the thirteen compulsory blocks: its text, or why it is left out (CALL-03)."""

    version = models.ForeignKey("calls.CallVersion", models.CASCADE, related_name="blocks")
    letter = models.CharField(_("letter"), max_length=1)
    text_it = models.TextField(_("text in Italian"), blank=True)
    text_en = models.TextField(_("text in English"), blank=True)
    left_out_because = models.TextField(_("why it is left out"), blank=True)

    class Meta:
        verbose_name = _("block of the call's text")
        verbose_name_plural = _("blocks of the call's text")
        ordering = ["letter"]
        constraints = [
            models.UniqueConstraint(fields=["version", "letter"], name="block_once_per_version")
        ]

    def __str__(self):
        return self.letter
