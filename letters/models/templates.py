import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from workflows.models import Typed


class Release(models.TextChoices):
    """What a letter needs before it leaves."""

    AT_ONCE = "at_once", _("Leaves at once")
    APPROVAL = "approval", _("Waits for approval")
    SIGNATURE = "signature", _("Waits for a digital signature")


@pghistory.track()
class Template(models.Model):
    """A kind of letter or act: who writes it about what, and its text as it now stands.

    `vocabulary` names the kind of case whose fields it may use (`letters.vocabulary`).
    """

    Release = Release

    code = models.SlugField(_("code"), max_length=40, unique=True)
    vocabulary = models.SlugField(max_length=40)
    name = models.CharField(_("name"), max_length=160)
    is_act = models.BooleanField(_("act of the body"), default=False)
    release = models.CharField(max_length=10, choices=Release.choices, default=Release.APPROVAL)
    current = models.ForeignKey(
        "letters.TemplateVersion", models.PROTECT, related_name="+", null=True, blank=True
    )

    class Meta:
        verbose_name = _("letter template")
        verbose_name_plural = _("letter templates")
        ordering = ["vocabulary", "code"]

    def __str__(self):
        return self.name


class Written(models.Model):
    """A text of the office in Italian and, where there is one, in English; never changed."""

    number = models.PositiveSmallIntegerField(_("version"))
    text_it = models.TextField(_("text in Italian"))
    text_en = models.TextField(_("text in English"), blank=True)
    reason = models.CharField(_("reason of the change"), max_length=250, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True
    )
    at = models.DateTimeField(_("at"))

    class Meta:
        abstract = True


class TemplateVersion(Written):
    """One wording of a template; letters keep the one they were written with."""

    template = models.ForeignKey(Template, models.PROTECT, related_name="versions")
    subject_it = models.CharField(_("subject in Italian"), max_length=300)
    subject_en = models.CharField(_("subject in English"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("version of a letter template")
        verbose_name_plural = _("versions of a letter template")
        ordering = ["template", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["template", "number"], name="template_version_number_once"
            ),
            models.CheckConstraint(
                condition=Q(number=1) | ~Q(reason=""), name="later_template_version_has_a_reason"
            ),
        ]

    def __str__(self):
        return f"{self.template_id} v{self.number}"


class Clause(models.Model):
    """A passage that several letters share, put in by its code."""

    code = models.SlugField(_("code"), max_length=40, unique=True)
    name = models.CharField(_("name"), max_length=160)
    current = models.ForeignKey(
        "letters.ClauseVersion", models.PROTECT, related_name="+", null=True, blank=True
    )

    class Meta:
        verbose_name = _("clause")
        verbose_name_plural = _("clauses")
        ordering = ["code"]

    def __str__(self):
        return self.name


class ClauseVersion(Written):
    """One wording of a clause."""

    clause = models.ForeignKey(Clause, models.PROTECT, related_name="versions")

    class Meta:
        verbose_name = _("version of a clause")
        verbose_name_plural = _("versions of a clause")
        ordering = ["clause", "number"]
        constraints = [
            models.UniqueConstraint(fields=["clause", "number"], name="clause_version_number_once"),
            models.CheckConstraint(
                condition=Q(number=1) | ~Q(reason=""), name="later_clause_version_has_a_reason"
            ),
        ]

    def __str__(self):
        return f"{self.clause_id} v{self.number}"


class TextDraft(Typed):
    """What a colleague has typed of a new wording, kept until it is saved or thrown away.

    `seen` is the version that the typing began from, 0 where there was none.
    """

    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    template = models.ForeignKey(
        Template, models.CASCADE, related_name="drafts", null=True, blank=True
    )
    clause = models.ForeignKey(Clause, models.CASCADE, related_name="drafts", null=True, blank=True)
    seen = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("draft of a wording")
        verbose_name_plural = _("drafts of wordings")
        constraints = [
            models.CheckConstraint(
                condition=Q(template__isnull=True) ^ Q(clause__isnull=True),
                name="text_draft_is_of_one_text",
            ),
            models.UniqueConstraint(fields=["by", "template"], name="one_draft_of_a_template"),
            models.UniqueConstraint(fields=["by", "clause"], name="one_draft_of_a_clause"),
        ]

    def __str__(self):
        return f"{self.template or self.clause}"


@pghistory.track()
class BodyStyle(models.Model):
    """How the letters of a body look and who signs them; one row per body."""

    body = models.OneToOneField("parties.Body", models.PROTECT, related_name="letter_style")
    head_unit = models.CharField(_("office in the letterhead"), max_length=160, blank=True)
    head_lines = models.TextField(_("further lines of the letterhead"), blank=True)
    foot_lines = models.TextField(_("lines at the foot"), blank=True)
    # By role of whoever signs: {"director": {"title": …, "name": …, "note": …}}.
    signatures = models.JSONField(_("signature blocks"), default=dict, blank=True)
    # Where the office wants every letter to leave without a second look.
    leaves_at_once = models.BooleanField(_("letters leave without approval"), default=True)
    logo = models.FileField(_("logo"), upload_to="letters/logos/", blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("letter style of a body")
        verbose_name_plural = _("letter styles of bodies")

    def __str__(self):
        return str(self.body)
