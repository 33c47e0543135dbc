"""Signing agreement, plan and addenda: in turn, with a file that is a signature, or with a code."""

import secrets
from collections.abc import Iterable
from datetime import timedelta

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _

from internships import permissions
from internships.letters import placements as letters
from internships.models import Deed, Internship, Signature, SigningCode
from internships.plans import signatures_of
from internships.rules.start import Actor, next_to_sign, turn_of
from internships.services.placements.mailing import mail_code
from internships.services.placements.preparing import lock_place
from internships.services.placements.reading import read_signature
from parties import moment
from parties.models import User
from workflows.engine import Refusal, TransitionRefused, apply_transition, hold
from workflows.models import Case, Document
from workflows.services import documents
from workflows.tasks import perform

ACCEPTED = frozenset({"pdf", "p7m", "jpeg", "png"})
MOST_BYTES = 10 * 1024 * 1024
CODE_LIVES = timedelta(minutes=15)
MOST_TRIES = 5
SALT = "internships.signing_code"
# What follows when all have signed.
COMPLETES = {Deed.Kind.CONVENTION: "complete_convention", Deed.Kind.PLAN: "complete_plan"}


@transaction.atomic
def sign_with_file(deed: Deed, actor: Actor, *, by: User, upload: UploadedFile) -> Internship:
    """Put a signature by its file: signed digitally (p7m, PDF), or on paper and scanned.

    The office may do so for whoever brought it a paper. Raises `TransitionRefused` out of turn
    (R-DOC-07) or where the file is no signature of this paper (DIG-07), and
    `workflows.uploads.Refused` where it is no acceptable file at all; then nothing has changed.
    """
    case, deed = _locked(deed)
    _ask_who(case, actor, by, office=True)
    _ask_turn(deed, actor)
    document = documents.attach(
        case,
        upload,
        by=by,
        requirement=f"firma-{deed.kind}-{actor.value}".replace("_", "-"),
        accepted=ACCEPTED,
        max_bytes=MOST_BYTES,
    )
    read = read_signature(deed, actor, document)
    Document.objects.filter(pk=document.pk).update(filed_at=moment.now())
    return _put(
        case,
        deed,
        actor,
        by,
        name=read.name,
        means=read.means,
        document=document,
        finding=read.finding,
    )


@transaction.atomic
def send_code(deed: Deed, actor: Actor, *, by: User) -> SigningCode:
    """Send a one-time code to whoever is to accept a deed here; the one before counts no more."""
    case, deed = _locked(deed)
    _ask_who(case, actor, by, office=False)
    _ask_turn(deed, actor)
    SigningCode.objects.filter(deed=deed, actor=actor.value, used_at__isnull=True).delete()
    code = f"{secrets.randbelow(1_000_000):06d}"
    kept = SigningCode.objects.create(
        deed=deed,
        actor=actor.value,
        user=by,
        digest=_digest(code),
        expires_at=moment.now() + CODE_LIVES,
    )
    transaction.on_commit(lambda: mail_code(deed, by, code))
    return kept


def sign_with_code(deed: Deed, actor: Actor, *, by: User, code: str) -> Internship:
    """Accept a deed with the code that was sent; wrong ones are counted, whatever follows.

    Raises `TransitionRefused` where the code is wrong, old or used up, and as `sign_with_file`.
    """
    _try(deed, actor, by, code)
    with transaction.atomic():
        case, deed = _locked(deed)
        _ask_who(case, actor, by, office=False)
        _ask_turn(deed, actor)
        SigningCode.objects.filter(
            deed=deed, actor=actor.value, user=by, used_at__isnull=True
        ).update(used_at=moment.now())
        return _put(case, deed, actor, by, name=_name_of(by), means=Signature.Means.CODE)


@transaction.atomic
def complete_convention(
    case: Internship, *, by: User | None, seen_version: int | None = None
) -> Internship:
    """All have signed the agreement."""
    return apply_transition(case, "complete_convention", by=by, seen_version=seen_version)


@transaction.atomic
def complete_plan(
    case: Internship, *, by: User | None, seen_version: int | None = None
) -> Internship:
    """All have signed the plan: its place in the unit is promised, counted under the unit's lock."""
    hold(case)
    lock_place(case)
    case = apply_transition(case, "complete_plan", by=by, seen_version=seen_version)
    letters.send_cob_reminder(case, by=by)
    return case


def may_sign_for(case: Internship, actor: Actor, user: User) -> bool:
    """Tell whether somebody may put the signature of a party: their own, or brought to the office."""
    return actor in permissions.actors_of(case, user) or permissions.may_follow(case, user)


def _put(
    case: Internship,
    deed: Deed,
    actor: Actor,
    by: User,
    *,
    name: str,
    means: str,
    document: Document | None = None,
    finding: str = "",
) -> Internship:
    """Write the signature down; with the last one the act that all have signed for is done."""
    Signature.objects.create(
        deed=deed,
        actor=actor.value,
        name=name,
        means=means,
        by=by,
        document=document,
        finding=finding[:300],
        signed_at=moment.now(),
    )
    if next_to_sign(_order(deed), signatures_of(Deed.objects.get(pk=deed.pk))) is not None:
        return case
    Deed.objects.filter(pk=deed.pk).update(completed_at=moment.now())
    follows = COMPLETES.get(Deed.Kind(deed.kind))
    return perform(case, follows, by=by) if follows else case


def _locked(deed: Deed) -> tuple[Internship, Deed]:
    """Lock process, place and case, in the order of every act; return case and deed as they stand."""
    case = Internship.objects.get(pk=deed.internship_id)
    hold(case)
    if deed.kind == Deed.Kind.PLAN:
        lock_place(case)
    Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
    case = Internship.objects.select_related("offer", "promoter__party").get(pk=case.pk)
    return case, Deed.objects.get(pk=deed.pk)


def _ask_who(case: Internship, actor: Actor, by: User, *, office: bool) -> None:
    allowed = actor in permissions.actors_of(case, by)
    if not allowed and office:
        allowed = permissions.may_follow(case, by)
    if not allowed:
        raise TransitionRefused(Refusal.RIGHT, _("You cannot sign for this party."))


def _ask_turn(deed: Deed, actor: Actor) -> None:
    if not deed.is_open:
        raise TransitionRefused(Refusal.STATUS, _("This paper is no longer to be signed."))
    outcome = turn_of(_order(deed), signatures_of(deed), actor)
    if outcome.blocks:
        raise TransitionRefused(Refusal.RULE, outcome.sentence, [outcome])


def _order(deed: Deed) -> Iterable[Actor]:
    return [Actor(one) for one in deed.signers]


def _name_of(user: User) -> str:
    person = getattr(user, "person", None)
    return person.name if person else str(user)


def _try(deed: Deed, actor: Actor, by: User, code: str) -> None:
    """Count the try and judge the code; the count stays whatever follows."""
    with transaction.atomic():
        kept = (
            SigningCode.objects.select_for_update()
            .filter(deed=deed, actor=actor.value, user=by, used_at__isnull=True)
            .last()
        )
        holds = kept is not None and kept.expires_at > moment.now() and kept.tries < MOST_TRIES
        if kept is not None:
            kept.tries += 1
            kept.save(update_fields=["tries"])
        digest = kept.digest if kept is not None else ""
        right = holds and constant_time_compare(digest, _digest(code.strip()))
    if not holds:
        raise TransitionRefused(Refusal.RULE, _("The code is no longer good: ask for a new one."))
    if not right:
        raise TransitionRefused(Refusal.RULE, _("The code is not the one we sent you."))


def _digest(code: str) -> str:
    return salted_hmac(SALT, code, algorithm="sha256").hexdigest()
