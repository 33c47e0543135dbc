"""Showing a call to the public, and bringing out a later version of it."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from calls import contents, kinds
from calls.checks import faults_of, local, local_or_none
from calls.engine import CallRefused, Refusal, locked, move, note
from calls.kinds import kind_of
from calls.models import Call, CallVersion
from calls.models.states import BEFORE_CLOSING
from calls.parameters import COMMON, NAMES
from calls.permissions import may_publish
from calls.rules import changes as rules
from calls.rules.contents import Content
from calls.rules.faults import Fault, blocking
from calls.rules.instants import extension_faults
from calls.services import clock
from calls.services.contents import write
from parties import moment
from parties.models import User


@transaction.atomic
def publish(
    call: Call,
    *,
    by: User | None,
    opens_at: datetime,
    closes_at: datetime | None,
    procedure_owner: User,
    substitute: User | None,
    criteria_act: str,
    published_at: datetime | None = None,
) -> Call:
    """Say when a call runs and who answers for it, freeze its version and show it to the public.

    Raises `CallRefused` with everything that is missing (G1, CALL-03, ORG-07).
    """
    locked(call)
    call.refresh_from_db()
    call.opens_at, call.closes_at = opens_at, closes_at
    call.procedure_owner, call.substitute = procedure_owner, substitute
    call.criteria_act = criteria_act
    call.save()
    return show(call, by=by, published_at=published_at)


@transaction.atomic
def show(call: Call, *, by: User | None, published_at: datetime | None = None) -> Call:
    """Freeze the version of a call that is all set up and show it to the public.

    A call whose opening has come already is open at once. Raises `CallRefused` with everything
    that is missing (G1).
    """
    published_at = published_at or moment.now()
    shown = move(call, "publish", by=by, act=call.criteria_act, published_at=published_at)
    _freeze(shown.current_version, published_at)
    clock.settle(shown)
    call.refresh_from_db()
    return call


@transaction.atomic
def revise(call: Call, *, reason: str, parameters: dict[str, Any] | None = None) -> CallVersion:
    """Return a new version of a published call, a copy that can still be edited.

    `parameters` replaces single ones. Nobody sees it until `publish_version`; the present version
    and the cases filed under it stay as they are. Raises `ValueError` without a reason.
    """
    if not reason.strip():
        raise ValueError("a later version says why it was made")
    call = locked(call)
    last = call.versions.order_by("-number").values_list("number", flat=True)[0]
    content = contents.read(call.current_version)
    version = CallVersion.objects.create(
        call=call, number=last + 1, parameters={}, reason=reason.strip()
    )
    changed = {**content.parameters, **(parameters or {})}
    write(version, Content(**{**content.__dict__, "parameters": changed}))
    return version


@transaction.atomic
def publish_version(
    version: CallVersion,
    *,
    by: User | None = None,
    act: str = "",
    closes_at: datetime | None = None,
    binds_drafts: bool = False,
) -> Call:
    """Freeze a later version and let new applications be made under it (CALL-03, CALL-21).

    Cases filed before keep theirs; `manage.py migrate_cases` says which could move. Where
    requirements change while applications are coming in, `closes_at` gives more time. Raises
    `CallRefused` with everything that stands against it, and `ValueError` where the call was never
    published, or the version is no later than the present.
    """
    call = locked(version.call)
    if call.published_at is None or version.number <= call.current_version.number:
        raise ValueError("only a later version of a published call takes the place of the present")
    if not may_publish(call, by):
        raise CallRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    against = [*faults_of(call, version), *version_faults(call, version, closes_at=closes_at)]
    faults = blocking(against)
    if faults:
        raise CallRefused(Refusal.RULE, " ".join(fault.sentence for fault in faults), faults)
    version.changes = what_changes(call, version)
    version.binds_drafts = binds_drafts
    _freeze(version, moment.now())
    moved = closes_at is not None and closes_at != call.closes_at
    details = {
        "version": version.number,
        "closes_at": [_iso(call.closes_at), _iso(closes_at)] if moved else None,
        "removed_questions": removed(call, version),
    }
    call.version = version
    if moved:
        call.closes_at = closes_at
    call.save(update_fields=["version", "closes_at"])
    note(
        call,
        "publish_version",
        source=call.state,
        by=by,
        reason=version.reason,
        act=act,
        details=details,
    )
    return call


def version_faults(
    call: Call, version: CallVersion, *, closes_at: datetime | None = None
) -> list[Fault]:
    """Return what stands against bringing a later version out (CALL-21)."""
    before, after = contents.read(call.current_version), contents.read(version)
    faults = rules.revision_faults(before, after, has_filings=kinds.filings(call) > 0)
    if call.state not in BEFORE_CLOSING:
        return faults
    touches = rules.touches_requirements(before, after, kind_of(call.kind).requirements)
    present, new = local_or_none(call.closes_at), local_or_none(closes_at)
    faults += rules.extension_needed(touches=touches, closes_at=present, new_closing=new)
    if new is not None and new != present and call.opens_at is not None:
        now = local(moment.now())
        faults += extension_faults(local(call.opens_at), present, new, now)
    return faults


def what_changes(call: Call, version: CallVersion) -> list[str]:
    """Return what a later version changes against the present one, in sentences."""
    parameters = (*COMMON, *kind_of(call.kind).parameters)
    names = NAMES | {parameter.code: parameter.name for parameter in parameters}
    return rules.changes(contents.read(call.current_version), contents.read(version), names)


def removed(call: Call, version: CallVersion) -> list[str]:
    """Return the codes of the questions that a later version no longer asks."""
    return rules.removed_questions(contents.read(call.current_version), contents.read(version))


def _freeze(version: CallVersion, at: datetime) -> None:
    version.frozen_at = at
    version.save(update_fields=["frozen_at", "changes", "binds_drafts"])


def _iso(instant: datetime | None) -> str | None:
    return instant.isoformat() if instant else None
