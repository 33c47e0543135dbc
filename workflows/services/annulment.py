"""Annulling an entry of the protocol: a later entry says so, and both stay readable (PRT-04)."""

from django.db import transaction
from django.utils.translation import gettext as _

from parties.models import User
from workflows.engine import Refusal, TransitionRefused
from workflows.models import ProtocolEntry
from workflows.permissions import is_own_case
from workflows.services.protocol import next_entry, register

REASON, ACT = "Motivo: ", "Provvedimento: "


@transaction.atomic
def annul_entry(entry: ProtocolEntry, *, by: User, reason: str, act: str) -> ProtocolEntry:
    """Register the annulment of `entry`, for a reason and by an authorising act.

    Returns the internal entry that annuls it, in the same case. Raises `TransitionRefused` with a
    sentence where the person may not, the reason or the act is missing, or the entry is annulled
    already or is an annulment itself.
    """
    # Locked first and read afterwards: of two at once, the second sees what the first has done.
    ProtocolEntry.objects.select_for_update().get(pk=entry.pk)
    entry = ProtocolEntry.objects.select_related("body", "case", "annulled_by").get(pk=entry.pk)
    _check(entry, by, reason.strip(), act.strip())
    return register(
        next_entry(entry.body),
        direction=ProtocolEntry.Direction.INTERNAL,
        subject=f"Annullamento della registrazione n. {entry.mark}: {entry.subject}",
        counterpart=", ".join(filter(None, (entry.body.unit, entry.body.name))),
        case=entry.case,
        by=by,
        annuls=entry,
        note=f"{REASON}{reason.strip()}\n{ACT}{act.strip()}",
    )


def why_not_annulled(entry: ProtocolEntry, *, by: User) -> str:
    """Return why the person cannot annul this entry, or nothing where they can."""
    refusal = _standing(entry, by)
    return refusal.sentence if refusal else ""


def _check(entry: ProtocolEntry, by: User, reason: str, act: str) -> None:
    refusal = _standing(entry, by)
    if refusal:
        raise refusal
    if not reason:
        raise TransitionRefused(
            Refusal.RULE, _("An entry is annulled for a reason: write why, for whoever reads it.")
        )
    if not act:
        raise TransitionRefused(
            Refusal.RULE, _("Name the act that authorises the annulment, with its number and date.")
        )


def _standing(entry: ProtocolEntry, by: User) -> TransitionRefused | None:
    """What stands against it whatever is written."""
    if not by.has_perm("workflows.annul_protocol"):
        return TransitionRefused(
            Refusal.RIGHT,
            _("Entries are annulled by the procedure owner or the director, not in your role."),
        )
    if entry.case is not None and is_own_case(entry.case, by):
        return TransitionRefused(
            Refusal.RIGHT, _("You are a party to this case: a colleague decides on its entries.")
        )
    if entry.annuls_id:
        return TransitionRefused(
            Refusal.STATUS,
            _("This entry is itself an annulment, and an annulment is not annulled."),
        )
    if annulment := entry.annulment:
        return TransitionRefused(
            Refusal.STATUS,
            _("This entry has been annulled already, by no. {mark}.").format(mark=annulment.mark),
        )
    return None
