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
        if translation.get_language() == "en" and self.title_en:
            return self.title_en
        return self.title_it


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
    """A higher aid for those who hold a title at the application date (CALL-13), in EUR."""

    version = models.ForeignKey("calls.CallVersion", models.CASCADE, related_name="premiums")
    amount = models.DecimalField(_("amount"), max_digits=10, decimal_places=2)

    class Meta(VersionedContent.Meta):
        verbose_name = _("premium")
        verbose_name_plural = _("premiums")
        constraints = [
            models.UniqueConstraint(fields=["version", "code"], name="premium_once_per_version")
        ]
