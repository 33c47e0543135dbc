"""Spaces, what they offer, their photos and periods in the register, and applications for it."""

from coworking_registry.models.applications import (
    DeclaredHours,
    DeclaredMachine,
    DeclaredPrice,
    Inspection,
    ManagerKind,
    SpaceApplication,
    SpaceGround,
    Tenure,
)
from coworking_registry.models.follow_up import (
    EntryChange,
    Removal,
    RemovalGround,
    RenewalNotice,
)
from coworking_registry.models.interests import SpaceClass, SpaceInterest
from coworking_registry.models.photos import SpacePhoto
from coworking_registry.models.spaces import (
    OpeningHours,
    PriceItem,
    Qualification,
    Service,
    Space,
    SpaceQuerySet,
)
from coworking_registry.models.statuses import SpaceStatus

__all__ = [
    "DeclaredHours",
    "DeclaredMachine",
    "DeclaredPrice",
    "EntryChange",
    "Inspection",
    "ManagerKind",
    "OpeningHours",
    "PriceItem",
    "Qualification",
    "Removal",
    "RemovalGround",
    "RenewalNotice",
    "Service",
    "Space",
    "SpaceApplication",
    "SpaceClass",
    "SpaceGround",
    "SpaceInterest",
    "SpacePhoto",
    "SpaceQuerySet",
    "SpaceStatus",
    "Tenure",
]
