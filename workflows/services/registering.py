"""Registering by hand what comes by post, by PEC or over the counter, and internal documents (PRT-02)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from parties.models import Body, User
from workflows.engine import Refusal, TransitionRefused
from workflows.models import Case, Document, ProtocolEntry
from workflows.permissions import is_own_case
from workflows.services.documents import digests_of
from workflows.services.protocol import next_entry, register
from workflows.uploads import KINDS, Judged, judge

RIGHTS = {
    ProtocolEntry.Direction.IN.value: "workflows.register_incoming",
    ProtocolEntry.Direction.INTERNAL.value: "workflows.register_internal",
}
ACCEPTED = frozenset(KINDS)


@dataclass(frozen=True)
class Arrival:
    """How a document came, and the number and date its sender gave it; all may be unknown."""

    means: str = ""
    number: str = ""
    dated: date | None = None

    @property
    def note(self) -> str:
        """What the register notes of it, in Italian."""
        told = []
        if self.means:
            told.append(f"Ricevuto {self.means}")
        if self.number:
            told.append(f"protocollo del mittente n. {self.number}")
        if self.dated:
            told.append(f"documento del {self.dated:%d/%m/%Y}")
        words = ", ".join(told)
        return f"{words[0].upper()}{words[1:]}." if words else ""


def directions_for(user: User) -> list[str]:
    """Return the directions in which the person may register by hand."""
    return [direction for direction, right in RIGHTS.items() if user.has_perm(right)]


@transaction.atomic
def register_by_hand(
    uploads: Sequence[UploadedFile],
    *,
    by: User,
    direction: str,
    subject: str,
    counterpart: str,
    body: Body,
    case: Case | None = None,
    arrival: Arrival | None = None,
) -> ProtocolEntry:
    """Keep the files, number them and write the entry; the files belong to `case` if there is one.

    Raises `TransitionRefused` with a sentence where the person may not, or something is missing,
    and `workflows.uploads.Refused` for a file whose content is not accepted. Files outside a case
    are kept by the register alone.
    """
    _check(by, direction, case)
    for value, sentence in (
        (subject.strip(), _("Write what the document is about.")),
        (counterpart.strip(), _("Write who the document comes from or goes to.")),
        (uploads, _("Add the document: an entry keeps the digest of every file.")),
    ):
        if not value:
            raise TransitionRefused(Refusal.RULE, sentence)
    judged = [
        (
            upload,
            judge(
                upload,  # type: ignore[arg-type]  # it reads and seeks like any file
                name=upload.name or "",
                accepted=ACCEPTED,
                max_bytes=settings.UPLOAD_MAX_BYTES,
            ),
        )
        for upload in uploads
    ]
    entry = next_entry(case.call.manager if case else body)
    documents = [_keep(upload, found, entry, case, by) for upload, found in judged]
    return register(
        entry,
        direction=direction,
        subject=subject.strip(),
        counterpart=counterpart.strip(),
        case=case,
        digests=digests_of(documents),
        by=by,
        note=arrival.note if arrival else "",
    )


def _check(by: User, direction: str, case: Case | None) -> None:
    if direction not in directions_for(by):
        raise TransitionRefused(
            Refusal.RIGHT, _("Your role does not register documents in this direction.")
        )
    if case is not None and is_own_case(case, by):
        raise TransitionRefused(
            Refusal.RIGHT, _("You are a party to this case: a colleague registers its documents.")
        )


def _keep(
    upload: UploadedFile, judged: Judged, entry: ProtocolEntry, case: Case | None, by: User
) -> Document:
    document = Document(
        case_id=case.pk if case else None,
        origin=Document.Origin.OFFICE,
        name=judged.name,
        content_type=judged.content_type,
        size=judged.size,
        sha256=judged.sha256,
        uploaded_by=by,
        uploaded_at=entry.registered_at,
        filed_at=entry.registered_at,
    )
    upload.seek(0)
    document.file.save(judged.name, upload, save=False)
    document.save()
    return document
