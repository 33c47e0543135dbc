"""Photos of a space: put up as pixels alone, and taken down."""

import hashlib
from typing import BinaryIO, cast

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from PIL import Image

from coworking_registry.models import Space, SpacePhoto
from coworking_registry.photos import clean_photo
from coworking_registry.requirements import asked_today
from coworking_registry.rules.requirements import room_for_photo
from parties.models import User
from workflows.engine import Refusal, TransitionRefused


@transaction.atomic
def add_photo(
    space: Space, upload: UploadedFile, *, description: str, by: User, max_bytes: int
) -> SpacePhoto:
    """Put a photo up; the same one brought twice stays one.

    Raises `workflows.uploads.Refused` where the file is too large or no photo, `TransitionRefused`
    where the notice takes no more photos (SPA-18).
    """
    picture = clean_photo(cast("BinaryIO", upload), name=upload.name or "", max_bytes=max_bytes)
    digest = hashlib.sha256(picture.read()).hexdigest()
    picture.seek(0)
    space = Space.objects.select_for_update().get(pk=space.pk)
    kept = space.photos.filter(sha256=digest).first()
    if kept is not None:
        return kept
    asked = asked_today()
    if asked is not None and (outcome := room_for_photo(space.photos.count(), asked)).blocks:
        raise TransitionRefused(Refusal.RULE, outcome.sentence, [outcome])
    with Image.open(picture) as image:
        width, height = image.size
    photo = SpacePhoto(
        space=space,
        description=description,
        width=width,
        height=height,
        sha256=digest,
        added_by=by,
    )
    picture.seek(0)
    photo.file.save(str(picture.name), picture, save=False)
    photo.save()
    return photo


@transaction.atomic
def remove_photo(photo: SpacePhoto) -> None:
    """Take a photo down for good."""
    name, storage = str(photo.file.name), photo.file.storage
    photo.delete()
    transaction.on_commit(lambda: storage.delete(name))
