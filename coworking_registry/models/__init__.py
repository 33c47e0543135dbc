"""Spaces, what they offer, their photos and their periods in the register."""

from coworking_registry.models.photos import SpacePhoto
from coworking_registry.models.spaces import (
    OpeningHours,
    PriceItem,
    Qualification,
    Service,
    Space,
    SpaceQuerySet,
)

__all__ = [
    "OpeningHours",
    "PriceItem",
    "Qualification",
    "Service",
    "Space",
    "SpacePhoto",
    "SpaceQuerySet",
]
