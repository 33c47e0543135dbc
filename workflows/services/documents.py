"""Taking files in: judged by content, kept with their digest."""

import hashlib
from collections.abc import Iterable
from datetime import datetime

from django.core.files.base import File
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from parties import moment
from parties.models import User
from workflows import signatures
from workflows.models import Case, Document
from workflows.uploads import judge


@transaction.atomic
def attach(
    case: Case,
    upload: UploadedFile,
    *,
    by: User | None,
    requirement: str,
    accepted: frozenset[str],
    max_bytes: int,
) -> Document:
    """Keep a file the applicant brings for `requirement`.

    Raises `workflows.uploads.Refused` with a sentence when the content is not what is accepted.
    """
    judged = judge(upload, name=upload.name or "", accepted=accepted, max_bytes=max_bytes)
    upload.seek(0)
    document = Document(
        case_id=case.pk,
        origin=Document.Origin.APPLICANT,
        requirement=requirement,
        name=judged.name,
        content_type=judged.content_type,
        size=judged.size,
        sha256=judged.sha256,
        uploaded_by=by,
    )
    document.file.save(judged.name, upload, save=False)
    document.save()
    return document


def keep_own(
    content: File, *, name: str, content_type: str, at: datetime, by: User | None
) -> Document:
    """Keep a document that the office has made and that belongs to no case, registered at `at`."""
    data = content.read()
    content.seek(0)
    document = Document(
        origin=Document.Origin.OFFICE,
        name=name,
        content_type=content_type,
        size=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        uploaded_by=by,
        uploaded_at=at,
        filed_at=at,
    )
    document.file.save(name, content, save=False)
    document.save()
    return document


@transaction.atomic
def remove(document: Document) -> None:
    """Take back a file that was not filed yet; a filed one stays for ever."""
    document = Document.objects.select_for_update().get(pk=document.pk, filed_at__isnull=True)
    name, storage = document.file.name, document.file.storage
    document.delete()
    transaction.on_commit(lambda: storage.delete(name))


def file_all(case: Case, at: datetime | None = None) -> list[Document]:
    """Mark the case's loose files as filed; from then on they cannot be taken back."""
    loose = Document.objects.filter(
        case_id=case.pk, origin=Document.Origin.APPLICANT, filed_at__isnull=True
    )
    documents = list(loose)
    loose.update(filed_at=at or moment.now())
    if any(document.is_signable for document in documents):
        signatures.queue_checks(case.pk)
    return documents


def digests_of(documents: Iterable[Document]) -> list[dict[str, str]]:
    """Return names and digests as the protocol and the receipt list them."""
    return [{"name": document.name, "sha256": document.sha256} for document in documents]
