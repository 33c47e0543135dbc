"""Expressions of interest: registered when they come in, taken note of, accompanied, ended."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from procrastinate.contrib.django import app

from calls.models import Call
from calls.models.calls import CallKind
from coworking_registry import permissions
from coworking_registry.models import SpaceInterest
from parties import moment
from parties.models import User
from workflows.engine import Refusal, TransitionRefused
from workflows.models import ProtocolEntry
from workflows.services.protocol import next_entry, register

FOLLOW, END = "follow", "end"


@transaction.atomic
def send_interest(*, by: User, said: dict[str, Any]) -> SpaceInterest:
    """Take an expression of interest in, with its number in the protocol; no notice need be open.

    The same wish sent twice, from another window or by a second press, counts once.
    """
    notice = (
        Call.objects.published().filter(kind=CallKind.REGISTER).order_by("-published_at").first()
    )
    if notice is None:
        raise TransitionRefused(Refusal.STATUS, _("The office keeps no register of spaces yet."))
    if not permissions.may_apply(by):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    _refuse_twice(by, said)
    entry = register(
        next_entry(notice.manager),
        direction=ProtocolEntry.Direction.IN,
        subject=f"Manifestazione d'interesse per uno spazio di coworking – {said['name']}",
        counterpart=str(by),
    )
    return SpaceInterest.objects.create(sent_by=by, protocol_in=entry, **said)


def _refuse_twice(by: User, said: dict[str, Any]) -> None:
    # Two windows of one person wait for one another here.
    User.objects.select_for_update().get(pk=by.pk)
    same = {name: said[name] for name in ("kind", "name", "municipality")}
    sent = SpaceInterest.objects.filter(sent_by=by, ended_at__isnull=True, **same)
    if found := sent.select_related("protocol_in").first():
        words = _("You have sent this already: protocol no. {mark}.")
        raise TransitionRefused(Refusal.STALE, words.format(mark=found.protocol_in.mark))


@transaction.atomic
def take_note(interest: SpaceInterest, *, by: User, note: str = "") -> SpaceInterest:
    """Take note: who sent it is told by email."""
    interest = _locked(interest, by)
    if interest.noted_at is not None:
        raise TransitionRefused(Refusal.STATUS, _("This has been taken note of already."))
    interest.noted_at, interest.note = moment.now(), note.strip()
    interest.save(update_fields=["noted_at", "note"])
    app.configure_task("coworking_registry.tell_interest").defer(interest_id=interest.pk)
    return interest


@transaction.atomic
def follow_interest(interest: SpaceInterest, *, by: User) -> SpaceInterest:
    """Begin to accompany it on its way to an application."""
    interest = _locked(interest, by)
    if interest.noted_at is None or interest.followed_at or interest.ended_at:
        raise TransitionRefused(Refusal.STATUS, _("This step is no longer asked for."))
    interest.followed_at = moment.now()
    interest.save(update_fields=["followed_at"])
    return interest


@transaction.atomic
def end_interest(interest: SpaceInterest, *, by: User, outcome: str) -> SpaceInterest:
    """End it: an application was filed, or it is filed away; the directory shows it no more."""
    interest = _locked(interest, by)
    if interest.noted_at is None or interest.ended_at:
        raise TransitionRefused(Refusal.STATUS, _("This step is no longer asked for."))
    if outcome not in SpaceInterest.Outcome.values:
        raise TransitionRefused(Refusal.RULE, _("Say what came of it."))
    interest.ended_at, interest.outcome = moment.now(), outcome
    interest.save(update_fields=["ended_at", "outcome"])
    return interest


def _locked(interest: SpaceInterest, by: User) -> SpaceInterest:
    if not by.has_perm(permissions.EXAMINE):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    return SpaceInterest.objects.select_for_update().get(pk=interest.pk)
