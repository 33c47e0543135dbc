"""What people do to a letter that waits: keep it back, let it go on, take it back, change its text."""

from django.db import transaction
from django.utils.translation import gettext as _

from letters import outbox, standing
from letters.models import Letter
from letters.services import arrivals
from parties.models import User
from workflows.engine import Refusal, TransitionRefused
from workflows.services.annulment import annul_entry

WITHDRAWAL = "Ritiro della lettera prima dell'invio"


@transaction.atomic
def hold(letter_id: int, *, by: User, reason: str, seen_version: int | None = None) -> Letter:
    """Keep a letter back; it says why, and leaves with nobody until it is taken up again."""
    reason = _wanted(reason, _("Say why the letter is kept back."))
    return outbox.move(letter_id, "hold", by=by, reason=reason, seen_version=seen_version)


@transaction.atomic
def take_up_again(
    letter_id: int, *, by: User, reason: str = "", seen_version: int | None = None
) -> Letter:
    """End the hold: the letter waits for approval again. One that lacks something stays held."""
    letter = outbox.locked(letter_id)
    if lacking := standing.lacking(letter):
        raise TransitionRefused(Refusal.RULE, " ".join(lacking))
    return outbox.move(letter_id, "take_up_again", by=by, reason=reason, seen_version=seen_version)


@transaction.atomic
def withdraw(letter_id: int, *, by: User, reason: str, seen_version: int | None = None) -> Letter:
    """Take a letter back before it leaves; a number it had is annulled in the protocol (PRT-04).

    The terms that were to begin with it wait for the letter that takes its place.
    """
    reason = _wanted(reason, _("Say why the letter is taken back."))
    letter = outbox.locked_with_case(letter_id)
    outbox.ask(letter, "withdraw", by=by, seen_version=seen_version)
    letter = outbox.move(letter_id, "withdraw", by=by, reason=reason)
    if letter.protocol is not None:
        arrivals.take_back(letter)
        annul_entry(letter.protocol, by=by, reason=reason, act=WITHDRAWAL)
    return letter


@transaction.atomic
def edit(
    letter_id: int, text: str, *, by: User, reason: str, seen_version: int | None = None
) -> Letter:
    """Change what a letter says before it has a number; what it said before is kept with the reason.

    Raises `TransitionRefused` for a text with something wrong in it. Whether it still says the
    amount that was decided is asked when it is to leave.
    """
    reason = _wanted(reason, _("Say why the text is changed."))
    letter = outbox.locked(letter_id)
    text = text.replace("\r\n", "\n").strip() + "\n"
    if text.strip() == letter.text.strip():
        raise TransitionRefused(Refusal.RULE, _("The text is as it was: there is nothing to keep."))
    if wrong := standing.problems(letter, text):
        raise TransitionRefused(Refusal.RULE, " ".join(wrong))
    return outbox.rewrite(letter_id, text, by=by, reason=reason, seen_version=seen_version)


def _wanted(reason: str, sentence: str) -> str:
    if not reason.strip():
        raise TransitionRefused(Refusal.RULE, sentence)
    return reason.strip()
