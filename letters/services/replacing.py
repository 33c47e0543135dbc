"""A letter that takes the place of one that has left, or that was taken back."""

from django.db import transaction
from django.utils.translation import gettext as _

from letters import outbox, permissions, recipients
from letters.compose import addressee
from letters.models import Letter
from letters.pdf import Paragraph
from letters.pdf.serialise import block_to_dict
from letters.services.putting import address, new_code
from parties import moment
from parties.models import User
from workflows.engine import Refusal, TransitionRefused

State = Letter.State
# Those that have left, those that never will.
REPLACEABLE = frozenset({State.SENT, State.DELIVERED, State.KEPT, State.FAILED, State.WITHDRAWN})
SAYS = {
    "it": "Questa lettera sostituisce quella prot. n. {mark}.",
    "en": "This letter replaces the one with protocol no. {mark}.",
}


@transaction.atomic
def replace(letter_id: int, *, by: User, reason: str, seen_version: int | None = None) -> Letter:
    """Put a letter into the outbox in the place of one, with the same words, to be changed there.

    It says which one it replaces, where that one has left, and goes to where letters of the case go
    today. The terms that still run begin with it. The one before gives way when it leaves.
    """
    if not reason.strip():
        raise TransitionRefused(Refusal.RULE, _("Say why the letter is written again."))
    old = outbox.locked_with_case(letter_id)
    _check(old, by, seen_version)
    new = Letter.objects.create(
        case_id=old.case_id,
        call_id=old.call_id,
        kind=old.kind,
        subject=old.subject,
        addressee_id=old.addressee_id,
        language=old.language,
        amount=old.amount,
        template_id=old.template_id,
        signed_by_id=old.signed_by_id,
        needs_signature=old.needs_signature,
        supersedes=old,
        code=new_code(),
        created_at=moment.now(),
        **_words(old),
    )
    new.starts.set(old.starts.filter(ended_at__isnull=True))
    address(new, recipients.of_case(old.case) if old.case else ())
    outbox.note(new.pk, "replace", by=by, reason=reason.strip())
    return new


def _check(old: Letter, by: User, seen_version: int | None) -> None:
    if seen_version is not None and seen_version != old.version:
        raise TransitionRefused(Refusal.STALE, _("This letter has changed since you opened it."))
    if not permissions.may_edit(old, by):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    if old.state not in REPLACEABLE:
        raise outbox.too_late(old)
    if Letter.objects.filter(supersedes=old).exists():
        raise TransitionRefused(
            Refusal.STATUS, _("Another letter takes the place of this one already.")
        )


def _words(old: Letter) -> dict[str, object]:
    """Return what the old letter said, after the sentence that names the one it replaces."""
    values = {**old.values, "addressee": list(addressee(old.case)) if old.case else []}
    values["body"] = values.get("body", [])[1 if "replaces" in values else 0 :]
    text = old.text.partition("\n\n")[2] if old.text and "replaces" in values else old.text
    if (left := _that_left(old)) is not None:
        sentence = SAYS[old.language].format(mark=left.protocol.mark)
        values["replaces"] = left.pk
        if text:
            text = f"{sentence}\n\n{text}"
        else:
            values["body"] = [block_to_dict(Paragraph(sentence)), *values["body"]]
    return {"values": values, "text": text, "original_text": text}


def _that_left(letter: Letter | None) -> Letter | None:
    """Return the letter that the addressee has: this one, or the one that it was to replace."""
    while letter is not None and letter.state == State.WITHDRAWN:
        letter = letter.supersedes
    return letter
