import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from parties import moment
from workflows.models.cases import Case

# Kinds of file that bear signatures inside: PAdES, and CAdES around any file.
SIGNABLE = ("application/pdf", "application/pkcs7-mime")


class DocumentQuerySet(models.QuerySet):
    """Every list of documents starts here, scoped to what its reader may see."""

    def visible_to(self, user):
        """Return the documents of the cases that the person may see.

        What an applicant has attached and not handed in yet is theirs alone. What the office has
        registered by hand is for the office, and of no case at all where the register has none.
        """
        documents = self.filter(case__in=Case.objects.visible_to(user))
        if not user.has_perm("workflows.view_all_cases"):
            return documents.exclude(origin=Document.Origin.OFFICE)
        if user.has_perm("workflows.view_protocol"):
            documents |= self.filter(case__isnull=True)
        not_handed_in = Q(origin=Document.Origin.APPLICANT, filed_at__isnull=True)
        return documents.exclude(not_handed_in & ~Q(case__opened_by=user))


def storage_name(document, _filename) -> str:
    """Return a path that says nothing about the person and cannot be guessed."""
    folder = f"cases/{document.case_id}" if document.case_id else "protocol/documents"
    return f"{folder}/{uuid.uuid4().hex}"


class Document(models.Model):
    """A file in a case, or registered outside any: judged by its content, known by its digest."""

    class Origin(models.TextChoices):
        """Who brought the document in."""

        APPLICANT = "applicant", _("Applicant")
        OFFICE = "office", _("Office")
        LETTER = "letter", _("Letter of the office")

    # Without a case: received or kept by the office, and known to the protocol alone (PRT-02).
    case = models.ForeignKey(
        "workflows.Case", models.PROTECT, related_name="documents", null=True, blank=True
    )
    origin = models.CharField(max_length=10, choices=Origin.choices)
    requirement = models.SlugField(max_length=40, blank=True)
    name = models.CharField(_("file name"), max_length=200)
    file = models.FileField(upload_to=storage_name, max_length=200)
    content_type = models.CharField(max_length=80)
    size = models.PositiveBigIntegerField(_("size in bytes"))
    sha256 = models.CharField(_("digest (SHA-256)"), max_length=64)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    uploaded_at = models.DateTimeField(default=moment.now, editable=False)
    filed_at = models.DateTimeField(_("filed at"), null=True, blank=True)

    objects = DocumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        ordering = ["id"]
        indexes = [
            models.Index(
                fields=["sha256"], condition=Q(case__isnull=True), name="document_outside_cases"
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(case__isnull=False) | Q(origin="office", filed_at__isnull=False),
                name="document_without_case_is_registered_by_the_office",
            ),
            models.CheckConstraint(condition=Q(size__gt=0), name="document_is_not_empty"),
            models.CheckConstraint(
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="document_digest_is_sha256"
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def is_signable(self) -> bool:
        """Whether this kind of file may bear digital signatures that can be looked at (DIG-07)."""
        return self.content_type in SIGNABLE

    @property
    def can_be_shown(self) -> bool:
        """Whether browsers show this kind of file beside the data."""
        return self.content_type in {"application/pdf", "image/jpeg", "image/png"}
