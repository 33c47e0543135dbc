"""Keeping the power of attorney of a delegation, judged by its content (DIG-10)."""

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from workflows.models import Delegation, DelegationPaper
from workflows.uploads import judge

# Signed on paper or with a key.
ACCEPTED = frozenset({"pdf", "p7m", "jpeg", "png"})


def keep(upload: UploadedFile, given: Delegation) -> None:
    """Keep the file, in the caller's transaction.

    Raises `workflows.uploads.Refused` with a sentence when the content is not what is accepted.
    """
    judged = judge(
        upload,  # type: ignore[arg-type]  # it reads and seeks like any file
        name=upload.name or "",
        accepted=ACCEPTED,
        max_bytes=settings.UPLOAD_MAX_BYTES,
    )
    paper = DelegationPaper(
        delegation=given,
        name=judged.name,
        content_type=judged.content_type,
        size=judged.size,
        sha256=judged.sha256,
    )
    paper.file.save(judged.name, upload, save=False)
    paper.save()
