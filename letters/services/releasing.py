"""Giving a letter its number: from here on it is a file, registered, that nobody changes."""

import hashlib
from collections.abc import Callable

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from letters import late, outbox, pdf, standing
from letters.compose import digitally_signed, written
from letters.messages import office_of
from letters.models import Letter
from letters.services import arrivals
from letters.services.sending import queue
from letters.wording import blocks_of
from parties import moment
from parties.models import User
from workflows.engine import Refusal, TransitionRefused
from workflows.models import Document, ProtocolEntry
from workflows.printing import SealFailed
from workflows.services.protocol import next_entry, register

# What leaves with its act has just been written, and is held back where something is missing.
AT_ONCE = "leave_at_once"
GIVE_WAY = frozenset(
    {Letter.State.SENT, Letter.State.DELIVERED, Letter.State.KEPT, Letter.State.FAILED}
)
Sign = Callable[[bytes], bytes]


def approve(letter_id: int, *, by: User | None, seen_version: int | None = None) -> Letter:
    """Let a letter leave that waited for somebody to say so.

    Raises `TransitionRefused` also where it lacks something, such as the amount that was decided,
    or where the seal of the house cannot be put: the letter waits.
    """
    try:
        return release(letter_id, by=by, step="approve", seen_version=seen_version)
    except SealFailed as failure:
        raise TransitionRefused(Refusal.RULE, str(failure)) from failure


@transaction.atomic
def release(
    letter_id: int,
    *,
    by: User | None,
    step: str,
    seen_version: int | None = None,
    sign: Sign | None = None,
) -> Letter:
    """Number, draw, seal, keep and register a letter, and queue its sending: all or nothing.

    `step` is the step of the letter that lets it leave. `sign` puts a person's signature behind
    the drawn file; without it the house seals, where it has a seal. The protocol keeps the digest
    of the file (PRT-01). Raises `TransitionRefused` where the letter may not leave, `SealFailed`
    where it cannot be sealed or signed; then no number is taken.
    """
    letter = outbox.locked_with_case(letter_id)
    outbox.ask(letter, step, by=by, seen_version=seen_version)
    if step != AT_ONCE and (lacking := standing.lacking(letter)):
        raise TransitionRefused(Refusal.RULE, " ".join(lacking))
    entry = next_entry(office_of(letter))
    arrivals.leave(letter, entry)
    _give_way(letter, entry, by)
    goes_out = letter.deliveries.exists()
    content = written(letter, entry, blocks_of(letter, late.values_of(letter, entry)))
    if sign is not None:
        content = digitally_signed(content)
    data, is_sealed = _sealed(letter, pdf.render(content), sign)
    document = _keep(letter, data, entry, by)
    register(
        entry,
        direction=ProtocolEntry.Direction.OUT if goes_out else ProtocolEntry.Direction.INTERNAL,
        subject=f"{letter.subject} – {letter.about}",
        counterpart=letter.case.applicant.name if letter.case else letter.values["counterpart"],
        case=letter.case,
        digests=[{"name": document.name, "sha256": document.sha256}],
    )
    letter = outbox.move_locked(
        letter,
        step,
        by=by,
        protocol=entry,
        document=document,
        content=pdf.letter_to_dict(content),
        is_sealed=is_sealed,
    )
    _say_what_is_replaced(letter, content)
    if not goes_out:
        return outbox.move(letter.pk, "keep", by=by)
    queue(letter)
    return letter


def _say_what_is_replaced(letter: Letter, content: pdf.Letter) -> None:
    """Write down the characters that could not be printed: somebody may want to write them by hand."""
    if replaced := pdf.missing_glyphs(content):
        said = _("Printed as “?”: {characters}").format(characters=" ".join(replaced))
        outbox.note(letter.pk, "characters_replaced", by=None, reason=said)


def _give_way(letter: Letter, entry: ProtocolEntry, by: User | None) -> None:
    """Let the letter that this one takes the place of say so, where it has left."""
    replaced = letter.supersedes
    if replaced is not None and replaced.state in GIVE_WAY:
        outbox.move(replaced.pk, "supersede", by=by, reason=f"prot. n. {entry.mark}")


def _sealed(letter: Letter, data: bytes, sign: Sign | None) -> tuple[bytes, bool]:
    if sign is not None:
        return sign(data), True
    from letters import sealing  # noqa: PLC0415 (slow to import)

    place = office_of(letter).municipality
    return sealing.seal_letter(data, reason=letter.subject, location=place)


def _keep(letter: Letter, data: bytes, entry: ProtocolEntry, by: User | None) -> Document:
    name = f"{slugify(letter.subject)[:100]}-{letter.about}-prot-{entry.number}.pdf"
    document = Document(
        case_id=letter.case_id,
        # What is about a call stands in no file but the register's.
        origin=Document.Origin.LETTER if letter.case_id else Document.Origin.OFFICE,
        name=name,
        content_type="application/pdf",
        size=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        uploaded_by=by,
        filed_at=moment.now(),
    )
    document.file.save(name, ContentFile(data), save=False)
    document.save()
    return document
