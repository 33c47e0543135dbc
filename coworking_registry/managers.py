"""What a filed application tells its manager, for the shared page of a case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _

from coworking_registry import changing, checks
from coworking_registry.models import SpaceStatus
from ui.formats import long_date

if TYPE_CHECKING:
    from coworking_registry.models import SpaceApplication

TOLD_THE_REASONS = {
    SpaceStatus.REFUSAL_NOTICE,
    SpaceStatus.OBSERVATIONS_RECEIVED,
    SpaceStatus.REFUSAL_PROPOSED,
    SpaceStatus.REFUSED,
}


def resume_url(case: Any) -> str:
    """Return where a draft goes on."""
    return reverse("coworking_registry:application_page", args=[case.pk, "chi"])


def applicant_context(case: SpaceApplication, _user: Any) -> dict[str, Any]:
    """Return what `coworking_registry/manager/_application.html` shows of a filed application."""
    is_listed = case.status == SpaceStatus.LISTED
    return {
        "facts": _facts(case),
        "grounds": case.grounds if case.status in TOLD_THE_REASONS else [],
        "space": case.space,
        "visit": case.inspections.filter(ended_at__isnull=True).first(),
        "may_change": is_listed and changing.open_change(case) is None,
        "change": changing.open_change(case),
        "may_renew": is_listed and not any(one.blocks for one in checks.renewal_outcomes(case)),
    }


def _facts(case: SpaceApplication) -> list[dict[str, Any]]:
    desks = _("{total}, of which {accessible} accessible").format(
        total=case.desks, accessible=case.accessible_desks
    )
    facts = [
        (_("Space"), case.name),
        (_("Kind"), case.get_kind_of_space_display()),
        (_("Address"), case.address),
        (_("Managed by"), case.applicant.name),
        (_("Desks"), desks),
        (_("Number in the list"), str(case.list_number or "")),
        (_("Last day of the entry"), long_date(case.entry_ends) if case.entry_ends else ""),
        (_("Suspended until"), long_date(case.suspended_until) if case.suspended_until else ""),
    ]
    return [{"label": label, "value": value, "hint": ""} for label, value in facts if value]
