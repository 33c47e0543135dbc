"""Turns roles into permissions: each room states its own table in `permissions.py`."""

from importlib import import_module
from typing import Any

from django.apps import apps
from django.contrib.auth.backends import BaseBackend
from django.core.exceptions import PermissionDenied

from parties.roles import Role


class RoleBackend(BaseBackend):
    """Answer `user.has_perm("grants.decide")` from the rooms' permission tables."""

    _table: dict[str, frozenset[Role]] | None = None

    @classmethod
    def table(cls) -> dict[str, frozenset[Role]]:
        """Return every room's permissions: name → roles that hold it."""
        if cls._table is None:
            table: dict[str, frozenset[Role]] = {}
            for app in apps.get_app_configs():
                if app.path.startswith(str(apps.get_app_config("parties").path).rsplit("/", 1)[0]):
                    table |= _permissions_of(app.name)
            # Whole or not at all: another thread may be asking while this one reads.
            cls._table = table
        return cls._table

    def has_perm(self, user_obj: Any, perm: str, obj: object = None) -> bool:
        """Tell whether one of the person's roles holds the permission."""
        if not user_obj.is_active or user_obj.is_anonymous:
            return False
        roles = self.table().get(perm)
        if roles is None:
            return False
        if not user_obj.roles & roles:
            # What the tables name they decide: no other backend needs to search for it.
            raise PermissionDenied
        return True


def _permissions_of(package: str) -> dict[str, frozenset[Role]]:
    try:
        module = import_module(f"{package}.permissions")
    except ModuleNotFoundError as error:
        if error.name != f"{package}.permissions":
            raise
        return {}
    return getattr(module, "PERMISSIONS", {})
