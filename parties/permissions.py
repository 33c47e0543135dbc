"""Who may see and change people, organisations and accounts."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from parties.roles import Role

if TYPE_CHECKING:
    from parties.models import Party, Person

PERMISSIONS = {
    "parties.manage_accounts": frozenset({Role.ADMINISTRATOR}),
    "parties.view_all": frozenset(
        {Role.OFFICER, Role.PROCEDURE_OWNER, Role.DIRECTOR, Role.ACCOUNTANT, Role.AUDITOR}
    ),
}


def may_act_for(person: Person | None, party: Party, on: date) -> bool:
    """Tell whether `person` may answer for `party` on the date `on` (DIG-15).

    For an organisation the office must have verified the representation: anybody can type a
    VAT number.
    """
    if person is None:
        return False
    if party.pk == person.pk:
        return True
    return (
        person.representations.filter(
            organisation_id=party.pk, valid_from__lte=on, verified_at__isnull=False
        )
        .exclude(valid_to__lt=on)
        .exists()
    )
