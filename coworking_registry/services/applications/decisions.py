"""The director's acts on an application for the register."""

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import connection, transaction
from django.utils.text import slugify

from coworking_registry import checks, letters
from coworking_registry.models import Qualification, Space, SpaceApplication
from coworking_registry.photos import ACCEPTED
from coworking_registry.requirements import requirements_of
from coworking_registry.rules.entries import entry_ends
from coworking_registry.rules.requirements import plain_name
from coworking_registry.services.applications.entries import stand
from coworking_registry.services.photos import add_photo, remove_photo
from coworking_registry.services.spaces import (
    declared,
    write_prices,
    write_services,
    write_week,
)
from parties import moment
from parties.models import User
from workflows.engine import Refusal, TransitionRefused, apply_transition
from workflows.services import clock, substitutes

PHOTOS = "space_photos"
# Numbers of the list are given one after the other.
NUMBERS = 0x5BAC


@transaction.atomic
def enter(
    case: SpaceApplication,
    *,
    by: User | None,
    reason: str = "",
    seen_version: int | None = None,
) -> SpaceApplication:
    """Enter the space: page, prices, hours and photos as declared, number and last day (SPA-21)."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [NUMBERS])
    today = moment.today()
    asked = requirements_of(case.call_version)
    _refuse_taken_name(case)
    space, number = _space_of(case), _next_number()
    case = apply_transition(
        case,
        "enter",
        by=by,
        reason=reason,
        seen_version=seen_version,
        space=space,
        list_number=number,
        entered_on=today,
        entry_ends=entry_ends(today, asked),
    )
    stand(case, Qualification.Standing.QUALIFIED, case.entry_ends, "Iscrizione")
    if by is not None:
        _keep_photos(case, space, by, asked.photos_max)
    clock.end_all(case)
    substitutes.conclude(case)
    letters.send_entry(case, by=by)
    return case


@transaction.atomic
def refuse(
    case: SpaceApplication, *, by: User | None, reason: str = "", seen_version: int | None = None
) -> SpaceApplication:
    """Refuse, with the reasons of the notice (PRE-05)."""
    case = apply_transition(case, "refuse", by=by, reason=reason, seen_version=seen_version)
    clock.end_all(case)
    substitutes.conclude(case)
    letters.send_refusal(case, by=by)
    return case


def _next_number() -> int:
    numbers = Qualification.objects.filter(list_number__isnull=False).order_by("-list_number")
    last = numbers.values_list("list_number", flat=True).first()
    return (last or 0) + 1


def _refuse_taken_name(case: Any) -> None:
    """Refuse where another application for the name was decided first; no row may go before this."""
    taken = [one for one in checks.merit_outcomes(case) if one.rule == "SPA-19" and one.blocks]
    if taken:
        raise TransitionRefused(Refusal.RULE, taken[0].sentence, taken)


def _space_of(case: Any) -> Space:
    """Write the space as it was declared, with its week and its prices.

    One that its manager brings back to the register keeps its page, its address and its history.
    """
    space = _left_by(case)
    if space is None:
        space = Space(
            slug=_free_slug(f"{case.name} {case.municipality}"),
            manager=case.applicant.organisation,
        )
    for name, value in declared(case).items():
        setattr(space, name, value)
    space.save()
    for photo in space.photos.all():
        remove_photo(photo)
    write_services(space, case)
    write_week(space, case)
    write_prices(space, case)
    return space


def _left_by(case: Any) -> Space | None:
    """Return the space of this manager and name that has left the register (SPA-19)."""
    gone = Space.objects.filter(
        manager_id=case.applicant_id, municipality__iexact=case.municipality
    ).off_register_on(moment.today())
    same = (one for one in gone.order_by("-pk") if plain_name(one.name) == plain_name(case.name))
    return next(same, None)


def _free_slug(words: str) -> str:
    slug = slugify(words)[:120]
    taken = set(Space.objects.filter(slug__startswith=slug).values_list("slug", flat=True))
    number = 1
    while slug in taken:
        number += 1
        slug = f"{slugify(words)[:120]}-{number}"
    return slug


def _keep_photos(case: SpaceApplication, space: Space, by: User, most: int) -> None:
    """Show the photos that were filed, without what their files say of place and camera."""
    for document in case.documents.filter(requirement=PHOTOS).order_by("pk")[:most]:
        if document.content_type.removeprefix("image/") not in ACCEPTED:
            continue
        with document.file.open("rb") as stream:
            picture = UploadedFile(stream, name=document.name, size=document.size)
            add_photo(space, picture, description=space.name, by=by, max_bytes=document.size)
