"""What a call has in all (CALL-08)."""

from decimal import Decimal

from workflows.rules import Outcome, judge
from workflows.rules.words import euro


def endowment_covers(endowment: Decimal, bound: Decimal) -> Outcome:
    """CALL-08: an endowment, in EUR, never goes below what is reserved, granted, paid or saved."""
    return judge(
        "CALL-08",
        endowment >= bound,
        yes=f"La dotazione di {euro(endowment)} copre {euro(bound)} già impegnati.",
        no=f"La dotazione non può scendere sotto quanto è già impegnato: {euro(bound)} fra "
        "prenotato, concesso, pagato ed economie.",
        inputs={"dotazione": endowment, "impegnato": bound},
        source="D.Lgs. 184/2025, art. 12",
    )
